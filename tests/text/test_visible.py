from __future__ import annotations

import json

import pytest

from portal.text.visible import visible, visible_json


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b]0;title\x07", r"\x1b]0;title\x07"),
        ("\x1b[2J\x9b31m\x7f\0", r"\x1b[2J\x9b31m\x7f\x00"),
        ("a\nb\rc\td\x0b\x0c\x85", r"a\nb\rc\td\x0b\x0c\x85"),
        ("a\u2028b\u2029", r"a\u2028b\u2029"),
        ("\u202etxt.exe\u2066\u200f", r"\u202etxt.exe\u2066\u200f"),
        ("\udcff\udc80.md", r"\xff\x80.md"),
        ("\ud800", r"\ud800"),
        ("zero\u200bwidth\ufeff\xad", r"zero\u200bwidth\ufeff\xad"),
        ("\U000e0041\U0010ffff\ue000\uffff", r"\U000e0041\U0010ffff\ue000\uffff"),
        ("ㅤ", r"\u3164"),
    ],
)
def test_what_nobody_sees_becomes_visible(text: str, shown: str) -> None:
    assert visible(text) == shown
    assert visible(shown) == shown


@pytest.mark.parametrize(
    "text",
    [
        "臺北市／Taipei — «Łódź»　é e\u0301",
        "ශ්\u200dරී ලංකා",
        "می\u200cخواهم",
        "👩\u200d🏫 ❤\ufe0f",
        "辻\U000e0100",
        "\u0600١٢",
        "a\\x1b",
        "�",
    ],
)
def test_what_a_script_needs_stays_as_it_is(text: str) -> None:
    assert visible(text) == text


@pytest.mark.parametrize("ascii_only", [False, True])
def test_json_gives_programs_the_exact_value(ascii_only: bool) -> None:
    value = {"path": "a\n\x1b\x7f\u202e\udcff\U000e0041臺", "line": [1, 2]}
    text = visible_json(value, ascii_only=ascii_only)
    assert json.loads(text) == value
    assert all(visible(line) == line for line in text.split("\n"))
    assert ("臺" in text) is not ascii_only
    assert text.count("\n") == 6
