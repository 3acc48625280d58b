"""A page for each record, and those of its chapters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.data.problem import shorten
from portal.model.records.city import City
from portal.model.records.home import Home
from portal.model.records.kinds import KINDS, PRESS_RELEASES
from portal.model.records.press_release import PressRelease
from portal.pages.address import address
from portal.pages.chapter_pages import chapter_pages
from portal.pages.city_pages import country_address
from portal.pages.page import PageSource
from portal.pages.reconciliation_pages import reconciliation_pages
from portal.pages.render.government_figures import Governments
from portal.pages.render.head import Crumb, Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.records.kind import Kind
    from portal.model.records.record import Record
    from portal.pages.render.view import View

WITHDRAWN = "withdrawn.html.j2"
"""The template of a press release that was withdrawn."""

DESCRIPTION = 160
"""Characters of a description; search engines show no more."""


def record_pages(catalog: Catalog, relations: Relations) -> Iterator[PageSource]:
    """The page of every record, and its chapters."""
    for kind in KINDS.with_pages:
        name, noun = kind.name, kind.noun
        for record in catalog.of(kind).values():
            head = partial(_head, kind=kind, noun=noun, record=record)
            yield PageSource(
                path=address(name, record),
                template=f"{noun}.html.j2",
                head=head,
                params={noun: record},
                place=catalog.places[name, record.id],
                subject=(name, record),
            )
            yield from chapter_pages(catalog, relations, name, record, head)
    yield from reconciliation_pages(catalog)
    for release in catalog.withdrawn.values():
        yield PageSource(
            path=address(PRESS_RELEASES.name, release),
            template=WITHDRAWN,
            head=partial(_head, kind=PRESS_RELEASES, noun="withdrawn", record=release),
            params={"release": release},
            place=catalog.places[PRESS_RELEASES.name, release.id],
            is_listed=False,
        )


def _head(view: View, *, kind: Kind[Record], noun: str, record: Record) -> Head:
    """The template and the labels of a kind's pages are named after its noun."""
    title = view.title(record)
    lead = record.lead[view.locale] if isinstance(record, PressRelease) else ""
    if isinstance(record, Home) and record.publishes:
        description = Governments(view).summary(record).striptags()
    else:
        description = view.plain(f"{noun}.description", title=title, lead=lead)
    window = view.window_title(record)
    return Head(
        title, shorten(description, DESCRIPTION), _crumbs(view, kind, record),
        window if window != title else "",
    )  # fmt: skip


def _crumbs(view: View, kind: Kind[Record], record: Record) -> tuple[Crumb, ...]:
    """The list of its kind, and the narrower list that has the record: that of its country or year."""
    section = Crumb(view.plain(f"{kind.section}.title"), f"{kind.section}/")
    if isinstance(record, City):
        return section, Crumb(view.country(record.country), country_address(record.country))
    begin = kind.begin(record) if kind.by_year else None
    if begin:
        year = view.plain("year.title", year=begin.year)
        return section, Crumb(year, f"{kind.section}/{begin.year}/")
    return (section,)
