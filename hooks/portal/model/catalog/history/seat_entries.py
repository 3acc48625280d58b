"""The entries of memberships in organizations, and of offices held in them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.history.entry import Entry
from portal.model.catalog.tie import Seat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.values.partial_date import PartialDate


def seat_entries(catalog: Catalog, exchanges: Iterable[Entry]) -> Iterator[Entry]:
    """When members joined, left and took office; an office that begins with a congress is told by the congress."""
    begun = {
        (home, organization, entry.start): entry
        for entry in exchanges
        if entry.kind == "conference"
        for organization in entry.organizations
        for home in entry.homes
    }
    for organization in catalog.organizations.values():
        for membership in organization.memberships:
            seat = Seat(organization, membership)
            member = membership.home or membership.city or ""
            if membership.since:
                yield _entry(seat, "membership", membership.since)
            if membership.until:
                entry = _entry(seat, "membership", membership.until)
                entry.id, entry.is_end = f"{entry.id}-end", True
                yield entry
            for number, role in enumerate(membership.roles):
                if role.start is None or (member, organization.id, role.start) in begun:
                    continue
                entry = _entry(seat, "role", role.start)
                entry.id, entry.role = f"{entry.id}-{number}", role
                entry.end = role.end if role.end != role.start else None
                yield entry


def _entry(seat: Seat, kind: str, date: PartialDate) -> Entry:
    home, city = seat.membership.home, seat.membership.city
    return Entry(
        id=f"{seat.organization.id}--{home or city}-{kind}-{date}",
        kind=kind,
        start=date,
        homes=(home,) if home else (),
        cities=(city,) if city else (),
        organizations=(seat.organization.id,),
        seat=seat,
    )
