"""The page about a record, which rests on sources and was reviewed on a day: a thing has neither."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.linked_data.node import (
    Node,
    iri,
    iso,
    issuer,
    only,
    page_url,
    reference,
    source,
)
from portal.pages.address import tie_address

if TYPE_CHECKING:
    from portal.model.catalog.tie import Tie
    from portal.model.records.record import Record
    from portal.pages.render.head import Head
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


def tie_page(view: View, tie: Tie, head: Head) -> Node:
    """The page about a tie, for which schema.org has no word: it is about both sides."""
    sides = [reference(view, "cities", tie.city), issuer(view, tie.owner)]
    url = f"{view.site}{view.prefix}{tie_address(tie)}"
    return {
        "@type": "WebPage",
        "@id": url,
        "url": url,
        "name": head.title,
        "inLanguage": view.lang,
        "about": sides,
        **only(
            lastReviewed=iso(tie.partnership.verified),
            citation=[source(view, ref) for ref in tie.partnership.sources],
        ),
    }
