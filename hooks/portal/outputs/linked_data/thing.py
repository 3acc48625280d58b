"""What a record is, in the vocabulary of schema.org, for search engines and for whoever takes the open data.

Said is only what the record holds and what nobody doubts: of a record that no person has verified, what it is called
and where its page is; never a field in ``unsourced``. No private person is named, as no record names one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal.outputs.linked_data.events import exchange
from portal.outputs.linked_data.governments import home
from portal.outputs.linked_data.node import Node, identity
from portal.outputs.linked_data.organizations import organization
from portal.outputs.linked_data.places import city
from portal.outputs.linked_data.terms import concept, term
from portal.outputs.linked_data.works import plan, press_release, trip_report
from portal.pages.render.view import View

Say = Callable[[View, Any], Node]
"""Gives what a node says beside its type, name and address; it may narrow the type."""

ALWAYS: dict[str, Say] = {"press_releases": press_release, "glossary": term}
"""What needs no verification: what a text of the portal's own is, and that a term is one of the glossary."""

IF_VERIFIED: dict[str, Say] = {
    "homes": home,
    "cities": city,
    "organizations": organization,
    "exchanges": exchange,
    "trip_reports": trip_report,
    "plans": plan,
    "glossary": concept,
}
"""What the nodes of each kind say once somebody has verified the record."""


def thing(view: View, kind: str, record: Any) -> Node:
    """A record as a node in the language of a view, which must know the address of the site."""
    node = identity(view, kind, record)
    if kind in ALWAYS:
        node |= ALWAYS[kind](view, record)
    if record.verified and kind in IF_VERIFIED:
        node |= IF_VERIFIED[kind](view, record)
    return node


def document(view: View, *nodes: Node) -> Node:
    """A document of JSON-LD 1.1 whose words are in the language of the view, unless they say otherwise."""
    context = ["https://schema.org", {"@language": view.lang}]
    return {"@context": context, "@graph": list(nodes)}
