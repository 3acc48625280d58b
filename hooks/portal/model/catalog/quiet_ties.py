"""Ties that count as in force, and of which nothing has been on record for years."""

from __future__ import annotations

from datetime import MAXYEAR, date, timedelta
from typing import TYPE_CHECKING

from portal.model.catalog.history.activity import last_activity, years_without
from portal.model.catalog.tie import Tie, ties_of
from portal.model.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.history.entry import Entry

QUIET_YEARS = 10
"""After how many years without activity a tie is pointed out, unless a portal sets another number."""

IN_FORCE = ("signed", "active")
"""The statuses that say that something goes on, or should."""


def quiet_ties(
    catalog: Catalog, histories: Mapping[str, Sequence[Entry]], years: int
) -> dict[str, Entry | None]:
    """By key, those without activity for so many years, and what was done last; None if nothing is on record."""
    found = {}
    for tie in _in_force(catalog):
        last = last_activity(histories.get(f"ties/{tie.key}", ()), catalog.today)
        without = years_without(last, catalog.today)
        if without is None or without >= years:
            found[tie.key] = last
    return found


def last_days(
    catalog: Catalog, histories: Mapping[str, Sequence[Entry]], years: int
) -> Iterator[PartialDate]:
    """The days after which further ties become quiet if nothing else is recorded."""
    for tie in _in_force(catalog):
        last = last_activity(histories.get(f"ties/{tie.key}", ()), catalog.today)
        if last is None:
            continue
        ended = last.last.last_day
        if (
            ended.year + years <= MAXYEAR
        ):  # a slip of the pen may lie anywhere, and is told elsewhere
            turn = _day(ended.year + years, ended.month, ended.day) - timedelta(1)
            yield PartialDate(turn.year, turn.month, turn.day)


def _in_force(catalog: Catalog) -> Iterator[Tie]:
    every = ties_of(catalog.cities.values())
    return (tie for tie in every if tie.partnership.status in IN_FORCE)


def _day(year: int, month: int, day: int) -> date:
    """That day; after 28 February, if the year has no 29th."""
    try:
        return date(year, month, day)
    except ValueError:
        return date(year, 3, 1)
