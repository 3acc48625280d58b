"""A page for each record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.pages.address import address
from portal.pages.page import Crumb, PageSource

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.pages.view import View

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


def record_pages(view: View) -> Iterator[PageSource]:
    """The page of every record, in one locale. ``view`` stands at the root."""
    for kind, template in TEMPLATES.items():
        noun = template.partition(".")[0]
        for record in getattr(view.catalog, kind).values():
            title = view.title(record)
            yield PageSource(
                path=address(kind, record),
                locale=view.locale,
                template=template,
                title=title,
                description=str(view.t(f"{noun}.description", title=title)),
                crumbs=_crumbs(view, kind, record),
                params={noun: record},
                place=view.catalog.places[kind, record.id],
            )


def _crumbs(view: View, kind: str, record: Any) -> tuple[Crumb, ...]:
    folder = address(kind, record).partition("/")[0]
    section = Crumb(str(view.t(f"{folder}.title")), f"{folder}/")
    match kind:
        case "cities":
            country = record.country
            way = f"cities/countries/{country.lower()}/"
            return section, Crumb(view.country(country), way)
        case "exchanges":
            year = record.start.year
            return section, Crumb(str(view.t("year.title", year=year)), f"{folder}/{year}/")
        case "press_releases":
            year = record.date.year
            return section, Crumb(str(view.t("year.title", year=year)), f"{folder}/{year}/")
        case _:
            return (section,)
