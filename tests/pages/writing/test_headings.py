"""Headings of a page: one of level one, none skipped, each with an id that only it has."""

from __future__ import annotations

from pathlib import Path

import pytest
from written import both, codes, on_front_page, page


@pytest.mark.parametrize(
    "text",
    [
        "## A { #a }\n\n### B { #b }\n\n## C { #c-2 }",
        "## A {#a}\n\n## B {: #b .wide }",
        "A { #a }\n---\n\nText",
        "> ## A { #a }\n\n- ## B { #b }",
        "```\n## no heading\n```\n\n    # nor this",
        "## `code` *and* [link](/) { #a }",
        '<h2 id="a">A</h2>',
        "# \\# escaped { #b }".replace("# ", "## ", 1),
    ],
)
def test_right_headings(portal_folder: Path, text: str) -> None:
    assert codes(portal_folder, both("index.md", text)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## A", ["7:1: heading-without-id"]),
        ("##A", ["7:1: heading-without-id"]),
        ("Text\n\nA\n---", ["9:1: heading-without-id"]),
        ("A\n---", ["7:1: heading-without-id"]),
        ("## A {#a", ["7:1: heading-without-id"]),
        ("## A{ #a }", ["7:1: heading-without-id"]),
        ("## A { .wide }", ["7:1: heading-without-id"]),
        ("> ## A", ["7:3: heading-without-id"]),
        ("<h2>A</h2>", ["7:1: heading-without-id"]),
        ("## A { #A }", ["7:9: bad-heading-id"]),
        ("## A { #2024 }", ["7:9: bad-heading-id"]),
        ("## A { #a_b }", ["7:9: bad-heading-id"]),
        ("## A { #a }\n\n## B { #a }", ["9:9: id-twice"]),
        ("## A { #page }", ["7:9: id-twice"]),
        ("## A { #a }\n\nText\n{: #a }", ["10:5: id-twice"]),
        ("## A { #main }", ["7:9: id-of-frame"]),
        ("## A { #numbers }", ["7:9: id-of-frame"]),
        ("# A { #a }", ["7:1: heading-one-again"]),
        ("A\n===", ["7:1: heading-one-again"]),
        ("#1 of all", ["7:1: heading-one-again"]),
        ("### A { #a }", ["7:1: heading-level-skipped"]),
        ("## A { #a }\n\n#### B { #b }", ["9:1: heading-level-skipped"]),
    ],
)
def test_wrong_headings_are_told_where_they_stand(
    portal_folder: Path, text: str, expected: list[str]
) -> None:
    found = codes(portal_folder, both("index.md", text))
    assert [line.removeprefix("index.md:") for line in found if "zh" not in line] == expected
    assert [line.removeprefix("content/zh/index.md:") for line in found if "zh" in line] == expected


def test_ids_of_the_front_page_are_free_elsewhere(portal_folder: Path) -> None:
    assert codes(portal_folder, both("about/counting.md", "## A { #numbers }")) == []


def test_a_page_has_a_heading_of_level_one(portal_folder: Path) -> None:
    text = "---\ntitle: Front page\n---\n\nText.\n"
    assert codes(portal_folder, {"content/en/index.md": text}) == [
        "index.md:5:1: heading-one-missing"
    ]


def test_the_frame_of_the_front_page_can_have_that_heading(portal_folder: Path) -> None:
    def files(text: str) -> dict[str, str]:
        front = "---\ntitle: {}\ntemplate: home.html\n---\n\n"
        names = {"zh": "首頁", "en": "Front page"}
        return {f"content/{k}/index.md": front.format(v) + text for k, v in names.items()}

    assert codes(portal_folder, files("Text\n\n## A { #a }\n")) == []
    assert codes(portal_folder, files("# A { #a }\n")) == [
        "index.md:6:1: heading-of-level-one",
        "content/zh/index.md:6:1: heading-of-level-one",
    ]


@pytest.mark.parametrize(
    ("zh", "en", "expected"),
    [
        ("## 一 { #handbook }", "## One { #hand }", ["index.md:7:11: heading-ids-differ"]),
        ("## 一 { #a }", "Text", ["content/zh/index.md:7:1: heading-unpaired"]),
        ("文字", "## One { #a }", ["index.md:7:1: heading-unpaired"]),
        (
            "## 一 { #a }\n\n## 二 { #b }\n\n## 三 { #c }",
            "## One { #a }\n\n## Three { #c }",
            ["content/zh/index.md:9:1: heading-unpaired"],
        ),
        (
            "## 一 { #a }\n\n## 二 { #b }",
            "## One { #a }\n\n### Two { #b }",
            ["index.md:9:1: heading-levels-differ"],
        ),
        (
            "## 一 { #a }\n\n## 二 { #b }\n\n## 三 { #c }",
            "## Two { #b }\n\n## One { #a }\n\n## Three { #c }",
            ["index.md:7:1: heading-order"],
        ),
        ("## 一 { #a }", "## One", ["index.md:7:1: heading-without-id"]),
        ("## 一 { #a }", "## One { #A }", ["index.md:7:11: bad-heading-id"]),
        ("## 一 { #a }", "# One { #a }", ["index.md:7:1: heading-one-again"]),
        (
            "## 一 { #a }\n\n## 二 { #a }",
            "## One { #a }\n\n## Two { #b }",
            ["content/zh/index.md:9:9: id-twice"],
        ),
        (
            "## 一 { #a }\n\n## 二 { #x }\n\n## 三 { #c }",
            "## One { #a }\n\n## Two { #y }\n\n## Three { #c }\n\n## Four { #d }",
            ["index.md:13:1: heading-unpaired", "index.md:9:11: heading-ids-differ"],
        ),
    ],
)
def test_both_languages_have_the_same_headings(
    portal_folder: Path, zh: str, en: str, expected: list[str]
) -> None:
    assert sorted(codes(portal_folder, both("index.md", zh, en))) == sorted(expected)


def test_a_page_without_its_counterpart_is_not_compared(portal_folder: Path) -> None:
    files = {"content/en/about/x.md": page("## A { #a }")}
    assert codes(portal_folder, files) == ["about/x.md:1:1: page-unpaired"]
    assert on_front_page(portal_folder, "") == ["about/x.md:1:1: page-unpaired"]
