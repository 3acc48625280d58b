"""Marks of Markdown that have no effect are told; those that have one, or are meant as characters, are not."""

from __future__ import annotations

from pathlib import Path

import pytest
from written import codes, on_front_page, page, problems


@pytest.mark.parametrize(
    "text",
    [
        "**a** *b* _c_ __d__ `e` ***f***",
        r"\*a\* \_b\_ \`c\` \[ ] \{ #a }",
        "`**a**` and ``a ` b`` and `[ ]`",
        "    **a**\n\n```\n~~a~~ [^1] {{ a }}\n```",
        "snake_case, a_b_c, 3 - 2, #3, C:\\Windows",
        "1 < 2, a = b == c, 5 × 3, 2 * 3, &#42;a, &lt;b",
        "https://example.org/a_b__c",
        "[a][b] [b]\n\n[b]: /",
        "a [note] b, [1], [sic]",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "* * *\n\n***",
        '!!! note "A"\n    Text',
        "Three blocks marked with “:::”",
        "[X] (formerly Twitter)",
        "<kbd>*</kbd>",
        "A  \nB",
    ],
)
def test_marks_with_an_effect_are_right(portal_folder: Path, text: str) -> None:
    assert on_front_page(portal_folder, text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a **b", "7:3: asterisk-in-prose"),
        ("a **b\n\n**c** d", "7:3: asterisk-in-prose"),
        ("** b **", "7:1: asterisk-in-prose"),
        ("a __b", "7:3: underscore-in-prose"),
        ("a `b", "7:3: backtick-in-prose"),
        ("~~a~~ b", "7:1: mark-shown"),
        ("a ==b== c", "7:3: mark-shown"),
        ("- [ ] a", "7:3: task-in-prose"),
        ("- a\n- [x] b", "8:3: task-in-prose"),
        ("a [^1] b", "7:3: footnote-shown"),
        ("a\n\n[^1]: b", "9:1: footnote-shown"),
        ("a[^1]\n\n[^1]: b", "9:1: footnote-shown"),
        ("see [a] (/cities/)", "7:5: link-in-prose"),
        ("see [a]\uff08/cities/)", "7:5: link-in-prose"),
        ("see ![a]", "7:5: image-shown"),
        ("see [[a]]", "7:5: link-in-prose"),
        ("see [a](/cities/", "7:5: link-in-prose"),
        ("see [a][b]", "7:5: reference-undefined"),
        ("see [a b][]", "7:5: reference-undefined"),
        ("a {{ b }} c", "7:3: mark-shown"),
        ("a {% b %}", "7:3: mark-shown"),
        ("a { .b }", "7:3: mark-shown"),
        ("a {: #b", "7:3: mark-shown"),
        ("a <b", "7:3: markup-in-text"),
        ("<!-- a\n\nb", "7:1: markup-in-text"),
        ("|---|", "7:1: table-in-prose"),
        ("a\\\nb", "7:2: mark-shown"),
        (r"a \~ b", "7:3: mark-shown"),
        ("<div>\n**a**\n</div>", "8:1: markdown-in-html"),
        ("> a\n> ??? note", "8:3: mark-shown"),
    ],
)
def test_marks_without_effect_are_told_once(portal_folder: Path, text: str, expected: str) -> None:
    assert on_front_page(portal_folder, text) == [expected]


def test_chinese_letters_keep_underscores_from_having_an_effect(portal_folder: Path) -> None:
    files = {"content/zh/index.md": page("這是_重點_文字", "首頁")}
    assert codes(portal_folder, files) == ["content/zh/index.md:7:3: underscore-in-prose"]


def test_an_extension_of_the_portal_can_give_marks_an_effect(portal_folder: Path) -> None:
    files = {
        "mkdocs.yml": "markdown_extensions: [attr_list, footnotes, pymdownx.tilde]\nnav: []\n",
        "content/en/index.md": page("~~a~~ b[^1]\n\n[^1]: c"),
    }
    assert problems(portal_folder, files) == []
