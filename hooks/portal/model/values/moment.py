"""Points in time to the minute, in Taipei: when something is published, corrected or taken down."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from typing import ClassVar

from pydantic_core import PydanticCustomError

from portal.model.values.parsed import Parsed
from portal.model.values.partial_date import PartialDate

OFFSET = "+08:00"
"""The offset of Asia/Taipei, all year round since 1980 (IANA time zone database)."""

LAST_MINUTE = "23:59"

_FORM = re.compile(r"(?P<day>.*?\S)(?:T|\s+)(?P<hour>\d{2}):(?P<minute>\d{2})(?P<offset>\S*)")


@dataclass(frozen=True, order=True, slots=True)
class Moment(Parsed):
    """A day, or a minute of it, in Taipei (ISO 8601). Without a time, it sorts as the beginning of the day."""

    JSON_SCHEMA: ClassVar = {
        "type": "string",
        "description": "2026-11-22, 2026-11-22T09:30, 115/11/22 09:30 (Asia/Taipei)",
    }

    day: PartialDate
    """Always a full date."""
    time: str = ""
    """``09:30``, or empty if only the day is known."""

    @classmethod
    def parse(cls, text: str) -> Moment:
        """Read ``2026-11-22``, ``2026-11-22T09:30`` or ``115/11/22 09:30``, also with ``+08:00``.

        Raises PydanticCustomError ``not-a-date``, ``no-such-day``, ``day-missing``, ``no-such-time`` or
        ``not-taipei-time``.
        """
        found = _FORM.fullmatch(text)
        day = PartialDate.parse(found["day"] if found else text)
        if not day.day:
            raise PydanticCustomError("day-missing", "day-missing", {"found": text})
        if found is None:
            return cls(day)
        if int(found["hour"]) > 23 or int(found["minute"]) > 59:
            raise PydanticCustomError("no-such-time", "no-such-time", {"found": text})
        if found["offset"] not in ("", OFFSET):
            raise PydanticCustomError("not-taipei-time", "not-taipei-time", {"found": text})
        return cls(day, f"{found['hour']}:{found['minute']}")

    @property
    def year(self) -> int:
        """Common era."""
        return self.day.year

    @property
    def iso(self) -> str:
        """``2026-11-22`` or ``2026-11-22T09:30+08:00``: also a valid HTML ``datetime`` value."""
        return f"{self.day}T{self.time}{OFFSET}" if self.time else str(self.day)

    @property
    def timestamp(self) -> str:
        """In the format of feeds (RFC 3339); a day without a time begins at midnight."""
        return f"{self.day}T{self.time or '00:00'}:00{OFFSET}"

    @property
    def end(self) -> Moment:
        """The last minute it can mean."""
        return Moment(self.day, self.time or LAST_MINUTE)

    @property
    def over(self) -> Moment:
        """The first moment after it: for a day the next midnight, for a minute that minute itself."""
        if self.time:
            return self
        next_day = date(self.year, self.day.month, self.day.day) + timedelta(days=1)
        return Moment(PartialDate(next_day.year, next_day.month, next_day.day))

    def surely_before(self, other: Moment) -> bool:
        """Whether it is earlier whatever the unknown times are."""
        return self.end < other

    def __str__(self) -> str:
        return self.iso


LAST = Moment(PartialDate(9999, 12, 31))
"""After every date that a record can hold; by then, everything has been published."""
