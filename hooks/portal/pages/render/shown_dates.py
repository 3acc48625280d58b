"""Dates as written in each language, inside ``<time datetime>``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from portal.model.values.meant_date import ROC_OFFSET

if TYPE_CHECKING:
    from portal.model.values.moment import Moment
    from portal.model.values.partial_date import PartialDate

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


@cache
def show_date(date: PartialDate, locale: str) -> Markup:
    """``8 July 2014`` in English, ``民國103年7月8日（2014年）`` in Chinese, as HTML."""
    if locale == "zh":
        return dated(date, f"{roc_year(date)}{_zh_day(date)}（{date.year}年）")
    return dated(date, english_date(date, year=True))


def show_month(date: PartialDate, locale: str) -> str:
    """The month of a date: ``July 2014``, ``2014年7月``."""
    if locale == "zh":
        return f"{date.year}年{date.month}月"
    return f"{MONTHS[date.month - 1]} {date.year}"


@cache
def show_moment(moment: Moment, locale: str) -> Markup:
    """A date, with the time of day if it is known: ``8 July 2014, 09:30``, ``民國103年7月8日（2014年）09:30``."""
    date = show_date(moment.day, locale)
    if not moment.time:
        return date
    between = "" if locale == "zh" else ", "
    return Markup('<time datetime="{}">{}{}{}</time>').format(
        moment.iso, date.striptags(), between, moment.time
    )


@cache
def show_range(start: PartialDate, end: PartialDate | None, locale: str) -> Markup:
    """A date, or a range of dates with shared parts written once: ``1–5 August 2014``."""
    if end is None or end == start:
        return show_date(start, locale)
    return _zh_range(start, end) if locale == "zh" else _en_range(start, end)


def _zh_range(start: PartialDate, end: PartialDate) -> Markup:
    first = dated(start, f"{roc_year(start)}{_zh_day(start)}")
    if start.year != end.year:
        last = dated(end, f"{roc_year(end)}{_zh_day(end)}")
        return Markup("{}至{}（{}年至{}年）").format(first, last, start.year, end.year)
    same_month = start.month == end.month and end.day
    last = dated(end, f"{end.day}日" if same_month else _zh_day(end))
    return Markup("{}至{}（{}年）").format(first, last, start.year)


def _en_range(start: PartialDate, end: PartialDate) -> Markup:
    if start.year == end.year and start.month == end.month and start.day:
        first = dated(start, str(start.day))
    else:
        first = dated(start, english_date(start, year=start.year != end.year))
    last = dated(end, english_date(end, year=True))
    joiner = "–" if first.striptags().isdecimal() and (start.day or not start.month) else " – "
    return Markup("{}{}{}").format(first, joiner, last)


def dated(date: PartialDate, text: str) -> Markup:
    """A text that says a date, so that programs can read it."""
    return Markup(f'<time datetime="{date.iso}">{text}</time>')


def roc_year(date: PartialDate) -> str:
    """民國103年; years before 1912 count backwards from 民國前1年 (1911)."""
    year = date.year - ROC_OFFSET
    return f"民國{year}年" if year > 0 else f"民國前{1 - year}年"


def _zh_day(date: PartialDate) -> str:
    return (f"{date.month}月" if date.month else "") + (f"{date.day}日" if date.day else "")


def english_date(date: PartialDate, *, year: bool, letters: int | None = None) -> str:
    """``8 July 2014``, without the year if nothing needs it; the month may be cut to some of its letters."""
    parts = [str(date.day)] if date.day else []
    parts += [MONTHS[date.month - 1][:letters]] if date.month else []
    parts += [str(date.year)] if year or not parts else []
    return " ".join(parts)
