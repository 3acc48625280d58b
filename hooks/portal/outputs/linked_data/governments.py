"""The governments that publish here, and those that records mention."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.linked_data.mentions import events_of
from portal.outputs.linked_data.node import (
    Node,
    known,
    only,
    other_names,
    reference,
    said,
    same_as,
    unit,
)
from portal.outputs.linked_data.organizations import is_member
from portal.outputs.linked_data.places import place_type

if TYPE_CHECKING:
    from portal.model.records.home import Home
    from portal.pages.render.view import View


def home(view: View, record: Home) -> Node:
    """A government with its offices, the place that it governs, and the bodies of which it is a member."""
    seats = view.relations.seats_of.get(record.id, [])
    offices = {part.id: part.level == "bureau" for part in record.units}
    return {
        "areaServed": {
            "@type": place_type(known(record, "level")),
            "name": record.name[view.locale],
        },
        **only(
            alternateName=other_names(view, record.full_name),
            description=said(view, known(record, "summary")),
            department=[unit(view, part) for part, is_office in offices.items() if is_office],
            subOrganization=[
                unit(view, part) for part, is_office in offices.items() if not is_office
            ],
            contactPoint=_contact(view, record),
            memberOf=[
                reference(view, "organizations", seat.organization)
                for seat in seats
                if is_member(seat.membership)
            ],
            event=events_of(view, "homes", record),
            sameAs=same_as(record),
        ),
    }


def _contact(view: View, record: Home) -> Node | None:
    """The unit in charge of international affairs."""
    if record.contact_unit is None:
        return None
    office = unit(view, record.contact_unit)
    return {
        "@type": "ContactPoint",
        "contactType": view.plain("home.contact_unit"),
        "name": office["name"],
        "url": office["@id"],
    }
