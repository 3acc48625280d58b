"""The map above a list of places: those of a continent or a country."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from portal.outputs.maps.figures import MapFigure, home_mark, placed_homes
from portal.outputs.maps.sheet import Marked, Sign, draw
from portal.outputs.maps.sphere import spot
from portal.outputs.maps.windows import region

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.city import City
    from portal.model.records.home import Home
    from portal.outputs.maps.near import Near

LEAST = 3
"""Places with a location from which on a map serves a list."""

OTHER = Sign("place", "place", None, is_named=True)
"""The mark of a place without a tie that is or was in force."""


def region_window(cities: Iterable[City]) -> Near | None:
    """The window of a list; None if too few of its places have a location."""
    spots = [spot(city.coordinates) for city in cities if city.coordinates]
    return region(spots) if len(spots) >= LEAST else None


def region_windows(catalog: Catalog) -> Iterator[Near]:
    """Those of all lists by continent and by country."""
    lists: dict[str, list[City]] = defaultdict(list)
    for city in catalog.cities.values():
        lists[city.country].append(city)
        lists[catalog.countries[city.country].continent].append(city)
    yield from filter(None, map(region_window, lists.values()))


def region_figure(
    catalog: Catalog, cities: Iterable[City], name: Callable[[City | Home], str]
) -> MapFigure | None:
    """The places of a list with the marks of the governments that they have ties with."""
    listed = list(cities)
    window = region_window(listed)
    if window is None:
        return None
    placed = [(city, spot(city.coordinates)) for city in listed if city.coordinates]
    marked = [Marked(city, at, _signs(catalog, city)) for city, at in placed if window.holds(at)]
    seats = [(spot(h.coordinates), name(h)) for h in placed_homes(catalog) if h.coordinates]
    homes = [(at, words) for at, words in seats if window.holds(at, 4)]
    sheet = draw(window, marked, homes, name)
    missing = tuple(city for city in listed if not city.coordinates)
    outside = tuple(city for city, at in placed if not window.holds(at))
    return MapFigure((sheet,), len(marked), missing, (), (), outside)


def _signs(catalog: Catalog, city: City) -> tuple[Sign, ...]:
    homes = dict.fromkeys(
        tie.home for tie in city.partnerships if tie.status not in ("proposed", "ended")
    )
    marks = [home_mark(catalog, home_id) for home_id in homes]
    return tuple(Sign(mark, mark, None, is_named=True) for mark in marks) or (OTHER,)
