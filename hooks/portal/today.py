"""The moment of the build: an input, so that the same input gives the same site. Nothing else reads the clock."""

from __future__ import annotations

import os
import time
from datetime import datetime
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from portal.model.values.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Callable

TODAY = "PORTAL_TODAY"
"""The variable that says the moment; without it, it is the current minute in Taipei."""

_STEP = 5.0
"""Seconds after which a wait looks at the clock again, which may have been set, or a machine that slept."""

_LEAST = 0.05
"""Seconds; a shorter sleep may be none."""


def build_moment() -> Moment:
    """``PORTAL_TODAY`` if set (``2026-11-22`` or ``2026-11-22T09:30``), otherwise the current minute in Taipei.

    Raises PydanticCustomError when ``PORTAL_TODAY`` is neither.
    """
    given = os.environ.get(TODAY)
    return Moment.parse(given or f"{_clock():%Y-%m-%dT%H:%M}")


def time_passes() -> bool:
    """Whether the moment is that of the clock, rather than one that was given and never changes."""
    return not os.environ.get(TODAY)


def seconds_until(moment: Moment) -> float:
    """How long it takes, by the clock, until a moment has come; negative afterwards."""
    return (datetime.fromisoformat(moment.timestamp) - _clock()).total_seconds()


def wait_until(moment: Moment, advance: Callable[[int], None] = lambda _: None) -> None:
    """Return when a moment has come; ``advance`` is told how many more seconds have been waited for."""
    while (left := seconds_until(moment)) > 0:
        pause = min(max(left, _LEAST), _STEP)
        _sleep(pause)
        advance(round(pause))


def _clock() -> datetime:
    return datetime.now(ZoneInfo("Asia/Taipei"))


def _sleep(seconds: float) -> None:
    time.sleep(seconds)
