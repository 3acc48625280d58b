"""Points in time to the minute, in Taipei: when something is published, corrected or taken down."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import ClassVar

from pydantic_core import PydanticCustomError

from portal.model.values.parsed import Parsed
from portal.model.values.partial_date import PartialDate, other_form

OFFSET = "+08:00"
"""The offset of Asia/Taipei, all year round since 1980 (IANA time zone database)."""

LAST_MINUTE = "23:59"

_AHEAD = 8 * 60
"""Minutes by which Taipei is ahead of UTC."""

_ZONE = re.compile(
    r"(?::\d{2}(?:\.\d{1,9})?)?(?P<name>Z|UTC|GMT)?(?:(?P<sign>[+-])(?P<hours>\d{2}):?(?P<minutes>\d{2})?)?",
    re.ASCII,
)
_FORM = re.compile(
    r"(?P<day>.*?\S)(?:T|\s+)(?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})(?P<offset>\s*\S*)"
)


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

        Raises PydanticCustomError ``day-missing``, ``no-such-time``, ``not-taipei-time``, or as PartialDate does.
        """
        found = _FORM.fullmatch(text)
        written = found["day"] if found else text
        try:
            day = PartialDate.parse(written)
        except PydanticCustomError as error:
            raise _refusal(text, error) from None
        if not day.day:
            raise PydanticCustomError("day-missing", "day-missing", {"found": text})
        if found is None:
            return cls(day)
        if int(found["hour"]) > 23 or int(found["minute"]) > 59:
            raise PydanticCustomError("no-such-time", "no-such-time", {"found": text})
        time = f"{found['hour']}:{found['minute']}"
        if found["offset"] not in ("", OFFSET):
            raise _elsewhere(text, day, time, found["offset"])
        return cls(day, time)

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
        """The first moment after it: for a day the next midnight, for a minute that minute itself.

        After the last day of the calendar comes nothing: there it is the last minute.
        """
        if self.time or self.day >= LAST.day:
            return self.end
        next_day = date(self.year, self.day.month, self.day.day) + timedelta(days=1)
        return Moment(PartialDate(next_day.year, next_day.month, next_day.day))

    def surely_before(self, other: Moment) -> bool:
        """Whether it is earlier whatever the unknown times are."""
        return self.end < other

    def __str__(self) -> str:
        return self.iso


def _refusal(text: str, error: PydanticCustomError) -> PydanticCustomError:
    """Why a moment in another form is refused, with what to write if it is sure."""
    if error.type == "full-width-date":
        return error
    refused = other_form(text, keeps_time=True)
    cure = str((refused.context or {}).get("cure", ""))
    if refused.type == "date-form" and len(cure.partition("T")[0]) < len("2026-11-22"):
        return PydanticCustomError("day-missing", "day-missing", {"found": text})
    return refused


def _elsewhere(text: str, day: PartialDate, time: str, offset: str) -> PydanticCustomError:
    """Why a time with seconds, or that of another time zone, is refused, with what to write if it is known."""
    zone = _ZONE.fullmatch(offset.strip())
    if not zone:
        refused = other_form(text, keeps_time=True)
        if refused.type == "date-form":
            return refused
        return PydanticCustomError("unknown-time-zone", "unknown-time-zone", {"found": text})
    sign = -1 if zone["sign"] == "-" else 1
    minutes = sign * (int(zone["hours"] or 0) * 60 + int(zone["minutes"] or 0))
    there = datetime.fromisoformat(f"{day}T{time}")
    is_here = zone["sign"] is None and zone["name"] is None
    here = there if is_here else there + timedelta(minutes=_AHEAD - minutes)
    found = {"found": text, "cure": here.strftime("%Y-%m-%dT%H:%M")}
    code = "date-form" if here == there else "not-taipei-time"
    return PydanticCustomError(code, code, found)


LAST = Moment(PartialDate(9999, 12, 31))
"""After every date that a record can hold; by then, everything has been published."""
