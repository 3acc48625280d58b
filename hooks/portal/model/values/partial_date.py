"""Dates as sources give them: a day, a month or a year, in the common or the Republic of China calendar."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, ClassVar

from pydantic import ValidationError, WrapValidator
from pydantic_core import PydanticCustomError

from portal.model.values.meant_date import ROC_OFFSET, Day, meant_dates, part_time
from portal.model.values.parsed import Parsed

if TYPE_CHECKING:
    from collections.abc import Callable

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_ROC_NUMERIC = re.compile(r"([1-9]\d{1,2})/(\d{1,2})(?:/(\d{1,2}))?")
_ROC_WORDS = re.compile(r"民國(前)?\s*([0-9]{1,3})年(?:\s*([0-9]{1,2})月(?:\s*([0-9]{1,2})日)?)?")
_BETWEEN = re.compile(r"\s*(?:[~～〜至到－–—]|\bto\b|\s-\s)\s*")
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－／", "0123456789-/")


@dataclass(frozen=True, order=True, slots=True)
class PartialDate(Parsed):
    """A date of reduced precision (ISO 8601-1:2019, 5.2.2): unknown parts are left out, never guessed.

    ``0`` stands for an unknown month or day, so that a year sorts before its months and a month before its days.
    """

    JSON_SCHEMA: ClassVar = {
        "type": ["string", "integer"],
        "description": "2014, 2014-07, 2014-07-08, 103/7/8, 民國103年7月8日",
    }

    year: int
    """Common era."""
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read ``2014``, ``2014-07``, ``2014-07-08``, ``103/7/8`` or ``民國103年7月8日``.

        Raises PydanticCustomError ``no-such-day``, or one of ``other_form``.
        """
        parts = _match(text)
        if parts is None:
            raise other_form(text)
        year, month, day = parts
        if not _exists(year, month, day):
            raise PydanticCustomError("no-such-day", "no-such-day", {"found": text})
        return cls(year, month or 0, day or 0)

    @property
    def iso(self) -> str:
        """``2014``, ``2014-07`` or ``2014-07-08``: also a valid HTML ``datetime`` value."""
        if self.day:
            return f"{self.year:04}-{self.month:02}-{self.day:02}"
        return f"{self.year:04}-{self.month:02}" if self.month else f"{self.year:04}"

    @property
    def first_day(self) -> PartialDate:
        """The earliest day it can mean."""
        return PartialDate(self.year, self.month or 1, self.day or 1)

    @property
    def last_day(self) -> PartialDate:
        """The latest day it can mean."""
        month = self.month or 12
        return PartialDate(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def surely_before(self, other: PartialDate) -> bool:
        """Whether it is earlier whatever the unknown parts are."""
        return self.last_day < other.first_day

    def __str__(self) -> str:
        return self.iso


def _match(text: str) -> tuple[int, int | None, int | None] | None:
    if not text.isascii() and not text.startswith("民國"):
        return None
    if iso := _ISO.fullmatch(text):
        return int(iso[1]), _number(iso[2]), _number(iso[3])
    if (roc := _ROC_NUMERIC.fullmatch(text)) and int(roc[1]):
        return int(roc[1]) + ROC_OFFSET, _number(roc[2]), _number(roc[3])
    if (words := _ROC_WORDS.fullmatch(text)) and int(words[2]):
        number = int(words[2])
        year = ROC_OFFSET + 1 - number if words[1] else ROC_OFFSET + number
        return year, _number(words[3]), _number(words[4])
    return None


def _number(text: str | None) -> int | None:
    return int(text) if text else None


def _exists(year: int, month: int | None, day: int | None) -> bool:
    if year < 1 or (month is not None and not 1 <= month <= 12):
        return False
    return day is None or (month is not None and 1 <= day <= calendar.monthrange(year, month)[1])


def other_form(text: str, *, keeps_time: bool = False) -> PydanticCustomError:
    """Why a text in another form is refused, with what to write if it is sure: ``cure``, or ``cure`` or ``other``.

    The codes are ``full-width-date``, ``date-form``, ``date-ambiguous``, ``date-range``, ``time-without-day``,
    ``no-such-day`` and ``not-a-date``. A time of day beside it belongs to the cure only if the field ``keeps_time``.
    """
    ascii_text = text.translate(_FULL_WIDTH)
    written, time = part_time(text)
    if text != ascii_text and _match(ascii_text):
        code, said = "full-width-date", {"cure": ascii_text}
    elif time and not written and keeps_time:
        code, said = "time-without-day", {"cure": time}
    else:
        code, said = _in_order(written, f"T{time}" if time and keeps_time else "")
        ends = [_in_order(part, "")[1].get("cure", "") for part in _BETWEEN.split(text)]
        if code == "not-a-date" and len(ends) == 2 and all(ends):
            code, said = "date-range", {"first": ends[0], "limit": ends[1]}
    return PydanticCustomError(code, code, {"found": text, **said})


def _in_order(text: str, tail: str) -> tuple[str, dict[str, str]]:
    """The code for a date in another form, and how to write it."""
    parts = _match(text.strip())
    days = [Day(*(part or 0 for part in parts))] if parts else meant_dates(text)
    exist = [d for d in days if _exists(d.year, d.month or None, d.day or None)]
    cures = [f"{PartialDate(*day)}{tail}" for day in exist]
    if len(cures) > 1:
        return "date-ambiguous", {"cure": cures[0], "other": cures[1]}
    if cures:
        return "date-form", {"cure": cures[0]}
    return ("no-such-day" if days else "not-a-date"), {}


def _whole(text: Any, read: Callable[[Any], PartialDate]) -> PartialDate:
    try:
        date = read(text)
    except ValidationError as error:
        cure = str((error.errors()[0].get("ctx") or {}).get("cure", ""))
        if (parts := _match(cure)) and not parts[2]:  # no advice that would be refused next
            raise PydanticCustomError("day-missing", "day-missing", {"found": text}) from None
        raise
    if not date.day:
        raise PydanticCustomError("day-missing", "day-missing", {"found": date.iso})
    return date


FullDate = Annotated[PartialDate, WrapValidator(_whole)]
"""A date whose day is known."""
