"""What names a record, as the node of that record tells it: the newest, as its page does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.chapters import SHOWN
from portal.model.records.kinds import EXCHANGES
from portal.outputs.linked_data.node import Node, reference

if TYPE_CHECKING:
    from portal.model.records.record import Record
    from portal.pages.render.view import View

TEXTS = tuple(kind for kind in SHOWN if kind != EXCHANGES.name)
"""The kinds of texts that are about records."""


def texts_about(view: View, kind: str, record: Record) -> list[Node]:
    """Press releases, trip reports and plans; that they are about a record is a fact of the portal's own."""
    return [
        reference(view, by, text) for by in TEXTS for text in view.newest_naming(kind, record, by)
    ]


def events_of(view: View, kind: str, record: Record) -> list[Node]:
    """Exchanges that somebody verified."""
    found = view.newest_naming(kind, record, EXCHANGES.name)
    return [reference(view, EXCHANGES.name, event) for event in found if event.verified]
