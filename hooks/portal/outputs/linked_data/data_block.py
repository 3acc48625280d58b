"""JSON-LD as a data block of a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from portal.model.records.press_release import PressRelease
from portal.outputs.linked_data.crumbs import breadcrumbs
from portal.outputs.linked_data.thing import document, thing
from portal.outputs.linked_data.web_page import tie_page, web_page

if TYPE_CHECKING:
    from portal.outputs.linked_data.node import Node
    from portal.pages.page import PageSource
    from portal.pages.render.head import Head
    from portal.pages.render.view import View


def linked_data(view: View, page: PageSource, head: Head) -> str:
    """The element that says what a page is about, what it rests on, and its breadcrumbs. A press release is its page.

    Empty for a page that is not about a record and has no nodes of its own, or if the site's address is unknown.
    """
    if not view.site or (page.subject is None and page.nodes is None and page.tie is None):
        return ""
    if page.tie is not None:
        return data_block(document(view, tie_page(view, page.tie, head), breadcrumbs(view, head)))
    if page.subject is None:
        nodes = [dict(node) for node in page.nodes(view)] if page.nodes else []
        if head.crumbs:
            nodes.append(breadcrumbs(view, head))
        return data_block(document(view, *nodes))
    kind, record = page.subject
    own = [] if isinstance(record, PressRelease) else [web_page(view, kind, record)]
    return data_block(document(view, thing(view, kind, record), *own, breadcrumbs(view, head)))


def data_block(content: Node) -> str:
    """A ``<script>`` that browsers do not run (HTML, 4.12.1); no text in it can end it, as ``<`` is escaped."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    return f'<script type="application/ld+json">{text}</script>'
