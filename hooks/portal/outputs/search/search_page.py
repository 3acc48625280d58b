"""The search page: its form, its facets, and lists for those without JavaScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Place
from portal.model.records.kinds import KINDS
from portal.model.records.partnership import STATUSES
from portal.outputs.search.search_facets import ABOUT, LISTS, countries, facets, years
from portal.pages.page import PageSource
from portal.pages.render.head import Head
from portal.pages.render.icons import ICONS

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.pages.render.view import View

PATH = "search/"
"""Address below the root of a locale."""


def search_page(catalog: Catalog) -> PageSource:
    """The page; its facets offer the countries, years and statuses that records have."""
    found = {tie.status for city in catalog.cities.values() for tie in city.partnerships}
    return PageSource(
        path=PATH,
        template="search.html.j2",
        head=_head,
        params={
            "kinds": {kind: _icon(kind) for kind in facets()},
            "sections": [kind.section for kind in KINDS.with_pages if catalog.of(kind)],
            "countries": countries(catalog),
            "statuses": [status for status in STATUSES if status in found],
            "years": sorted(years(catalog), reverse=True),
        },
        place=Place("data/labels.yaml"),
    )


def _icon(kind: str) -> str:
    """The icon of a kind of results; a kind of a portal's own may have none."""
    known = {LISTS: "table", ABOUT: "note"}
    return known.get(kind, kind if kind in ICONS else "text")


def _head(view: View) -> Head:
    return Head(view.plain("search.title"), view.plain("search.index_description"))
