"""Partnerships and memberships must be consistent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.likeness import nearest_id
from portal.data.problem import Problem
from portal.model.checks.tie_history import history_problems
from portal.model.records.kinds import CITIES, ORGANIZATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.city import City
    from portal.model.records.organization import Organization
    from portal.model.records.partnership import Partnership
    from portal.model.values.moment import Moment
    from portal.model.values.walk import Loc


def tie_problems(loaded: Loaded, now: Moment) -> Iterator[Problem]:
    """Ties that are repeated, dated though only proposed, ended but in force, or not what their history says."""
    for row in loaded.of(CITIES):
        seen: set[tuple[str, str | None]] = set()
        for index, partnership in enumerate(row.record.partnerships):
            loc = ("partnerships", index)
            tie = (partnership.home, partnership.unit)
            if tie in seen:
                found = {"found": partnership.unit or partnership.home, "city": row.record.id}
                yield Problem(row.place(loc), "repeated-tie", found)
            seen.add(tie)
            yield from _partnership(row, partnership, loc, now)
    for organization in loaded.of(ORGANIZATIONS):
        yield from _memberships(organization)


def _partnership(
    row: Row[City], partnership: Partnership, loc: Loc, now: Moment
) -> Iterator[Problem]:
    place = (*loc, "status")
    wrong = list(_status(partnership, now))
    for code, found in wrong:
        yield Problem(row.place(place), code, {"found": found})
    yield from history_problems(row, partnership, loc, now, is_status_wrong=bool(wrong))


def _status(tie: Partnership, now: Moment) -> Iterator[tuple[str, str]]:
    """The codes of dates that the status of a tie contradicts, each with what was found."""
    since = tie.since
    is_to_come = since is not None and since.first_day > now.day  # a problem of its own
    if tie.status == "proposed" and since is not None and not is_to_come:
        yield "proposed-but-signed", str(since)
    if tie.ended is not None and tie.status not in ("ended", "dormant"):
        yield "ended-but-in-force", tie.status


def _memberships(row: Row[Organization]) -> Iterator[Problem]:
    groups = [group.id for group in row.record.groups]
    seen: set[str] = set()
    for index, membership in enumerate(row.record.memberships):
        loc = ("memberships", index)
        if (membership.home is None) == (membership.city is None):
            yield Problem(row.place(loc), "home-or-city")
            continue
        member = membership.home or membership.city or ""
        if member in seen:
            found = {"found": member, "organization": row.record.id}
            yield Problem(row.place(loc), "repeated-membership", found)
        seen.add(member)
        for position, group in enumerate(membership.groups):
            if group not in groups:
                found = {"found": group, "kinds": "groups", "nearest": nearest_id(group, groups)}
                code = "unknown-id-near" if found["nearest"] else "unknown-id"
                name = f"organizations/{row.record.id}#{group if groups else ''}"
                yield Problem(row.place((*loc, "groups", position)), code, found, (name,))
