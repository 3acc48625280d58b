"""Which parts of a record would make its page too long, and how much of each the page itself shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.relations import Relations

SHOWN = {"exchanges": 3, "press_releases": 2}
"""How many of the newest that name a record its own page shows."""

SEATS = 6
"""How many memberships a record's own page shows."""

DISCREPANCIES = 3
"""How many contradictions of its sources a record's own page shows."""

CONTINUED = ("exchanges", "memberships", "discrepancies")
"""Chapters that go on with what the record's page shows the beginning of, and are linked there."""


def chapter_names(relations: Relations, kind: str, record: Any) -> Iterator[str]:
    """The chapters of a record, each named as the last part of its address."""
    if kind == "homes" and relations.ties_of_home.get(record.id):
        yield "partnerships"
    if kind == "homes" and (record.units or record.committees):
        yield "units"
    if len(relations.seats_of.get(record.id, ())) > SEATS and kind in ("homes", "cities"):
        yield "memberships"
    if kind == "organizations" and any(membership.city for membership in record.memberships):
        yield "members"
    if kind == "trip_reports" and (record.programme or record.exchanges):
        yield "programme"
    if kind == "plans" and record.budget:
        yield "budget"
    if any(len(relations.naming(kind, record.id, by)) > most for by, most in SHOWN.items()):
        yield "exchanges"
    if len(record.discrepancies) > DISCREPANCIES:
        yield "discrepancies"
