"""Which parts of a record would make its page too long, and how much of each the page still shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.city import City
from portal.model.records.home import Home
from portal.model.records.organization import Organization
from portal.model.records.plan import Plan
from portal.model.records.trip_report import TripReport

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.relations import Relations
    from portal.model.records.record import Record

SHOWN = {"exchanges": 3, "press_releases": 2}
"""How many of the newest records that mention a record are shown on its page."""

SEATS = 6
"""How many memberships the page of a record shows."""

DISCREPANCIES = 3
"""How many contradictions in its sources the page of a record shows."""

CONTINUED = ("exchanges", "memberships", "discrepancies")
"""Chapters that continue lists of which the record's page shows the beginning; the page links to them there."""


def chapter_names(relations: Relations, kind: str, record: Record) -> Iterator[str]:
    """The chapters of a record, each named as the last part of its address."""
    if isinstance(record, Home) and relations.ties_of_home.get(record.id):
        yield "partnerships"
    if isinstance(record, Home) and (record.units or record.committees):
        yield "units"
    if len(relations.seats_of.get(record.id, ())) > SEATS and isinstance(record, (Home, City)):
        yield "memberships"
    if isinstance(record, Organization) and any(seat.city for seat in record.memberships):
        yield "members"
    if isinstance(record, TripReport) and (record.programme or record.exchanges):
        yield "programme"
    if isinstance(record, Plan) and record.budget:
        yield "budget"
    if any(len(relations.naming(kind, record.id, by)) > most for by, most in SHOWN.items()):
        yield "exchanges"
    if len(record.discrepancies) > DISCREPANCIES:
        yield "discrepancies"
