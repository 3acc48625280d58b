"""A page for each record, and those of its chapters."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from portal.data.problem import shorten
from portal.pages.address import address
from portal.pages.chapter_pages import chapter_pages
from portal.pages.page import PageSource
from portal.pages.render.head import Crumb, Head

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.pages.render.view import View

TEMPLATES = {
    "homes": "home.html.j2",
    "cities": "city.html.j2",
    "organizations": "organization.html.j2",
    "exchanges": "exchange.html.j2",
    "press_releases": "press_release.html.j2",
    "trip_reports": "trip_report.html.j2",
    "plans": "plan.html.j2",
    "glossary": "concept.html.j2",
}
"""The template of each kind that has pages; it names its record as the file does, without the ending."""

WITHDRAWN = "withdrawn.html.j2"
"""The template of a press release that was withdrawn."""

DESCRIPTION = 160
"""Characters of a description: search engines show no more."""


def record_pages(catalog: Catalog, relations: Relations) -> Iterator[PageSource]:
    """The page of every record, and its chapters."""
    for kind, template in TEMPLATES.items():
        noun = template.partition(".")[0]
        for record in getattr(catalog, kind).values():
            head = partial(_head, kind=kind, noun=noun, record=record)
            yield PageSource(
                path=address(kind, record),
                template=template,
                head=head,
                params={noun: record},
                place=catalog.places[kind, record.id],
                subject=(kind, record),
            )
            yield from chapter_pages(catalog, relations, kind, record, head)
    for release in catalog.withdrawn.values():
        yield PageSource(
            path=address("press_releases", release),
            template=WITHDRAWN,
            head=partial(_head, kind="press_releases", noun="withdrawn", record=release),
            params={"release": release},
            place=catalog.places["press_releases", release.id],
            is_listed=False,
        )


def _head(view: View, *, kind: str, noun: str, record: Any) -> Head:
    title = view.title(record)
    lead = record.lead[view.locale] if kind == "press_releases" else ""
    description = view.plain(f"{noun}.description", title=title, lead=lead)
    crumbs = _crumbs(view, kind, record)
    return Head(title, shorten(description, DESCRIPTION), crumbs)


def _crumbs(view: View, kind: str, record: Any) -> tuple[Crumb, ...]:
    folder = address(kind, record).partition("/")[0]
    section = Crumb(view.plain(f"{folder}.title"), f"{folder}/")
    match kind:
        case "cities":
            country = record.country
            way = f"cities/countries/{country.lower()}/"
            return section, Crumb(view.country(country), way)
        case "exchanges":
            year = record.start.year
            return section, Crumb(view.plain("year.title", year=year), f"{folder}/{year}/")
        case "press_releases":
            year = record.date.year
            return section, Crumb(view.plain("year.title", year=year), f"{folder}/{year}/")
        case _:
            return (section,)
