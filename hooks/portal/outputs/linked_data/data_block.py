"""JSON-LD as a data block of a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from portal.outputs.linked_data.crumbs import breadcrumbs
from portal.outputs.linked_data.thing import document, thing
from portal.pages.weight import FRAME, RECORD_PAGE

if TYPE_CHECKING:
    from portal.outputs.linked_data.node import Node
    from portal.pages.page import PageSource
    from portal.pages.render.head import Head
    from portal.pages.render.view import View


ROOM = RECORD_PAGE - FRAME
"""Bytes of a page's content and its block together."""

SPARED = ("hasPart", "about", "attendee", "member", "isBasedOn", "correction", "mainEntityOfPage")
"""What a longer block leaves out, in this order: the page has links for it, or ``@id`` already says it."""


def linked_data(view: View, page: PageSource, head: Head, content: str) -> str:
    """The element that says what a page with that content is about, and its breadcrumbs.

    Empty for a page that is not about a record and has no nodes of its own, or if the site's address is unknown.
    """
    if not view.site or (page.subject is None and page.nodes is None):
        return ""
    if page.subject is None:
        nodes = [dict(node) for node in page.nodes(view)] if page.nodes else []
        if head.crumbs:
            nodes.append(breadcrumbs(view, head))
        return data_block(document(view, *nodes))
    node, way = thing(view, *page.subject), breadcrumbs(view, head)
    block = data_block(document(view, node, way))
    room = ROOM - len(content.encode())
    for name in SPARED:
        if len(block.encode()) > room and node.pop(name, None):
            block = data_block(document(view, node, way))
    return block


def data_block(content: Node) -> str:
    """A ``<script>`` that browsers do not run (HTML, 4.12.1); no text in it can end it, as ``<`` is escaped."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'
