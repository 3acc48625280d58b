from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from releases import release

from portal.assembly import read_portal
from portal.model.values.moment import Moment


@pytest.fixture
def content(portal_folder: Path) -> Path:
    return portal_folder / "content"


def found(content: Path) -> list[str]:
    """Every problem of the small portal: ``path:line:column: code``."""
    problems = read_portal(content.parent, Moment.parse("2026-11-22")).problems
    return [f"{problem.place}: {problem.code}" for problem in problems]


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def test_a_page_is_written_in_both_languages(content: Path) -> None:
    write(content / "zh" / "about" / "privacy.md", "# 隱私權 { #page }\n")
    assert found(content) == ["content/zh/about/privacy.md:1:1: page-unpaired"]
    write(content / "en" / "about" / "privacy.md", "# Privacy { #page }\n")
    assert found(content) == []


def test_a_folder_without_pages_of_a_language_misses_all_of_them(content: Path) -> None:
    shutil.rmtree(content / "en")
    assert found(content) == [
        "content/en/about/counting.md:1:1: page-missing",
        "content/en/index.md:1:1: page-missing",
    ]


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
def test_no_page_hides_one_made_from_records(content: Path, path: str) -> None:
    for locale in ("zh", "en"):
        write(content / locale / path, "# A { #page }\n")
    assert found(content) == [
        f"content/en/{path}:1:1: page-collision",
        f"content/zh/{path}:1:1: page-collision",
    ]


@pytest.mark.parametrize(
    ("line", "column"),
    [
        ("姊妹市", 1),
        ("A sister city (姊妹市)", 16),
        ('<span lang="zh-Hant-TW">姊妹市</span>', None),
        ("<i lang=zh>姊妹市</i> and 城市", 24),
        ('<span lang="ja">加賀</span>', 17),
        ("Kaga { title=加賀 }", None),
    ],
)
def test_chinese_on_an_english_page_says_that_it_is(
    content: Path, line: str, column: int | None
) -> None:
    write(content / "en" / "index.md", f"# Front page {{ #page }}\n\n{line}\n")
    expected = [f"content/en/index.md:3:{column}: chinese-on-english-page"] if column else []
    assert found(content) == expected


def test_a_page_in_another_encoding_is_told(content: Path) -> None:
    (content / "zh" / "index.md").write_bytes("# 首頁 { #page }\n".encode("big5"))
    assert found(content) == ["content/zh/index.md:1:3: not-utf-8"]


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("/cities/jp-kaga/", None),
        ("/cities/jp-kaga/#ties", None),
        ("/about/counting/", None),
        ("/", None),
        ("/cities/", None),
        ("/cities/jp-kagaa/", "dead-link-near"),
        ("/cities/jp-kaga", "dead-link-near"),
        ("/en/cities/jp-kaga/", "dead-link-near"),
        ("/xyzzy/", "dead-link"),
        ("//example.org/", "dead-link"),
        ("/../cities/", "dead-link-near"),
    ],
)
def test_a_link_in_a_record_leads_to_a_page(content: Path, target: str, code: str | None) -> None:
    homes = content.parent / "data" / "homes.yaml"
    text = f"  summary: {{zh: 摘要, en: 'See [this]({target}).'}}\n"
    homes.write_text(homes.read_text(encoding="utf-8") + text, encoding="utf-8")
    assert found(content) == ([f"data/homes.yaml:13:25: {code}"] if code else [])


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
