"""Dates in lists and tables, where many stand below each other, inside ``<time datetime>``."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup

from portal.model.values.meant_date import ROC_OFFSET
from portal.pages.render.shown_dates import dated, english_date

if TYPE_CHECKING:
    from portal.model.values.partial_date import PartialDate

_LETTERS = 3
"""Of the name of a month."""


@cache
def show_brief(start: PartialDate, end: PartialDate | None, locale: str) -> Markup:
    """``115.3.21 2026``, the common year small, or ``21 Mar 2026``; of a span only what differs is written twice."""
    if locale == "zh":
        return _zh(start, None if end == start else end)
    return _en(start, None if end == start else end)


@cache
def show_year(year: PartialDate, locale: str) -> Markup:
    """A year for the head of a column: ``113年`` where the table says which era it counts, ``2024`` in English."""
    return dated(year, _zh_text(year, 0) if locale == "zh" else str(year.year))


def _zh(start: PartialDate, end: PartialDate | None) -> Markup:
    first = dated(start, _zh_text(start, 0))
    if end is None:
        return Markup("{} <small>{}</small>").format(first, start.year)
    if start.year != end.year:
        last = dated(end, _zh_text(end, 0))
        return Markup("{}–{} <small>{}–{}</small>").format(first, last, start.year, end.year)
    shared = 2 if start.month == end.month and start.day and end.day else 1
    return Markup("{}–{} <small>{}</small>").format(
        first, dated(end, _zh_text(end, shared)), start.year
    )


def _zh_text(date: PartialDate, shared: int) -> str:
    """A date without as many of its parts as are shared with the one before it: 103.8.1, 8.5, 5."""
    year = date.year - ROC_OFFSET
    first = str(year) if year > 0 else f"前{1 - year}"
    parts = [first, *(str(part) for part in (date.month, date.day) if part)]
    text = ".".join(parts[shared:])
    if len(parts) == 1:
        return f"{text}年"
    return text if date.day or not shared else f"{text}月"


def _en(start: PartialDate, end: PartialDate | None) -> Markup:
    if end is None:
        return dated(start, english_date(start, letters=_LETTERS, year=True))
    same_year = start.year == end.year
    if same_year and start.month == end.month and start.day and end.day:
        first = dated(start, str(start.day))
    else:
        first = dated(start, english_date(start, letters=_LETTERS, year=not same_year))
    last = dated(end, english_date(end, letters=_LETTERS, year=True))
    spaced = "" if first.striptags().isdecimal() else " "
    return Markup("{}{}–{}{}").format(first, spaced, spaced, last)
