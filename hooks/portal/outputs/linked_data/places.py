"""Cities as places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.linked_data.mentions import events_of
from portal.outputs.linked_data.node import Node, known, only, other_names, same_as

if TYPE_CHECKING:
    from portal.model.records.city import City
    from portal.model.values.coordinates import Coordinates
    from portal.pages.render.view import View

NARROWER = {
    "city": "City",
    "special-municipality": "City",
    "county-administered-city": "City",
    "state": "State",
    "province": "State",
}
"""Levels for which schema.org has a type of its own: a ``State`` is a state or a province."""


def place_type(level: str | None) -> str:
    """The type of a place of that level in its own country's order."""
    return NARROWER.get(level or "", "AdministrativeArea")


def city(view: View, record: City) -> Node:
    """A partner place. Its ties are left out: schema.org has no word for sister cities."""
    region = known(record, "subdivision")
    address = only(addressRegion=region and region[view.locale], addressCountry=record.country)
    return {
        "@type": place_type(known(record, "level")),
        "address": {"@type": "PostalAddress", **address},
        **only(
            alternateName=other_names(view, known(record, "name")),
            geo=_geo(known(record, "coordinates")),
            event=events_of(view, "cities", record),
            sameAs=same_as(record),
        ),
    }


def _geo(point: Coordinates | None) -> Node | None:
    if point is None:
        return None
    return {"@type": "GeoCoordinates", "latitude": float(point.lat), "longitude": float(point.lon)}
