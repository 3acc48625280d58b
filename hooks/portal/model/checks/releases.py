"""A press release says whose it is, and what was done to it after publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.load import Loaded, Row
    from portal.model.moment import Moment
    from portal.model.walk import Loc


def release_problems(loaded: Loaded, now: Moment) -> Iterator[Problem]:
    """A text of the portal's editors (no issuer) without sources; changes dated before it, or after today.

    An id of two digits is refused too: its address would be that of a month.
    """
    for row in loaded.rows["press_releases"]:
        release = row.record
        if release.issuer is None and not release.sources:
            yield Problem(row.place(("id",)), "release-without-source", {"found": release.id})
        if len(release.id) == 2 and release.id.isdecimal():
            yield Problem(row.place(("id",)), "id-is-month", {"found": release.id})
        for index, correction in enumerate(release.corrections):
            yield from _changed(row, ("corrections", index, "date"), correction.date, now)
        if release.withdrawn:
            yield from _changed(row, ("withdrawn", "date"), release.withdrawn.date, now)


def _changed(row: Row, loc: Loc, date: Moment, now: Moment) -> Iterator[Problem]:
    released = row.record.date
    if date.surely_before(released):
        found = {"field": str(loc[0]), "found": str(date)}
        yield Problem(
            row.place(loc), "date-order", {**found, "other": "date", "limit": str(released)}
        )
    if now.surely_before(date):
        yield Problem(row.place(loc), "changed-in-future", {"found": str(date), "now": str(now)})
