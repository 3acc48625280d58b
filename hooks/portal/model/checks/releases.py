"""A press release must say whose text it is, and what was changed after publication."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import PRESS_RELEASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded
    from portal.model.values.moment import Moment
    from portal.model.values.walk import Loc


def release_problems(loaded: Loaded) -> Iterator[Problem]:
    """Texts of the portal's editors (no issuer) without sources; changes dated before the release.

    Ids of two digits are refused too: their address would be that of a month.
    """
    for row in loaded.of(PRESS_RELEASES):
        release = row.record
        if release.issuer is None and not release.sources:
            yield Problem(row.place(("id",)), "release-without-source", {"found": release.id})
        if len(release.id) == 2 and release.id.isdecimal():
            yield Problem(row.place(("id",)), "id-is-month", {"found": release.id})
        changes: list[tuple[Loc, Moment]] = [
            (("corrections", n, "date"), c.date) for n, c in enumerate(release.corrections)
        ]
        if release.withdrawn:
            changes.append((("withdrawn", "date"), release.withdrawn.date))
        for loc, date in changes:
            if date.surely_before(release.date):
                found = {"field": str(loc[0]), "found": str(date)}
                found |= {"other": "date", "limit": str(release.date)}
                yield Problem(row.place(loc), "date-order", found)
