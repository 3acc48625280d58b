"""Texts: press releases, trip reports, plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.linked_data.node import (
    Node,
    iri,
    iso,
    issuer,
    known,
    only,
    references,
    same_as,
)
from portal.outputs.media.shown_media import Media

if TYPE_CHECKING:
    from portal.model.records.plan import Plan
    from portal.model.records.press_release import PressRelease
    from portal.model.records.trip_report import TripReport
    from portal.pages.render.view import View

ABOUT = ("homes", "cities", "organizations", "exchanges", "trip_reports", "plans")
"""What a press release can be about, as its fields are called."""


def press_release(view: View, record: PressRelease) -> Node:
    """A press release in the language of the view, with its sources."""
    return {
        "inLanguage": view.lang,
        "datePublished": record.date.iso,
        **only(
            **_publishers(view, record),
            dateModified=iso(record.modified) if record.modified != record.date else None,
            image=Media(view).addresses(record),
            hasPart=_attachments(view, record),
            correction=[
                {
                    "@type": "CorrectionComment",
                    "datePublished": correction.date.iso,
                    "text": correction.note[view.locale],
                }
                for correction in record.corrections
            ],
            about=[
                node for kind in ABOUT for node in references(view, kind, getattr(record, kind))
            ],
            isBasedOn=[_source(view, ref) for ref in record.sources],
            sameAs=same_as(record),
        ),
    }


def _attachments(view: View, record: PressRelease) -> list[Node]:
    """The documents to download with a release."""
    return [
        {
            "@type": "DigitalDocument",
            "name": file.title,
            "encodingFormat": file.type,
            "url": file.href,
        }
        for file in Media(view).downloads(record, view.site)
    ]


def _publishers(view: View, record: PressRelease) -> Node:
    """Who issued it; a text of the portal's editors is published by the portal."""
    if record.issuer:
        body = issuer(view, record.issuer)
        return {"author": body, "publisher": body}
    author = {"@type": "Organization", "name": view.plain("page.editors")}
    portal = {"@type": "Organization", "name": view.plain("site.name")}
    return {"author": author, "publisher": portal}


def _source(view: View, ref: str) -> str | Node:
    document = view.catalog.sources.get(ref)
    if document is None:
        return ref
    name, url = document.name[view.locale], document.url
    return {
        "@type": "CreativeWork",
        "@id": iri(view, "sources", document),
        **only(name=name, url=url),
    }


def trip_report(view: View, record: TripReport) -> Node:
    """An official's report on a trip; who traveled is known by role only."""
    place = known(record, "place")
    return only(
        author=issuer(view, record.unit or record.home),
        datePublished=iso(record.reported),
        temporalCoverage=_span(record),
        contentLocation=place and {"@type": "Place", "name": place[view.locale]},
        sameAs=same_as(record),
    )


def plan(view: View, record: Plan) -> Node:
    """A plan of a government for some years."""
    return only(
        author=issuer(view, record.home),
        temporalCoverage=_span(record),
        sameAs=same_as(record),
    )


def _span(record: TripReport | Plan) -> str | None:
    """From the first to the last day or year (ISO 8601), if both are known."""
    ends = [known(record, name) for name in ("start", "end")]
    return "/".join(map(str, ends)) if all(ends) else None
