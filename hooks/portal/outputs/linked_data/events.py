"""Exchanges as events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.linked_data.node import Node, iso, known, only, references, said, same_as

if TYPE_CHECKING:
    from portal.model.records.exchange import Exchange
    from portal.pages.render.view import View

STATUS = {
    "planned": "https://schema.org/EventScheduled",
    "held": "https://schema.org/EventScheduled",
    "cancelled": "https://schema.org/EventCancelled",
}
"""schema.org calls an event scheduled if it takes place, or took place, as planned."""

NARROWER = {
    "count": "EventSeries",
    "course": "EducationEvent",
    "fair": "ExhibitionEvent",
    "sport": "SportsEvent",
}
"""Types of exchange for which schema.org has its own type; a count is about many events, such as all receptions."""


def _located(place: str) -> Node:
    """Where an event takes place: search engines want an address, and a record has it as one text."""
    return {"@type": "Place", "name": place, "address": place}


def exchange(view: View, record: Exchange) -> Node:
    """A past or planned event: who attended, and the places concerned.

    Records do not say who organized it, so neither does the node. If the exact days are unknown, it has no dates.
    """
    place = known(record, "place")
    is_dated = not record.within
    is_overdue = record.status == "planned" and record.is_overdue(view.catalog.today)
    attended = (("homes", record.homes), ("organizations", record.organizations))
    return {
        "@type": NARROWER.get(record.type, "Event"),
        **only(
            description=said(view, known(record, "summary")),
            startDate=iso(known(record, "start")) if is_dated else None,
            endDate=iso(known(record, "end")) if is_dated else None,
            eventStatus=None if is_overdue else STATUS.get(known(record, "status")),
            location=place and _located(place[view.locale]),
            attendee=[node for kind, ids in attended for node in references(view, kind, ids)],
            about=references(view, "cities", (part.city for part in record.cities)),
            sameAs=same_as(record),
        ),
    }
