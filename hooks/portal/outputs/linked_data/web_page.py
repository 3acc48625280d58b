"""The page about a record, which rests on sources and was reviewed on a day: a thing has neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.linked_data.node import Node, iri, iso, only, page_url, source

if TYPE_CHECKING:
    from portal.model.records.record import Record
    from portal.pages.render.view import View


def web_page(view: View, kind: str, record: Record) -> Node:
    """The page in the language of the view. It has no ``@id``: that of the Chinese page identifies its subject."""
    return {
        "@type": "WebPage",
        "url": page_url(view, kind, record),
        "inLanguage": view.lang,
        "mainEntity": {"@id": iri(view, kind, record)},
        **only(
            dateModified=iso(record.modified),
            lastReviewed=iso(record.verified),
            citation=[source(view, ref) for ref in record.sources],
        ),
    }
