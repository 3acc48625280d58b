"""Days, months and years as words: 20140708, 201407 and 2014, however a text or a record tells them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import regex
from pydantic import BaseModel

from portal.model.values.meant_date import ROC_OFFSET
from portal.model.values.partial_date import PartialDate
from portal.pages.render.shown_dates import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

EARLIEST = 40
"""From which on two digits before 年 are a year of that calendar, and not a number of years."""

_MONTHS = tuple(month.lower() for month in MONTHS)
_MONTH = "|".join(_MONTHS)
_CHINESE = regex.compile(
    r"(?<!\d)(?P<roc>民[國国] ?)?(?<year>\d{1,4})年(?:(?<month>\d{1,2})月(?:(?<day>\d{1,2})日)?)?"
)
_ENGLISH = regex.compile(
    rf"\b(?:(?<day>\d{{1,2}}) )?(?<name>{_MONTH}) (?:(?<day>\d{{1,2}}), )?(?<year>\d{{4}})\b",
    regex.IGNORECASE,
)


def date_words(year: int, month: int | None = None, day: int | None = None) -> Iterator[str]:
    """The words of a date: its year, and as much more as is known."""
    yield str(year)
    if month:
        yield f"{year}{month:02}"
        if day:
            yield f"{year}{month:02}{day:02}"


def dates_in_text(text: str) -> Iterator[str]:
    """The words of the dates that a text tells in words, in either calendar."""
    for found in (*_CHINESE.finditer(text), *_ENGLISH.finditer(text)):
        parts = found.groupdict()
        year = int(parts["year"])
        if year < EARLIEST and not parts.get("roc"):
            continue  # a number of years
        name = (parts.get("name") or "").lower()
        month = _MONTHS.index(name) + 1 if name else int(parts["month"] or 0)
        yield from date_words(
            year + ROC_OFFSET if year < 1000 else year, month, int(parts["day"] or 0)
        )


def dates_of(value: Any) -> Iterator[str]:
    """The words of all dates in a record and its parts."""
    if isinstance(value, PartialDate):
        yield from date_words(value.year, value.month, value.day)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if name != "verified":  # says when somebody looked, and nothing of the record
                yield from dates_of(getattr(value, name))
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from dates_of(part)
