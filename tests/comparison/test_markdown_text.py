"""Whatever others wrote stays text: judged by a parser of Markdown, and by what the forges look for in its text."""

from __future__ import annotations

import re

import pytest
from forge_judge import linked_by_forges, seen, tokens
from hypothesis import given, settings
from hypothesis import strategies as st

from portal.comparison.in_markdown import in_markdown
from portal.comparison.markdown_text import markdown_link, markdown_text, url_of
from portal.comparison.report import Item, Quoted, Report, Section

HOSTILE = [
    "@octocat", "#1", "GH-1", "see JIRA-22 soon", "a | b", "`", "``x", "` `", "```", "<b>bold</b>",
    "<script>alert(1)</script>", "![p](https://evil.example/p.png)", "[a](javascript:alert(1))",
    "<https://evil.example>", "www.evil.example", "https://evil.example/x", "mail@evil.example", ":tada:", "$x$",
    "**b**", "_i_", "~~s~~", "&lt;b&gt;", "&#64;octocat", "- item", "1. item", "1) item", "+ item", "* item",
    "# heading", "> quote", "---", "===", "deadbeef1", "!12", "%3", "~bug", "a\nb", "\ttab", "\\", "\\`", "a\\",
    "<!-- x -->", "[[wiki]]", "[x]: http://evil.example", "{+ins+}", "\u202egnp.exe", "x" * 5000,
    "  two  spaces  ", "[ ] box", "- [ ] box", "/close", "a&copy;b", "\u200b@user", "`a`@octocat`",
]  # fmt: skip


def judged(markdown: str, text: str) -> None:
    """It is one line of an item, which shows the text and nothing but text."""
    kinds = {t.type for t in tokens(markdown)}
    blocks = {"bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close"}
    blocks |= {"paragraph_open", "paragraph_close", "inline"}
    assert kinds <= {*blocks, "text", "code_inline"}, kinds
    assert sum(t.type == "list_item_open" for t in tokens(markdown)) == 1
    assert linked_by_forges(markdown) == []
    assert re.sub(r"\s+", "", text) in re.sub(r"\s+", "", seen(markdown)) or not text.isprintable()


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("is_exact", [False, True])
def test_hostile_text_stays_text(text: str, *, is_exact: bool) -> None:
    judged(f"- {markdown_text(text, is_exact=is_exact)} · end", text)


@settings(max_examples=300)
@given(st.text(alphabet=st.sampled_from("ab中 1-`*_[]()<>#@!&|\\:/.~$^{}\"'\n\t+=%;，。")))
def test_any_text_stays_text(text: str) -> None:
    judged(f"- {markdown_text(text)} · end", text)


@pytest.mark.parametrize(
    "text",
    [
        "佐渡市", "Sado", "民國115年11月（2026年）的新聞", "Press releases: Visits", "A & B",
        "Kaohsiung’s ties, 1999–2026", "「友好」城市",
    ],
)  # fmt: skip
def test_plain_titles_are_plain(text: str) -> None:
    assert markdown_text(text) == text


def test_nothing_is_left_of_nothing() -> None:
    assert (
        markdown_text("") == markdown_text(" \n") == markdown_link(" ", "https://a.example/") == ""
    )


@pytest.mark.parametrize("text", [text for text in HOSTILE if text.strip()])
def test_a_link_leads_where_it_should_and_shows_the_text(text: str) -> None:
    url = url_of("https://city.example.org/p/", "/about/a (b) <c>\n]|`/")
    made = tokens(f"- {markdown_link(text, url)}")
    links = [t.attrs["href"] for t in made if t.type == "link_open"]
    assert links == [url]
    assert re.fullmatch(r"https://city\.example\.org/p/[\w/%.~-]+", url)
    assert not {t.type for t in made} & {"image", "html_inline", "html_block", "fence"}


def test_sections_are_cut_to_fit_and_what_is_left_out_is_counted() -> None:
    items = [Item({}, [Quoted(f"Title {number} " + "長" * 30)]) for number in range(150)]
    sections = [Section({"zh": [f"節{n}"], "en": [f"Section {n}"]}, list(items)) for n in range(4)]
    report = Report(sections=sections)
    for largest in (4_000, 20_000, 60_000):
        made = in_markdown(report, largest=largest)
        assert len(made.encode()) <= largest
        for section in made.split("### ")[1:]:
            listed = section.count("- Title")
            left = re.search(r"Not listed: (\d+) more", section)
            assert listed + int(left[1] if left else 0) == 150
    assert "Not listed" not in in_markdown(report)
