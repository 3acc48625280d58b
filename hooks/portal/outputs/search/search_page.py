"""The search page: its form, its facets, and lists for those without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Place
from portal.model.records.kinds import KINDS
from portal.outputs.search.search_facets import facets, years
from portal.pages.page import PageSource
from portal.pages.render.head import Head

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.pages.render.view import View

PATH = "search/"
"""Address below the root of a locale."""


def search_page(catalog: Catalog) -> PageSource:
    """The page; its facets offer the countries and years that records have."""
    countries = dict.fromkeys(city.country for city in catalog.cities.values())
    return PageSource(
        path=PATH,
        template="search.html.j2",
        head=_head,
        params={
            "kinds": facets(),
            "sections": [kind.section for kind in KINDS.with_pages if catalog.of(kind)],
            "countries": list(countries),
            "years": sorted(years(catalog), reverse=True),
        },
        place=Place("data/labels.yaml"),
    )


def _head(view: View) -> Head:
    return Head(view.plain("search.title"), view.plain("search.index_description"))
