"""The moment of the build: an input, so that the same input gives the same site."""

from __future__ import annotations

import os
from datetime import datetime
from zoneinfo import ZoneInfo

from portal.model.values.moment import Moment


def build_moment() -> Moment:
    """``PORTAL_TODAY`` if set (``2026-11-22`` or ``2026-11-22T09:30``), otherwise the current minute in Taipei.

    Raises PydanticCustomError when ``PORTAL_TODAY`` is neither.
    """
    given = os.environ.get("PORTAL_TODAY")
    return Moment.parse(given or f"{datetime.now(ZoneInfo('Asia/Taipei')):%Y-%m-%dT%H:%M}")
