from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from portal.model.values.strict import LONGEST_NUMBER, Count, Flag, Number, Year


def refusals(kind: Any, value: object) -> list[str]:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        return [detail["type"] for detail in error.errors()]
    return []


def told(kind: Any, value: str) -> tuple[str, str]:
    """The code of the refusal, and what it says to write."""
    with pytest.raises(ValidationError) as refused:
        TypeAdapter(kind).validate_python(value)
    (detail,) = refused.value.errors()
    return detail["type"], str(detail["ctx"].get("cure", ""))


@pytest.mark.parametrize("text", ["0", "-1", "3.282", "007", "1" * LONGEST_NUMBER])
def test_numbers_are_taken_exactly(text: str) -> None:
    assert refusals(Number, text) == []
    assert str(TypeAdapter(Number).validate_python("3.282")) == "3.282"
    assert str(TypeAdapter(Number).validate_python("1.50")) == "1.50"


@pytest.mark.parametrize(
    "text",
    ["", "-", ".", "1e9", "NaN", "inf", "--1", "1.2.3", "約3"],
)
def test_what_only_python_reads_as_a_number_is_none(text: str) -> None:
    assert refusals(Number, text) == ["not-a-number"]


@pytest.mark.parametrize("text", ["1_000", "1,000", "１０００", "+1000", " 1000", "1千", "一千"])
def test_a_number_in_another_form_is_told_with_the_cure(text: str) -> None:
    assert told(Count, text) == ("number-form", "1000")


def test_a_number_too_long_for_python_is_refused_before_it_is_read() -> None:
    assert refusals(Count, "9" * 100_000) == ["value-too-long"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("0", []), ("12", []), ("-1", ["greater_than_equal"]), ("1.5", ["int_parsing"])],
)
def test_counts_are_whole_and_not_negative(text: str, expected: list[str]) -> None:
    assert refusals(Count, text) == expected


@pytest.mark.parametrize(
    ("text", "right"), [("1912", True), ("2999", True), ("103", False), ("3000", False)]
)
def test_a_year_is_of_the_common_era(text: str, right: bool) -> None:
    assert (refusals(Year, text) == []) is right


@pytest.mark.parametrize(
    ("text", "code", "cure"),
    [
        ("109", "date-form", "2020"),
        ("民國109年", "date-form", "2020"),
        ("109年", "date-form", "2020"),
        ("2020年", "date-form", "2020"),
        ("２０２０", "number-form", "2020"),
        ("95", "date-ambiguous", "2006"),
        ("2020-05", "not-a-number", ""),
    ],
)
def test_a_year_in_another_form_is_told_with_the_cure(text: str, code: str, cure: str) -> None:
    assert told(Year, text) == (code, cure)


def test_a_flag_is_true_or_false() -> None:
    assert TypeAdapter(Flag).validate_python("true") is True
    assert TypeAdapter(Flag).validate_python("false") is False
    for text in ("True", "yes", "1", "on", "是", "'true'"):
        assert told(Flag, text) == ("boolean-form", "true")
    for text in ("FALSE", "no", "0", "否"):
        assert told(Flag, text) == ("boolean-form", "false")
    wrong: list[object] = ["", "maybe", "-", [], {}]
    for value in wrong:
        assert refusals(Flag, value) == ["not-a-boolean"]
