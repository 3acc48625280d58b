from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from releases import release

from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.schedule import schedule
from portal.model.reading.load import Loaded
from portal.model.values.moment import Moment

Load = Callable[[Mapping[str, str]], Loaded]


FILES = (
    release("dated", "2026-11-23T09:30")
    | release("embargoed", "2026-11-24", "public_from: 2026-11-24T10:00\n")
    | release("ending", "2026-11-01", "public_until: 2026-11-25\n")
    | release("to-the-minute", "2026-11-01", "public_until: 2026-11-26T17:00\n")
    | release("draft", "2026-11-22T12:00", "draft: true\n")
)


@pytest.mark.parametrize(
    ("now", "public", "due"),
    [
        ("2026-11-23T09:29", {"ending", "to-the-minute"}, "2026-11-23T09:30+08:00"),
        ("2026-11-23T09:30", {"dated", "ending", "to-the-minute"}, "2026-11-24T10:00+08:00"),
        ("2026-11-24T09:59", {"dated", "ending", "to-the-minute"}, "2026-11-24T10:00+08:00"),
        (
            "2026-11-24T10:00",
            {"dated", "embargoed", "ending", "to-the-minute"},
            "2026-11-26",
        ),
        ("2026-11-26", {"dated", "embargoed", "to-the-minute"}, "2026-11-26T17:00+08:00"),
        ("2026-11-26T17:00", {"dated", "embargoed"}, None),
    ],
)
def test_releases_come_and_go_to_the_minute(
    loaded: Load, now: str, public: set[str], due: str | None
) -> None:
    found, moment = loaded(FILES), Moment.parse(now)
    assert build_catalog(found, moment).press_releases.keys() == public
    until = schedule(found, moment).until
    assert (until and until.iso) == due


def test_a_site_holds_until_the_next_change_and_not_before_the_last(loaded: Load) -> None:
    made = schedule(loaded(FILES), Moment.parse("2026-11-24T12:00"))
    assert made.holds_at(Moment.parse("2026-11-25T23:59"))
    assert not made.holds_at(Moment.parse("2026-11-26"))
    assert not made.holds_at(Moment.parse("2026-11-24T09:59"))


def test_what_has_no_time_of_its_own_never_changes(loaded: Load) -> None:
    found = schedule(loaded({}), Moment.parse("2026-11-22"))
    assert (found.since, found.until) == (None, None)


@pytest.mark.parametrize(
    ("now", "since"),
    [
        ("2026-11-23T09:29", "2026-11-01"),
        ("2026-11-23T09:30", "2026-11-23T09:30+08:00"),
        ("2026-11-24T10:00", "2026-11-24T10:00+08:00"),
        ("2026-11-26T17:00", "2026-11-26T17:00+08:00"),
        ("2026-10-31", None),
    ],
)
def test_the_last_change_is_that_of_the_very_minute_or_before(
    loaded: Load, now: str, since: str | None
) -> None:
    found = schedule(loaded(FILES), Moment.parse(now)).since
    assert (found and found.iso) == since


def test_a_site_holds_from_the_minute_of_a_change_to_the_minute_before_the_next(
    loaded: Load,
) -> None:
    made = schedule(loaded(FILES), Moment.parse("2026-11-23T12:00"))
    held = ("2026-11-23T09:30", "2026-11-24T09:59")
    assert [made.holds_at(Moment.parse(moment)) for moment in held] == [True, True]
    broken = ("2026-11-23T09:29", "2026-11-24T10:00")
    assert [made.holds_at(Moment.parse(moment)) for moment in broken] == [False, False]


def test_a_site_without_dates_holds_at_any_time(loaded: Load) -> None:
    made = schedule(loaded({}), Moment.parse("2026-11-22"))
    assert made.holds_at(Moment.parse("2000-01-01"))
    assert made.holds_at(Moment.parse("2099-01-01"))


def test_before_the_first_and_after_the_last_change_a_site_holds_on(loaded: Load) -> None:
    first = schedule(loaded(FILES), Moment.parse("2026-10-31"))
    assert first.holds_at(Moment.parse("2000-01-01"))
    assert not first.holds_at(Moment.parse("2026-11-01"))
    last = schedule(loaded(FILES), Moment.parse("2026-11-27"))
    assert last.holds_at(Moment.parse("2099-01-01"))
    assert not last.holds_at(Moment.parse("2026-11-26T16:59"))
