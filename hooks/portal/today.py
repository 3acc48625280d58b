"""The day of the build: an input, so that the same input gives the same site."""

from __future__ import annotations

import os
from datetime import datetime
from zoneinfo import ZoneInfo

from pydantic_core import PydanticCustomError

from portal.model.dates import PartialDate


def build_day() -> PartialDate:
    """``PORTAL_TODAY`` (YYYY-MM-DD) if it is set, else the date in Taipei.

    Raises PydanticCustomError when ``PORTAL_TODAY`` is not a whole date.
    """
    text = os.environ.get("PORTAL_TODAY") or f"{datetime.now(ZoneInfo('Asia/Taipei')):%Y-%m-%d}"
    day = PartialDate.parse(text)
    if not day.day:
        raise PydanticCustomError("day-missing", "day-missing", {"found": text})
    return day
