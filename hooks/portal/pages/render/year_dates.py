"""Dates below the heading of their year, which is not written again; nothing is said that the record does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from portal.pages.render.shown_dates import MONTHS

if TYPE_CHECKING:
    from portal.model.values.partial_date import PartialDate

LINE = 48
"""Units of the line that stands for the twelve months of a year."""

_MONTH = LINE / 12


def show_in_year(start: PartialDate, end: PartialDate | None, locale: str) -> Markup:
    """``7月8日``, ``9月9日至11日``, ``8 July``, ``9–11 September``; empty if only the year is known."""
    write = _zh if locale == "zh" else _en
    last = end if end and end != start else None
    if last is None and not start.month:
        return Markup()
    return Markup(f'<time datetime="{start.iso}">{write(start, last)}</time>')


def _zh(start: PartialDate, end: PartialDate | None) -> str:
    crosses = end is not None and (end.year != start.year or not start.month)
    first = _zh_day(start, year=crosses)
    if end is None:
        return first
    same_month = not crosses and start.month == end.month and bool(start.day and end.day)
    return f"{first}至{f'{end.day}日' if same_month else _zh_day(end, year=crosses)}"


def _zh_day(date: PartialDate, *, year: bool) -> str:
    parts = (f"{date.year}年" if year else "", f"{date.month}月" if date.month else "")
    return "".join(parts) + (f"{date.day}日" if date.day else "")


def _en(start: PartialDate, end: PartialDate | None) -> str:
    crosses = end is not None and (end.year != start.year or not start.month)
    if end is None:
        return _en_day(start, year=False)
    if not crosses and start.month == end.month and start.day and end.day:
        return f"{start.day}–{_en_day(end, year=False)}"
    return f"{_en_day(start, year=crosses)} – {_en_day(end, year=crosses)}"


def _en_day(date: PartialDate, *, year: bool) -> str:
    parts = [str(date.day)] if date.day else []
    parts += [MONTHS[date.month - 1]] if date.month else []
    parts += [str(date.year)] if year else []
    return " ".join(parts)


def within_year(start: PartialDate, end: PartialDate | None) -> tuple[str, str]:
    """Where on the line of the year a time begins, and how long it is, in units of ``LINE``; a day has some length."""
    last = end or start
    begin = _at(start.first_day)
    finish = LINE if last.year != start.year else _at(last.last_day) + _MONTH / 31
    return f"{begin:.3g}", f"{max(finish - begin, 1.6):.3g}"


def _at(day: PartialDate) -> float:
    return (day.month - 1 + (day.day - 1) / 31) * _MONTH


def is_vague(start: PartialDate, end: PartialDate | None, *, within: bool) -> bool:
    """Whether a line says more than the date in words: of what lasted for months, or lies somewhere within them."""
    last = end or start
    return within or not start.day or (last.year, last.month) != (start.year, start.month)
