"""International organizations and their members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.linked_data.mentions import events_of
from portal.outputs.linked_data.node import (
    Node,
    iso,
    known,
    only,
    other_names,
    references,
    same_as,
)

if TYPE_CHECKING:
    from portal.model.records.organization import Membership, Organization
    from portal.pages.render.view import View

MEMBERS = frozenset(("member", "full", "associate", "corporate", "founding"))
"""Classes of membership that make a member; who hosts, signs or takes part need not be one."""


def organization(view: View, record: Organization) -> Node:
    """An international body, with the governments of the portal that are members of it.

    Member cities are left out: in schema.org a place cannot be a member.
    """
    acronym = [record.acronym] if record.acronym else []
    members = [membership.home for membership in record.memberships if is_member(membership)]
    return {
        "@type": "NGO" if record.kind == "non-governmental" else "Organization",
        **only(
            alternateName=[*other_names(view, known(record, "name")), *acronym],
            foundingDate=iso(known(record, "founded")),
            address=_address(view, record),
            member=references(view, "homes", filter(None, members)),
            event=events_of(view, "organizations", record),
            sameAs=same_as(record),
        ),
    }


def is_member(membership: Membership) -> bool:
    """Whether somebody verified that it is a member, and nothing says that it left."""
    return (
        membership.membership_class in MEMBERS
        and membership.verified is not None
        and membership.until is None
    )


def _address(view: View, record: Organization) -> Node | None:
    seat = known(record, "seat")
    if seat is None:
        return None
    place = only(addressLocality=seat[view.locale], addressCountry=record.seat_country)
    return {"@type": "PostalAddress", **place}
