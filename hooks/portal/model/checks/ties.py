"""Partnerships and memberships must be consistent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem, nearest
from portal.model.records.kinds import CITIES, HOMES, ORGANIZATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.city import City
    from portal.model.records.organization import Organization
    from portal.model.records.partnership import Partnership
    from portal.model.values.moment import Moment
    from portal.model.values.walk import Loc


def tie_problems(loaded: Loaded, now: Moment) -> Iterator[Problem]:
    """Ties that are repeated, dated though only proposed, ended but still in force, or of another home's unit."""
    homes = {unit.id: row.record.id for row in loaded.of(HOMES) for unit in row.record.units}
    for row in loaded.of(CITIES):
        seen: set[tuple[str, str | None]] = set()
        for index, partnership in enumerate(row.record.partnerships):
            loc = ("partnerships", index)
            tie = (partnership.home, partnership.unit)
            if tie in seen:
                found = {"found": partnership.unit or partnership.home, "city": row.record.id}
                yield Problem(row.place(loc), "repeated-tie", found)
            seen.add(tie)
            yield from _partnership(row, partnership, loc, homes, now)
    for organization in loaded.of(ORGANIZATIONS):
        yield from _memberships(organization)


def _partnership(
    row: Row[City], partnership: Partnership, loc: Loc, homes: dict[str, str], now: Moment
) -> Iterator[Problem]:
    since = partnership.since
    is_to_come = since is not None and since.first_day > now.day  # a problem of its own
    if partnership.status == "proposed" and since is not None and not is_to_come:
        found = {"found": str(since)}
        yield Problem(row.place((*loc, "status")), "proposed-but-signed", found)
    if partnership.ended is not None and partnership.status not in ("ended", "dormant"):
        found = {"found": partnership.status}
        yield Problem(row.place((*loc, "status")), "ended-but-in-force", found)
    unit = partnership.unit
    if unit in homes and homes[unit] != partnership.home:
        found = {"found": unit, "home": partnership.home, "cure": homes[unit]}
        yield Problem(row.place((*loc, "unit")), "foreign-unit", found)
    for index, agreement in enumerate(partnership.agreements):
        if row.record.id not in agreement.parties:
            parties = (*loc, "agreements", index, "parties")
            yield Problem(row.place(parties), "city-not-party", {"found": row.record.id})


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
                found = {"found": group, "kinds": "groups", "nearest": nearest(group, groups)}
                code = "unknown-id-near" if found["nearest"] else "unknown-id"
                yield Problem(row.place((*loc, "groups", position)), code, found)
