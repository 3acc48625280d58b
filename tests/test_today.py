"""Waiting goes by the clock in Taipei, however long a sleep really takes; nothing here sleeps."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from portal import today
from portal.model.values.moment import Moment

TAIPEI = ZoneInfo("Asia/Taipei")


class Clock:
    """Time that passes only while somebody sleeps, as much as ``pace`` says."""

    def __init__(
        self, start: str, pace: Callable[[float], float] = lambda seconds: seconds
    ) -> None:
        self.time, self.slept = datetime.fromisoformat(start), list[float]()
        self._pace = pace

    def sleep(self, seconds: float) -> None:
        assert seconds > 0
        self.slept.append(seconds)
        self.time += timedelta(seconds=self._pace(seconds))


@pytest.fixture
def use(monkeypatch: pytest.MonkeyPatch) -> Callable[[Clock], Clock]:
    def put(clock: Clock) -> Clock:
        monkeypatch.delenv("PORTAL_TODAY", raising=False)
        monkeypatch.setattr(today, "_clock", lambda: clock.time.astimezone(TAIPEI))
        monkeypatch.setattr(today, "_sleep", clock.sleep)
        return clock

    return put


Use = Callable[[Clock], Clock]


def test_the_moment_is_the_minute_in_taipei(use: Use) -> None:
    use(Clock("2026-11-30T17:59:59.9+00:00"))
    assert str(today.build_moment()) == "2026-12-01T01:59+08:00"
    assert today.time_passes()


def test_a_given_moment_is_no_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PORTAL_TODAY", "2026-12-01T10:00")
    assert str(today.build_moment()) == "2026-12-01T10:00+08:00"
    assert not today.time_passes()


@pytest.mark.parametrize(
    ("moment", "seconds"),
    [("2026-12-01", 50.5), ("2026-12-01T00:01", 110.5), ("2026-11-30T23:59", -9.5)],
)
def test_how_long_it_takes_is_told_to_the_second(use: Use, moment: str, seconds: float) -> None:
    use(Clock("2026-11-30T15:59:09.500+00:00"))
    assert today.seconds_until(Moment.parse(moment)) == seconds


@pytest.mark.parametrize(
    "pace",
    [lambda s: s, lambda s: s / 2, lambda s: s + 3600.0, lambda s: max(s, 0.01) * 0.99],
    ids=["exact", "woken early", "asleep for an hour", "a slow clock"],
)
def test_the_minute_has_come_when_waiting_ends(use: Use, pace: Callable[[float], float]) -> None:
    clock = use(Clock("2026-11-30T15:58:30+00:00", pace))
    told: list[int] = []
    today.wait_until(Moment.parse("2026-12-01"), told.append)
    assert str(today.build_moment()) >= "2026-12-01T00:00+08:00"
    assert len(told) == len(clock.slept) > 0
    if pace(1.0) == 1.0:
        assert round(sum(clock.slept)) == sum(told) == 90


def test_nobody_waits_for_what_has_come(use: Use) -> None:
    clock = use(Clock("2026-11-30T16:00:00+00:00"))
    today.wait_until(Moment.parse("2026-12-01"))
    assert clock.slept == []
