"""Dates as sources give them: a day, a month or a year, in the common or the Republic of China calendar."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Annotated, ClassVar

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from portal.model.values.parsed import Parsed

ROC_OFFSET = 1911
"""民國 1 is 1912; there is no year 0: 1911 is 民國前1年."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
_ROC_NUMERIC = re.compile(r"(\d{2,3})/(\d{1,2})(?:/(\d{1,2}))?")
_ROC_WORDS = re.compile(r"民國(前)?\s*([0-9]{1,3})年(?:\s*([0-9]{1,2})月(?:\s*([0-9]{1,2})日)?)?")
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

        Raises PydanticCustomError ``not-a-date`` or ``no-such-day``.
        """
        if text != (ascii_text := text.translate(_FULL_WIDTH)) and _match(ascii_text):
            raise PydanticCustomError(
                "full-width-date", "full-width-date", {"found": text, "cure": ascii_text}
            )
        parts = _match(text)
        if parts is None:
            raise PydanticCustomError("not-a-date", "not-a-date", {"found": text})
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


def _whole(date: PartialDate) -> PartialDate:
    if not date.day:
        raise PydanticCustomError("day-missing", "day-missing", {"found": date.iso})
    return date


FullDate = Annotated[PartialDate, AfterValidator(_whole)]
"""A date whose day is known."""
