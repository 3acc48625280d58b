"""Cells open in a spreadsheet as they are meant, and can be read back."""

from __future__ import annotations

import pytest

from portal.outputs.open_data.cell import cell


@pytest.mark.parametrize("text", ["=1+1", "+886-2", "-x", "@cmd", "\tx", "\rx", "\nx", "＝1", "'x"])
def test_text_that_might_be_a_formula_has_a_mark_before_it(text: str) -> None:
    assert cell(text) == f"'{text}"
    assert cell([text]).startswith("'")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        ([], ""),
        ({}, ""),
        (-12.5, "-12.5"),
        (0, "0"),
        (True, "true"),
        (False, "false"),
        ("a=b", "a=b"),
        (["a", "b|c"], "a|b\\|c"),
        ([4, 17], "4|17"),
        ({"ja": "佐渡市"}, '{"ja":"佐渡市"}'),
        ([{"zh": "甲"}], '[{"zh":"甲"}]'),
    ],
)
def test_each_type_has_one_way_to_be_written(value: object, expected: str) -> None:
    assert cell(value) == expected
