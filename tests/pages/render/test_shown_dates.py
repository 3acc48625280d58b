from __future__ import annotations

import re

import pytest

from portal.model.values.partial_date import PartialDate
from portal.pages.render.shown_dates import show_date, show_range


def date(text: str) -> PartialDate:
    return PartialDate.parse(text)


def words(html: str) -> str:
    return re.sub(r"<[^>]+>", "", html)


@pytest.mark.parametrize(
    ("text", "zh", "en"),
    [
        ("2014-07-08", "民國103年7月8日（2014年）", "8 July 2014"),
        ("2014-07", "民國103年7月（2014年）", "July 2014"),
        ("2014", "民國103年（2014年）", "2014"),
        ("1912-01-01", "民國1年1月1日（1912年）", "1 January 1912"),
        ("1911", "民國前1年（1911年）", "1911"),
        ("1895-05-08", "民國前17年5月8日（1895年）", "8 May 1895"),
    ],
)
def test_a_date_is_written_as_its_readers_do(text: str, zh: str, en: str) -> None:
    iso = date(text).iso
    assert show_date(date(text), "zh") == f'<time datetime="{iso}">{zh}</time>'
    assert show_date(date(text), "en") == f'<time datetime="{iso}">{en}</time>'


@pytest.mark.parametrize(
    ("start", "end", "zh", "en"),
    [
        ("2014-08-01", "2014-08-05", "民國103年8月1日至5日（2014年）", "1–5 August 2014"),
        ("2014-07-30", "2014-08-02", "民國103年7月30日至8月2日（2014年）", "30 July – 2 August 2014"),
        ("2014-12-30", "2015-01-02", "民國103年12月30日至民國104年1月2日（2014年至2015年）",
         "30 December 2014 – 2 January 2015"),
        ("2014-07", "2014-08", "民國103年7月至8月（2014年）", "July – August 2014"),
        ("2014-07", "2015-08", "民國103年7月至民國104年8月（2014年至2015年）", "July 2014 – August 2015"),
        ("2014", "2016", "民國103年至民國105年（2014年至2016年）", "2014–2016"),
        ("2014-07-30", "2014-08", "民國103年7月30日至8月（2014年）", "30 July – August 2014"),
        ("2014-08-01", "2014-08-01", "民國103年8月1日（2014年）", "1 August 2014"),
    ],
)  # fmt: skip
def test_a_span_names_once_what_both_ends_share(start: str, end: str, zh: str, en: str) -> None:
    for locale, expected in (("zh", zh), ("en", en)):
        html = show_range(date(start), date(end), locale)
        assert words(html) == expected
        machine = dict.fromkeys([date(start).iso, date(end).iso])
        assert re.findall(r'datetime="([^"]+)"', html) == list(machine)


def test_a_span_without_an_end_is_its_first_day() -> None:
    assert words(show_range(date("2014-08-01"), None, "en")) == "1 August 2014"
    assert words(show_range(date("2014-08-01"), None, "zh")) == "民國103年8月1日（2014年）"
