from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from editing import put
from releases import release
from written import codes, page

from portal.assembly import read_portal
from portal.model.reading.gaps import Gaps
from portal.model.values.moment import Moment
from portal.pages.content import read_content
from portal.pages.writing.writing_settings import WritingSettings
from portal.pages.writing.written_pages import WrittenPages
from portal.pages.written import asset_addresses


def test_a_page_is_written_in_both_languages(portal_folder: Path) -> None:
    zh = {"content/zh/about/privacy.md": page("內容", "隱私權")}
    assert codes(portal_folder, zh) == ["content/zh/about/privacy.md:1:1: page-unpaired"]
    assert codes(portal_folder, {"content/en/about/privacy.md": page("Text", "Privacy")}) == []


def test_a_folder_without_pages_of_a_language_misses_all_of_them(portal_folder: Path) -> None:
    shutil.rmtree(portal_folder / "content" / "en")
    assert codes(portal_folder) == ["content/en:1:1: pages-missing"]


@pytest.mark.parametrize(
    "path",
    [
        "cities.md",
        "cities/index.md",
        "cities/README.md",
        "cities/jp-kaga.md",
        "cities/jp-kaga/index.md",
    ],
)
def test_no_page_hides_one_made_from_records(portal_folder: Path, path: str) -> None:
    files = {f"content/{locale}/{path}": page("A", "A") for locale in ("zh", "en")}
    assert codes(portal_folder, files) == [
        f"{path}:1:1: page-collision",
        f"content/zh/{path}:1:1: page-collision",
    ]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("姊妹市", 1),
        ("A sister city (姊妹市)", 16),
        ('<span lang="zh-Hant-TW">姊妹市</span>', None),
        ("<i lang=zh>姊妹市</i> and 城市", 24),
        ('<span lang="ja">加賀</span>', None),
        ("*加賀*{ lang=ja }", None),
        ("```\n加賀\n```", None),
        ("*Kaga*{ title=加賀 }", 15),
    ],
)
def test_chinese_on_an_english_page_says_that_it_is(
    portal_folder: Path, line: str, column: int | None
) -> None:
    expected = [f"index.md:7:{column}: chinese-on-english-page"] if column else []
    assert codes(portal_folder, {"content/en/index.md": page(line)}) == expected


def test_a_page_in_another_encoding_is_told(portal_folder: Path) -> None:
    (portal_folder / "content/zh/index.md").write_bytes("# 首頁 { #page }\n".encode("big5"))
    assert codes(portal_folder) == ["content/zh/index.md:1:1: other-encoding"]


def test_the_search_is_given_the_title_and_the_text_that_readers_see(portal_folder: Path) -> None:
    body = (
        "Above a rule\n\n---\n\nbetween\n\n---\n\nSetext { #setext }\n------\n\n"
        "| A | *B* |\n|--- | ---:|\n| 1 | [2](/) |\n\n- one\n    - two_three\n\n3 \\* 4 &lt;b> `{x}`<br>end.\n"
    )
    put(portal_folder, {"content/en/index.md": page(body, '"A: B"', "description: x\n")})
    written = WrittenPages(read_content(portal_folder), WritingSettings(), Gaps())
    found = {path: (title, text) for path, title, text, _ in written.texts("en")}
    assert found[""] == (
        "A: B",
        '"A: B"\nAbove a rule\nbetween\nSetext\nA | B\n1 | 2\none\ntwo_three\n3 * 4 <b> {x} end.',
    )


@pytest.mark.parametrize(
    ("target", "mark", "codes"),
    [
        ("/press/2027/twin/", "public_from: 2027-01-02\n", []),
        ("/press/2027/twins/", "public_from: 2027-01-02\n", ["dead-link-near"]),
        ("/press/2027/twins/", "draft: true\n", []),
        ("/press/2027/twin/", "", ["link-not-public"]),
    ],
)
def test_what_is_still_to_come_may_link_to_what_else_is(
    portal_folder: Path, target: str, mark: str, codes: list[str]
) -> None:
    date = "2027-01-02" if "public_from" in mark else "2026-11-01"
    files = release("twin", "2027-01-02") | release("linking", date, mark)
    for path, text in files.items():
        (portal_folder / path).parent.mkdir(parents=True, exist_ok=True)
        linked = text.replace("A text.", f'"See [it]({target})."')
        (portal_folder / path).write_text(linked if "linking" in path else text, encoding="utf-8")
    problems = read_portal(portal_folder, Moment.parse("2026-11-22")).problems
    assert [problem.code for problem in problems] == codes


def test_files_beside_the_pages_have_addresses(portal_folder: Path) -> None:
    names = ["assets/a.png", "zh/b.png", "en/about/c.png"]
    put(portal_folder, {f"content/{name}": "x" for name in names})
    found = set(asset_addresses(read_content(portal_folder)))
    assert {"assets/a.png", "b.png", "en/about/c.png", "assets/portal.svg"} <= found
    assert not any(name.endswith(".md") for name in found)
