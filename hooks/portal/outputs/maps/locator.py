"""The small map of a place: where it lies, seen from the governments that it has ties with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.outputs.maps.figures import home_mark, placed_homes
from portal.outputs.maps.sheet import Marked, Sign, draw
from portal.outputs.maps.sphere import distance, spot
from portal.outputs.maps.windows import around_homes

if TYPE_CHECKING:
    from collections.abc import Callable

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.records.city import City
    from portal.model.records.home import Home
    from portal.outputs.maps.sheet import Sheet
    from portal.outputs.maps.window import Window

_NEVER_OR_PAST = ("proposed", "ended")


@dataclass(frozen=True, slots=True)
class Located:
    """The map of a place."""

    sheet: Sheet
    ways: tuple[tuple[Home, int], ...]
    """The governments on it, each with the kilometers between them, rounded to ten."""


def partners(catalog: Catalog, relations: Relations, city: City) -> list[Home]:
    """The governments with a location that a place has to do with: by ties, else by exchanges, else all."""
    ids = dict.fromkeys(tie.home for tie in city.partnerships)
    found = [catalog.homes[home_id] for home_id in ids if catalog.homes[home_id].coordinates]
    if not found:
        exchanges = relations.naming("cities", city.id, "exchanges")
        named = dict.fromkeys(home_id for exchange in exchanges for home_id in exchange.homes)
        found = [home for home in placed_homes(catalog) if home.id in named]
    return found or placed_homes(catalog)


def locator_window(catalog: Catalog, relations: Relations, city: City) -> Window | None:
    """The window of the map of a place; None if its location is not on record, or that of no government is."""
    homes = partners(catalog, relations, city)
    if not city.coordinates or not homes:
        return None
    seats = (spot(home.coordinates) for home in homes if home.coordinates)
    every = (spot(home.coordinates) for home in placed_homes(catalog) if home.coordinates)
    return around_homes((spot(city.coordinates), *seats), tuple(every))


def locate(
    catalog: Catalog, relations: Relations, city: City, name: Callable[[City | Home], str]
) -> Located | None:
    """The map of a place, with a line to each government it has or had a tie with."""
    window = locator_window(catalog, relations, city)
    if window is None or not city.coordinates:
        return None
    homes = [home for home in partners(catalog, relations, city) if home.coordinates]
    here = spot(city.coordinates)
    seats = {home.id: spot(home.coordinates) for home in homes if home.coordinates}
    signs = []
    for home in homes:
        ties = [tie for tie in city.partnerships if tie.home == home.id]
        past = all(tie.status in _NEVER_OR_PAST for tie in ties)
        mark = home_mark(catalog, home.id)
        signs.append(Sign(mark, mark, seats[home.id] if ties else None, True, is_past=past))
    if not city.partnerships:
        signs = [Sign("place", "place", None, is_named=True)]
    names = [(seats[home.id], name(home)) for home in homes]
    sheet = draw(window, [Marked(city, here, tuple(signs))], names, name)
    ways = tuple((home, round(distance(here, seats[home.id]), -1)) for home in homes)
    return Located(sheet, tuple((home, int(way)) for home, way in ways))
