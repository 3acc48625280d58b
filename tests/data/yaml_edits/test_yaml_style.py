from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.data.document import read_document
from portal.data.yaml_edits.yaml_style import WIDEST, entry, flow, text


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("sister city", "sister city"),
        ("臺北市：首都", "臺北市：首都"),
        ("no", '"no"'),
        ("2030", '"2030"'),
        ("a, b", '"a, b"'),
        ("“quoted”", "“quoted”"),
        ('say "so"', 'say "so"'),
        ("", '""'),
        (["a", "b c"], "[a, b c]"),
        ({"zh": "甲", "en": "a: b"}, '{zh: 甲, en: "a: b"}'),
    ],
)
def test_a_value_in_brackets_has_quotes_only_where_it_needs_them(
    value: object, written: str
) -> None:
    assert flow(value) == written


def test_a_text_is_folded_once_its_line_is_too_wide() -> None:
    room = WIDEST - len("    en: ")
    assert entry("en", "x" * room, 4) == f"en: {'x' * room}"
    long = f"{'x' * room}: # y"
    assert entry("en", long, 4) == f"en: >-\n      {long}"
    assert read_document("", f"    {entry('en', long, 4)}\n").value == {"en": long}


@given(st.text(st.characters(exclude_categories=["Cs"])), st.integers(0, 2))
def test_any_text_is_read_back(value: str, style: int) -> None:
    """Texts with breaks that are none for editors among them, which files cannot have as they are."""
    written = [
        f"k: {{x: {flow(value)}}}",
        f"k:\n  {entry('x', value, 2)}",
        f"k:\n  x: {text(value, 2, 1, '>')}",
    ][style]
    assert read_document("", f"{written}\n").value == {"k": {"x": value}}
