from __future__ import annotations

import calendar

import pytest
from pydantic import TypeAdapter, ValidationError
from pydantic_core import PydanticCustomError

from portal.model.values.partial_date import FullDate, PartialDate


def refusal(text: str) -> str:
    with pytest.raises(PydanticCustomError) as caught:
        PartialDate.parse(text)
    return caught.value.type


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2014", "2014"),
        ("2014-07", "2014-07"),
        ("2014-07-08", "2014-07-08"),
        ("103/7/8", "2014-07-08"),
        ("103/07/08", "2014-07-08"),
        ("103/7", "2014-07"),
        ("99/12/31", "2010-12-31"),
        ("民國103年7月8日", "2014-07-08"),
        ("民國103年7月", "2014-07"),
        ("民國103年", "2014"),
        ("民國 103年 7月 8日", "2014-07-08"),
        ("民國1年1月1日", "1912-01-01"),
        ("民國前1年10月10日", "1911-10-10"),
        ("民國前23年", "1889"),
        ("2024-02-29", "2024-02-29"),
        ("113/2/29", "2024-02-29"),
    ],
)
def test_both_calendars_give_the_same_date(text: str, iso: str) -> None:
    assert PartialDate.parse(text).iso == iso


@pytest.mark.parametrize(
    "text",
    [
        "", "7/8", "1/1", "00/1/1", "103/7/8/9", "民國年", "民國0年", "民國前0年", "民國103年8日", "民國１٠３年",
        "-2014", "2014~", "c. 2014", "2014-07-", "٢٠١٤", "西元前221年",
    ],
)  # fmt: skip
def test_every_other_way_of_writing_is_no_date(text: str) -> None:
    assert refusal(text) == "not-a-date"


def what_to_write(text: str) -> tuple[str, ...]:
    with pytest.raises(PydanticCustomError) as caught:
        PartialDate.parse(text)
    said = caught.value.context or {}
    assert said["found"] == text
    return tuple(str(part) for name, part in said.items() if name != "found")


@pytest.mark.parametrize(
    ("text", "code", "written"),
    [
        ("113.05.03", "date-form", ("2024-05-03",)),
        ("2024/5/3", "date-form", ("2024-05-03",)),
        (" 2014", "date-form", ("2014",)),
        ("May 2024", "date-form", ("2024-05",)),
        ("113年", "date-form", ("2024",)),
        ("民國元年", "date-form", ("1912",)),
        ("民前5年", "date-form", ("1907",)),
        ("2026-11-30 9:30", "date-form", ("2026-11-30",)),
        ("3/5/2024", "date-ambiguous", ("2024-05-03", "2024-03-05")),
        ("30/2/2024", "no-such-day", ()),
        ("31/4/2024", "no-such-day", ()),
        ("113.13.01", "no-such-day", ()),
        ("2024年2月30日", "no-such-day", ()),
        ("2024/5/3～2024/5/5", "date-range", ("2024-05-03", "2024-05-05")),
        ("113年5月3日至113年5月5日", "date-range", ("2024-05-03", "2024-05-05")),
        ("3 May 2024 - 5 May 2024", "date-range", ("2024-05-03", "2024-05-05")),
        ("2014-2016", "not-a-date", ()),
        ("上午9時30分", "not-a-date", ()),
    ],
)
def test_what_can_be_computed_is_told(text: str, code: str, written: tuple[str, ...]) -> None:
    assert refusal(text) == code
    assert what_to_write(text) == written


@pytest.mark.parametrize(
    "text",
    [
        "2014-02-29", "1900-02-29", "2014-00", "2014-13", "2014-04-31", "2014-01-00", "2014-01-32",
        "0000", "102/2/29", "103/13/1", "民國103年2月30日",
    ],
)  # fmt: skip
def test_a_day_that_the_calendar_lacks_is_refused(text: str) -> None:
    assert refusal(text) == "no-such-day"


@pytest.mark.parametrize(
    ("text", "cure"),
    [
        ("２０１４－０７－０８", "2014-07-08"),
        ("１０３／７／８", "103/7/8"),
        ("民國１０３年", "民國103年"),
    ],
)
def test_full_width_digits_are_told_with_the_cure(text: str, cure: str) -> None:
    with pytest.raises(PydanticCustomError) as caught:
        PartialDate.parse(text)
    assert caught.value.type == "full-width-date"
    assert (caught.value.context or {})["cure"] == cure


def test_every_day_of_a_century_is_read_back_from_both_calendars() -> None:
    for year in range(1912, 2030):
        for month in range(1, 13):
            for day in range(1, calendar.monthrange(year, month)[1] + 1):
                date = PartialDate(year, month, day)
                assert PartialDate.parse(date.iso) == date
                assert PartialDate.parse(f"民國{year - 1911}年{month}月{day}日") == date


def test_dates_sort_a_year_before_its_months_and_a_month_before_its_days() -> None:
    ordered = ["2013-12-31", "2014", "2014-01", "2014-01-01", "2014-01-02", "2014-02", "2015"]
    assert [date.iso for date in sorted(map(PartialDate.parse, reversed(ordered)))] == ordered


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2024-02-03", "2024-02-03", "2024-02-03"),
    ],
)
def test_a_date_covers_all_days_it_can_mean(text: str, first: str, last: str) -> None:
    date = PartialDate.parse(text)
    assert (date.first_day.iso, date.last_day.iso) == (first, last)


@pytest.mark.parametrize(
    ("one", "other", "surely"),
    [
        ("2013", "2014", True),
        ("2014", "2014", False),
        ("2014-12-31", "2014", False),
        ("2014", "2014-12-31", False),
        ("2014-06", "2014-07-01", True),
        ("2014-07", "2014-07-08", False),
        ("2014-07-08", "2014-07-08", False),
        ("2015", "2014", False),
    ],
)
def test_one_date_is_surely_before_another_only_whatever_is_unknown(
    one: str, other: str, surely: bool
) -> None:
    assert PartialDate.parse(one).surely_before(PartialDate.parse(other)) is surely


@pytest.mark.parametrize(
    "text", ["2014", "2014-07", "民國103年7月", "2014/7", "July 2014", "103年"]
)
def test_where_a_day_is_needed_less_is_refused(text: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(FullDate).validate_python(text)
    assert [error["type"] for error in caught.value.errors()] == ["day-missing"]
