"""A date below the heading of its year says no more than the record, and nothing twice."""

from __future__ import annotations

import pytest

from portal.model.values.partial_date import PartialDate
from portal.pages.render.year_dates import is_vague, show_in_year, within_year


def date(text: str) -> PartialDate:
    return PartialDate.parse(text)


@pytest.mark.parametrize(
    ("start", "end", "zh", "en"),
    [
        ("2014-07-08", "", "7月8日", "8 July"),
        ("2014-07", "", "7月", "July"),
        ("2014", "", "", ""),
        ("2014-09-09", "2014-09-11", "9月9日至11日", "9–11 September"),
        ("2014-08-30", "2014-09-02", "8月30日至9月2日", "30 August – 2 September"),
        ("2014-07", "2014-12", "7月至12月", "July – December"),
        ("2014-08-01", "2014-12", "8月1日至12月", "1 August – December"),
        (
            "2014-12-30",
            "2015-01-02",
            "2014年12月30日至2015年1月2日",
            "30 December 2014 – 2 January 2015",
        ),
        ("2014", "2016", "2014年至2016年", "2014 – 2016"),
    ],
)
def test_only_what_the_heading_does_not_say_is_written(
    start: str, end: str, zh: str, en: str
) -> None:
    last = date(end) if end else None
    for locale, expected in (("zh", zh), ("en", en)):
        shown = show_in_year(date(start), last, locale)
        assert shown.striptags() == expected
        assert f'datetime="{start}"' in shown or not expected


def test_a_month_takes_a_twelfth_of_the_line_and_a_year_all_of_it() -> None:
    assert within_year(date("2014-07"), None) == ("24", "4")
    assert within_year(date("2014"), None) == ("0", "48")
    assert within_year(date("2014-07"), date("2015-03")) == ("24", "24")


@pytest.mark.parametrize(
    ("start", "end", "within", "vague"),
    [
        ("2014-07-08", "", False, False),
        ("2014-09-09", "2014-09-11", False, False),
        ("2014-09-09", "2014-09-11", True, True),
        ("2014-07", "", False, True),
        ("2014-08-30", "2014-09-02", False, True),
    ],
)
def test_a_line_is_drawn_where_the_words_leave_something_open(
    start: str, end: str, within: bool, vague: bool
) -> None:
    assert is_vague(date(start), date(end) if end else None, within=within) is vague
