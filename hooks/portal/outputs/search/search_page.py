"""The page of the search: its form, its facets, and lists for who has no JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Place
from portal.outputs.search.search_facets import FACETS
from portal.pages.page import PageSource
from portal.pages.render.head import Head

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.pages.render.view import View

PATH = "search/"
"""Address below the root of a locale."""


def search_page(catalog: Catalog) -> PageSource:
    """The page; its facets offer the countries and years that records have."""
    countries = {city.country for city in catalog.cities.values()}
    years = {exchange.start.year for exchange in catalog.exchanges.values()}
    years |= {release.date.year for release in catalog.press_releases.values()}
    years |= {report.start.year for report in catalog.trip_reports.values()}
    years |= {plan.start for plan in catalog.plans.values()}
    return PageSource(
        path=PATH,
        template="search.html.j2",
        head=_head,
        params={
            "kinds": FACETS,
            "countries": sorted(countries, key=lambda code: catalog.countries[code].name.en),
            "years": sorted(years, reverse=True),
        },
        place=Place("data/labels.yaml"),
    )


def _head(view: View) -> Head:
    return Head(view.plain("search.title"), view.plain("search.index_description"))
