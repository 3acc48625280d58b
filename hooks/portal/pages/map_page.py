"""The page with the map of the world: every place and every tie, drawn and as a table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.kinds import CITIES
from portal.pages.list_page import list_page

if TYPE_CHECKING:
    from portal.pages.page import PageSource

MAP = "map/"
"""Address below the root of a locale."""


def map_page() -> PageSource:
    """The page; its template reads all places itself."""
    return list_page(
        CITIES, MAP, template="map.html.j2", is_leaf=True, is_found=True, after="cities"
    )
