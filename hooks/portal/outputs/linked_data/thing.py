"""What a record is, in the vocabulary of schema.org, for search engines and for those who use the open data.

A node contains only facts of the record that are not in doubt: for an unverified record only its name and page, and the
portal's own texts about it; never a field in ``unsourced``. It names no private individuals, because records do not.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from portal.model.records.kinds import (
    CITIES,
    EXCHANGES,
    GLOSSARY,
    HOMES,
    ORGANIZATIONS,
    PLANS,
    PRESS_RELEASES,
    TRIP_REPORTS,
)
from portal.outputs.linked_data.events import exchange
from portal.outputs.linked_data.governments import home
from portal.outputs.linked_data.mentions import texts_about
from portal.outputs.linked_data.node import Node, identity, only
from portal.outputs.linked_data.organizations import organization
from portal.outputs.linked_data.places import city
from portal.outputs.linked_data.terms import concept, term
from portal.outputs.linked_data.works import plan, press_release, trip_report
from portal.pages.render.view import View

if TYPE_CHECKING:
    from portal.model.records.record import Record

Say = Callable[[View, Any], Node]
"""Returns what a node says besides its type, name and address; it may narrow the type."""

ALWAYS: dict[str, Say] = {PRESS_RELEASES.name: press_release, GLOSSARY.name: term}
"""What needs no verification: facts about the portal's own texts, and that a term is in the glossary."""

IF_VERIFIED: dict[str, Say] = {
    HOMES.name: home,
    CITIES.name: city,
    ORGANIZATIONS.name: organization,
    EXCHANGES.name: exchange,
    TRIP_REPORTS.name: trip_report,
    PLANS.name: plan,
    GLOSSARY.name: concept,
}
"""What the nodes of a kind say once a record is verified; all others give only the name."""


def thing(view: View, kind: str, record: Record) -> Node:
    """A record as a node in the language of a view, which must know the address of the site."""
    node = identity(view, kind, record)
    if kind in ALWAYS:
        node |= ALWAYS[kind](view, record)
    if record.verified and kind in IF_VERIFIED:
        node |= IF_VERIFIED[kind](view, record)
    return {**node, **only(subjectOf=texts_about(view, kind, record))}


def document(view: View, *nodes: Node) -> Node:
    """A document of JSON-LD 1.1 whose words are in the language of the view, unless they say otherwise."""
    context = ["https://schema.org", {"@language": view.lang}]
    return {"@context": context, "@graph": list(nodes)}
