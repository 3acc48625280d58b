"""The menu names pages that there are, once; every written page can be found."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import put
from written import SETTINGS, both, codes, page, problems


def menu(folder: Path, nav: str, files: dict[str, str] | None = None) -> list[str]:
    """What is wrong with a menu, whose first line is the second of the file."""
    found = codes(folder, {"mkdocs.yml": f"{SETTINGS}{nav}", **(files or {})})
    return [line.removeprefix("mkdocs.yml:") for line in found]


@pytest.mark.parametrize(
    "nav",
    [
        "nav: [about/counting.md]",
        "nav:\n  - about/counting.md\n  - about/contact.md",
        "nav: []",
        "nav:",
        "",
        "nav: [needs-verification.md, cities/jp-kaga.md]",
    ],
)
def test_right_menus(portal_folder: Path, nav: str) -> None:
    linked = {
        **both("about/contact.md", "文字", "Text"),
        **both("index.md", "[a](/about/contact/)"),
    }
    assert menu(portal_folder, f"{nav}\n", linked) == []


@pytest.mark.parametrize(
    ("nav", "expected"),
    [
        ("nav: [about/privacy.md]", ["2:7: menu-page-missing"]),
        ("nav:\n  - about/counting.md\n  - about/countng.md", ["4:5: menu-page-missing"]),
        ("nav:\n  - about/countng.md", ["3:5: menu-page-missing-near"]),
        ("nav: [zh/about/counting.md]", ["2:7: menu-page-missing-near"]),
        ("nav: [content/en/about/counting.md]", ["2:7: menu-page-missing-near"]),
        ("nav: [/about/counting/]", ["2:7: menu-page-missing-near"]),
        ("nav: [about/counting]", ["2:7: menu-page-missing-near"]),
        ("nav: [../mkdocs.yml]", ["2:7: menu-page-missing"]),
        ("nav: [about/counting.md, about/counting.md]", ["2:26: menu-twice"]),
        ("nav: [index.md]", ["2:7: menu-has-it"]),
        ("nav: [cities/index.md]", ["2:7: menu-has-it"]),
        ("nav: [About: about/counting.md]", ["2:7: menu-title"]),
        ("nav:\n  - About:\n    - about/counting.md", ["3:5: menu-section"]),
        ("nav: [Ministry: https://example.org/]", ["2:7: menu-link"]),
        ("nav: [https://example.org/]", ["2:7: menu-link"]),
        ("nav: [[about/counting.md]]", ["2:7: not-text"]),
        ("nav: about/counting.md", ["2:6: not-a-list"]),
        ("nav: {About: about/counting.md}", ["2:6: not-a-list"]),
    ],
)
def test_wrong_entries_are_told_at_their_line(
    portal_folder: Path, nav: str, expected: list[str]
) -> None:
    assert menu(portal_folder, f"{nav}\n") == expected


def test_a_page_of_one_language_is_in_the_menu(portal_folder: Path) -> None:
    """That the other lacks it is told once."""
    files = {"content/zh/about/privacy.md": page("文字", "隱私權")}
    assert menu(portal_folder, "nav: [about/privacy.md]\n", files) == [
        "content/zh/about/privacy.md:1:1: page-unpaired"
    ]


NEW = both("about/x.md", "文字", "Text")


@pytest.mark.parametrize(
    "files",
    [
        both("index.md", "[a](/about/x/)"),
        both("index.md", "[a](/about/x/#page)"),
        both("index.md", "[a][b]\n\n[b]: /about/x/"),
        both("index.md", '<a href="/about/x/">a</a>'),
        both("index.md", "[a](/about/y/)") | both("about/y.md", "[a](/about/x/)"),
        {"templates/foot.html.j2": "<a href=\"{{ url('about/x/') }}\">"},
    ],
)
def test_a_page_outside_the_menu_is_right_if_something_links_to_it(
    portal_folder: Path, files: dict[str, str]
) -> None:
    assert menu(portal_folder, "nav: [about/counting.md]\n", {**NEW, **files}) == []


def test_so_it_is_if_a_public_record_links_to_it(portal_folder: Path) -> None:
    homes = portal_folder / "data/homes.yaml"
    summary = "  summary: {zh: '[a](/about/x/)', en: '[a](/about/x/)'}\n"
    text = homes.read_text(encoding="utf-8")
    linked = {**NEW, "data/homes.yaml": text + summary}
    assert menu(portal_folder, "nav: []\n", linked) == []
    exchange = {
        "data/exchanges/2014/visit.yaml": (
            "id: visit\ntitle: {zh: 訪問, en: Visit}\ntype: signing\nstart: 2014-07-08\nhomes: [alpha]\n"
            "cities: [{city: jp-kaga}]\nsources: [report]\ndraft: true\n"
            "summary: {zh: '[a](/about/x/)', en: '[a](/about/x/)'}\n"
        )
    }
    secret = {"data/homes.yaml": text, **exchange}
    assert menu(portal_folder, "nav: []\n", secret) == [
        "content/zh/about/x.md:1:1: page-unreachable"
    ]


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        ({}, ["content/zh/about/x.md:1:1: page-unreachable"]),
        (
            both("about/x.md", "[a](/about/y/)") | both("about/y.md", "[a](/about/x/)"),
            [
                "content/zh/about/x.md:1:1: page-unreachable",
                "content/zh/about/y.md:1:1: page-unreachable",
            ],
        ),
        (both("about/x.md", "[a](/about/x/)"), ["content/zh/about/x.md:1:1: page-unreachable"]),
        (
            {"content/zh/index.md": page("[a](/about/x/)", "首頁")},
            ["about/x.md:1:1: page-unreachable"],
        ),
    ],
)
def test_a_page_that_nothing_links_to_is_told_once(
    portal_folder: Path, files: dict[str, str], expected: list[str]
) -> None:
    assert menu(portal_folder, "nav: [about/counting.md]\n", {**NEW, **files}) == expected


def test_the_sentence_says_where_it_can_go(portal_folder: Path) -> None:
    put(portal_folder, {"mkdocs.yml": f"{SETTINGS}nav: []\n", **NEW})
    (problem,) = problems(portal_folder)
    assert problem.message("en") == (
        "no menu and no link leads to this page, and readers cannot find it; add about/x.md to nav in mkdocs.yml, "
        "or link to /about/x/ from another page"
    )


def test_a_menu_can_be_inherited(portal_folder: Path) -> None:
    put(portal_folder, {"base.yml": f"{SETTINGS}nav: [about/privacy.md]\n"})
    assert codes(portal_folder, {"mkdocs.yml": "INHERIT: base.yml\n"}) == [
        "base.yml:2:7: menu-page-missing"
    ]


def test_a_portal_without_settings_has_no_menu_to_judge(portal_folder: Path) -> None:
    assert codes(portal_folder, NEW) == []
