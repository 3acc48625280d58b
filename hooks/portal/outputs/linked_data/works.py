"""Texts: press releases, trip reports, plans."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.kinds import PRESS_RELEASES
from portal.model.values.url import as_uri
from portal.outputs.linked_data.node import (
    Node,
    iso,
    issuer,
    known,
    only,
    references,
    said,
    same_as,
    source,
)
from portal.outputs.media.shown_media import Media

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.records.plan import Plan
    from portal.model.records.press_release import PressRelease
    from portal.model.records.record import Record
    from portal.model.records.trip_report import TripReport
    from portal.pages.render.view import View

ABOUT = ("homes", "cities", "organizations", "exchanges", "trip_reports", "plans")
"""What a press release can be about, as its fields are called."""


def press_release(view: View, record: PressRelease) -> Node:
    """A press release in the language of the view, with its sources; news only if a government issued it."""
    return {
        "@type": "NewsArticle" if record.issuer else PRESS_RELEASES.schema_type,
        "inLanguage": view.lang,
        "datePublished": record.date.iso,
        **only(
            **_publishers(view, record),
            dateModified=iso(record.modified),
            description=record.lead[view.locale],
            articleSection=view.plain(f"press.category.{record.category}"),
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
            about=_concerned(view, record, ABOUT),
            isBasedOn=[source(view, ref) for ref in record.sources],
            sameAs=same_as(record),
        ),
    }


def _concerned(view: View, record: Record, kinds: Iterable[str]) -> list[Node]:
    """The records that a text names in fields called after their kinds."""
    return [node for kind in kinds for node in references(view, kind, getattr(record, kind))]


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
        return {"author": body, "publisher": body and {**body, **_contact(view, record)}}
    author = {"@type": "Organization", "name": view.plain("page.editors")}
    portal = {"@type": "Organization", "name": view.plain("site.name")}
    return {"author": author, "publisher": portal}


def _contact(view: View, record: PressRelease) -> Node:
    """The office of its issuer that answers questions about it."""
    contact = record.contact
    office = issuer(view, contact.office) if contact else None
    if contact is None or office is None:
        return {}
    point = only(
        name=office["name"], telephone=contact.phone, url=contact.url and as_uri(contact.url)
    )
    return {"contactPoint": {"@type": "ContactPoint", **point}}


def trip_report(view: View, record: TripReport) -> Node:
    """An official's report on a trip; who traveled is known by role only."""
    place = known(record, "place")
    return only(
        author=issuer(view, record.unit or record.home),
        description=said(view, known(record, "summary")),
        about=_concerned(view, record, ("cities", "organizations", "exchanges")),
        datePublished=iso(record.reported),
        temporalCoverage=_span(record),
        contentLocation=place and {"@type": "Place", "name": place[view.locale]},
        sameAs=same_as(record),
    )


def plan(view: View, record: Plan) -> Node:
    """A plan of a government for some years."""
    return only(
        author=issuer(view, record.home),
        description=said(view, known(record, "summary")),
        about=_concerned(view, record, ("cities",)),
        temporalCoverage=_span(record),
        sameAs=same_as(record),
    )


def _span(record: TripReport | Plan) -> str | None:
    """From the first to the last day or year (ISO 8601), if both are known."""
    ends = [known(record, name) for name in ("start", "end")]
    return "/".join(map(str, ends)) if all(ends) else None
