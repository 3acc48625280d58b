"""Written pages use concepts as records do, and stop when their words are gone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from building import contents
from editing import put
from outputs.terminology.used_terms import GLOSSARY, concept_page, used_portal
from publishing import publish

from portal.edition import Edition
from portal.outputs.terminology import term_uses as module
from portal.outputs.terminology.concept_usage import NAMED
from portal.outputs.terminology.using_texts import UsingText, texts_of_page
from portal.pages.writing.written_page import WrittenPage
from portal.publish.frame import Frame, slot
from portal.publish.publisher import Publisher, Report

FRAME = Frame.cut(f"<title>{slot('title')}</title>{slot('content')}")
ZH, EN = "每個城市由認養局處照顧。", "An adopting bureau looks after each city."
PLACE = "guides/hosting/"


def guide(zh: str = ZH, en: str = EN, *, title: str = "Hosting a visit") -> dict[str, str]:
    """A written page in both languages."""
    return {
        "content/zh/guides/hosting.md": f"---\ntitle: 接待指引\n---\n\n# 接待指引 {{ #page }}\n\n{zh}\n",
        "content/en/guides/hosting.md": f"---\ntitle: {title}\n---\n\n# {title} {{ #page }}\n\n{en}\n",
    }


def named(edition: Edition, concept: str, locale: str = "en") -> dict[str, list[str]]:
    """The pages that a concept's own names, by the heading above them."""
    page = concept_page(edition, concept, locale)
    return {
        section.xpath("string(h3/text())").strip(): [a.text_content() for a in section.iter("a")]
        for section in page.xpath('//section[h2/@id="uses"]//section')
    }


def examples(edition: Edition) -> list[list[str]]:
    page = concept_page(edition, "bureau")
    items = page.xpath('//section[h2/@id="examples"]//li')
    return [[part.text_content() for part in item] for item in items]


@pytest.mark.parametrize(
    ("locale", "heading", "title"),
    [("zh", "關於本站", "接待指引"), ("en", "About this site", "Hosting a visit")],
)
def test_a_written_page_is_named_in_the_language_of_the_page(
    portal_folder: Path, locale: str, heading: str, title: str
) -> None:
    edition = used_portal(portal_folder, guide())
    assert named(edition, "bureau", locale) == {heading: [title]}
    (link,) = concept_page(edition, "bureau", locale).xpath('//section[h2/@id="uses"]//a/@href')
    assert link == f"../../{PLACE}"


def test_a_sentence_of_a_written_page_is_an_example_beside_its_translation(
    portal_folder: Path,
) -> None:
    assert examples(used_portal(portal_folder, guide())) == [[ZH, EN, "接待指引"]]


@pytest.mark.parametrize(
    ("zh", "en", "is_used"),
    [
        ("由[認養局處](#)照顧。", "An [adopting bureau](#) cares.", False),  # silenced
        ("由`認養局處`照顧。", "An `adopting bureau` cares.", False),  # code
        ("> 由認養局處照顧。", "> An adopting bureau cares.", False),  # words of others
        ("由各單位照顧。", "A meter is long.", False),
        ("由[**認養**局處](/cities/)照顧。", "Others care.", True),  # in one language
        ("- 由認養\n  局處照顧。", "- Others\n  care.", True),  # over the end of a line
    ],
)
def test_a_word_that_nothing_could_explain_there_is_no_use(
    portal_folder: Path, zh: str, en: str, *, is_used: bool
) -> None:
    edition = used_portal(portal_folder, guide(zh, en))
    assert bool(named(edition, "bureau")) is is_used
    assert named(edition, "unit") == {}


def test_a_short_word_is_meant_with_the_other_language(portal_folder: Path) -> None:
    edition = used_portal(portal_folder, guide("由各單位照顧。", "An administrative unit cares."))
    assert named(edition, "unit") == {"About this site": ["Hosting a visit"]}


def test_a_sentence_of_which_something_is_hidden_is_no_example(portal_folder: Path) -> None:
    edition = used_portal(portal_folder, guide(f"`x`：{ZH}", f"`x`: {EN}"))
    assert named(edition, "bureau") == {"About this site": ["Hosting a visit"]}
    assert examples(edition) == []


def test_many_pages_are_counted_and_the_first_named_at_once(portal_folder: Path) -> None:
    many = [
        {path.replace("hosting", f"page-{n}"): text for path, text in guide().items()}
        for n in range(NAMED + 1)
    ]
    page = concept_page(used_portal(portal_folder, *many), "bureau", "en")
    (section,) = page.xpath('//section[h2/@id="uses"]//section')
    assert section.xpath("string(h3/small)") == f"{NAMED + 1} pages"
    assert len(section.xpath("./ul/li")) == NAMED


def test_a_warm_build_takes_away_what_a_written_page_no_longer_uses(
    portal_folder: Path, tmp_path: Path
) -> None:
    """Each state is the one that a first build would make, and only pages that show the use are made again."""

    def build(name: str) -> Report:
        edition = used_portal(portal_folder, kept=tmp_path / f".{name}")
        return publish(edition, Publisher(tmp_path / name), FRAME)

    def page() -> str:
        return (tmp_path / "warm/en/glossary/bureau/index.html").read_text(encoding="utf-8")

    put(portal_folder, guide())
    build("warm")
    assert "Hosting a visit" in page()
    states = (
        (guide(title="Receiving guests"), "Receiving guests", 2),
        (guide("今天。" + ZH, "Today. " + EN, title="Receiving guests"), "Receiving guests", 0),
        (guide("每個城市有人照顧。", "Each city is looked after."), "", 2),
        (guide(), "Hosting a visit", 2),
    )
    for number, (files, title, made) in enumerate(states):
        put(portal_folder, files)
        warm = build("warm")
        build(f"cold{number}")
        assert contents(tmp_path / "warm") == contents(tmp_path / f"cold{number}")
        assert warm.made == made
        assert (title in page()) if title else ("guides/hosting" not in page())


def test_a_removed_page_uses_nothing(portal_folder: Path, tmp_path: Path) -> None:
    put(portal_folder, guide())
    assert named(used_portal(portal_folder, kept=tmp_path), "bureau")
    for path in guide():
        (portal_folder / path).unlink()
    assert named(used_portal(portal_folder, kept=tmp_path), "bureau") == {}


def test_only_changed_pages_are_looked_into(
    portal_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked: list[str] = []
    look = texts_of_page

    def noted(zh: WrittenPage, en: WrittenPage) -> Iterator[UsingText]:
        looked.append(zh.address)
        return look(zh, en)

    monkeypatch.setattr(module, "texts_of_page", noted)
    put(portal_folder, guide())
    named(used_portal(portal_folder, kept=tmp_path), "bureau")
    assert sorted(looked) == ["", "about/counting/", PLACE]
    looked.clear()
    named(used_portal(portal_folder, kept=tmp_path), "bureau")
    assert looked == []
    named(used_portal(portal_folder, guide(en=f"{EN} Always."), kept=tmp_path), "bureau")
    assert looked == [PLACE]


def test_a_page_is_looked_into_for_another_word(portal_folder: Path, tmp_path: Path) -> None:
    put(portal_folder, guide())
    before = named(used_portal(portal_folder, kept=tmp_path), "sister-city")
    assert "About this site" not in before
    words = GLOSSARY.replace("term: 姊妹市", "term: 每個城市").replace("sister city", "each city")
    found = named(used_portal(portal_folder, glossary=words, kept=tmp_path), "sister-city")
    assert found["About this site"] == ["Hosting a visit"]
