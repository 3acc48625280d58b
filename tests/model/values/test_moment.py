from __future__ import annotations

import pytest
from pydantic_core import PydanticCustomError

from portal.model.values.moment import Moment


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-11-22", "2026-11-22"),
        ("2026-11-22T09:30", "2026-11-22T09:30+08:00"),
        ("2026-11-22 09:30", "2026-11-22T09:30+08:00"),
        ("2026-11-22T09:30+08:00", "2026-11-22T09:30+08:00"),
        ("115/11/22 09:30", "2026-11-22T09:30+08:00"),
        ("民國115年11月22日 09:30", "2026-11-22T09:30+08:00"),
    ],
)
def test_a_moment_is_a_day_or_a_minute_of_it(text: str, iso: str) -> None:
    assert Moment.parse(text).iso == iso


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2026-11", "day-missing"),
        ("2026-11T09:30", "day-missing"),
        ("2026-02-30T09:30", "no-such-day"),
        ("2026-11-22T24:00", "no-such-time"),
        ("2026-11-22T09:60", "no-such-time"),
        ("2026-11-22T09:30Z", "not-taipei-time"),
        ("2026-11-22T09:30+09:00", "not-taipei-time"),
        ("2026-11-22T09:30 EST", "unknown-time-zone"),
        ("2026/11", "day-missing"),
        ("9:30", "time-without-day"),
        ("2026-11-22T０９:30", "date-form"),
        ("2026-11-22T٠٩:30", "not-a-date"),
        ("tomorrow 09:30", "not-a-date"),
    ],
)
def test_whatever_else_is_told(text: str, code: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        Moment.parse(text)
    assert refused.value.type == code


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        ("2026-11-22T09:30", "2026-11-22T09:31"),
        ("2026-11-21", "2026-11-22T00:00"),
        ("2026-11-21T23:59", "2026-11-22"),
    ],
)
def test_one_is_surely_before_another(earlier: str, later: str) -> None:
    first, second = Moment.parse(earlier), Moment.parse(later)
    assert first.surely_before(second)
    assert not second.surely_before(first)


def test_a_day_may_hold_the_time() -> None:
    day, minute = Moment.parse("2026-11-22"), Moment.parse("2026-11-22T09:30")
    assert not day.surely_before(minute)
    assert not minute.surely_before(day)


@pytest.mark.parametrize(
    ("text", "over"),
    [
        ("2026-12-31", "2027-01-01"),
        ("9999-12-31", "9999-12-31T23:59+08:00"),
        ("2028-02-28", "2028-02-29"),
        ("2026-11-22T09:30", "2026-11-22T09:30+08:00"),
    ],
)
def test_a_day_is_over_at_midnight_and_a_minute_at_once(text: str, over: str) -> None:
    assert Moment.parse(text).over.iso == over


def test_feeds_get_a_whole_time() -> None:
    assert Moment.parse("2026-11-22").timestamp == "2026-11-22T00:00:00+08:00"
    assert Moment.parse("2026-11-22T09:30").timestamp == "2026-11-22T09:30:00+08:00"


@pytest.mark.parametrize(
    ("text", "code", "cure"),
    [
        ("2026-11-22T9:30", "date-form", "2026-11-22T09:30"),
        ("2026-11-22 9:30", "date-form", "2026-11-22T09:30"),
        ("2026/11/22 09:30", "date-form", "2026-11-22T09:30"),
        ("115年11月22日上午9時30分", "date-form", "2026-11-22T09:30"),
        ("115.11.22 下午2點", "date-form", "2026-11-22T14:00"),
        ("Nov 22, 2026 2:30 pm", "date-form", "2026-11-22T14:30"),
        ("2026/11/22", "date-form", "2026-11-22"),
        ("2026-11-22T09:30:15", "date-form", "2026-11-22T09:30"),
        ("2026-11-22T09:30 pm", "date-form", "2026-11-22T21:30"),
        ("2026-11-22 09:30 +0800", "date-form", "2026-11-22T09:30"),
        ("2026-11-22T09:30+0800", "date-form", "2026-11-22T09:30"),
        ("2026-11-22T01:30Z", "not-taipei-time", "2026-11-22T09:30"),
        ("2026-11-22T20:30:00Z", "not-taipei-time", "2026-11-23T04:30"),
        ("2026-11-22T09:30+09:00", "not-taipei-time", "2026-11-22T08:30"),
        ("2026-11-22T09:30-05:30", "not-taipei-time", "2026-11-22T23:00"),
    ],
)
def test_what_can_be_computed_is_told(text: str, code: str, cure: str) -> None:
    with pytest.raises(PydanticCustomError) as refused:
        Moment.parse(text)
    assert (refused.value.type, (refused.value.context or {})["cure"]) == (code, cure)


@pytest.mark.parametrize("text", ["2026-11-20T０９:30", "2026-11-20T09：30"])
def test_digits_and_signs_of_a_time_are_ascii(text: str) -> None:
    """Others would sort after all: a release dated so would be held back all day."""
    with pytest.raises(PydanticCustomError) as told:
        Moment.parse(text)
    assert told.value.type == "date-form"
    assert Moment.parse(str((told.value.context or {})["cure"])).time == "09:30"
