"""The map of the world: every tie on record, and the places that have none."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from portal.outputs.maps.figures import home_mark, placed_homes
from portal.outputs.maps.sphere import spot
from portal.outputs.maps.tie_sheet import Seat, draw_ties
from portal.outputs.maps.windows import crowded, world

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.city import City
    from portal.model.records.home import Home
    from portal.outputs.maps.earth import Earth
    from portal.outputs.maps.near import Near
    from portal.outputs.maps.tie_sheet import Entry, TieSheet
    from portal.outputs.maps.window import Window

FINER = 4
"""How many times as wide the picture of land is that is shown once a map is magnified."""


@dataclass(frozen=True, slots=True)
class WorldFigure:
    """The map, and what is not on it."""

    sheets: tuple[TieSheet, ...]
    """The Earth, and if places crowd somewhere, a second drawing of that part; none if no place has a location."""
    shown: int
    """Places on it."""
    unplaced: tuple[City, ...]
    """Those whose location is not on record, in the order of the table."""
    crowd: tuple[str, ...]
    """The countries of the second drawing, by code, those with most places first."""


def world_windows(catalog: Catalog) -> tuple[Earth, Near | None] | None:
    """The windows; None if nothing has a location."""
    places = [spot(city.coordinates) for city in catalog.cities.values() if city.coordinates]
    seats = [spot(home.coordinates) for home in placed_homes(catalog) if home.coordinates]
    if not places:
        return None
    whole = world(seats or places)
    return whole, crowded(places, seats, whole)


def finer_picture(whole: Earth) -> Earth:
    """The window of the land that is shown once a map is magnified."""
    return replace(whole, width=whole.width * FINER)


def every_window(catalog: Catalog) -> Iterator[Window]:
    """All windows whose pictures the page shows."""
    windows = world_windows(catalog)
    if windows:
        yield windows[0]
        yield finer_picture(windows[0])
        yield from filter(None, windows[1:])


def world_figure(
    catalog: Catalog, entries: Sequence[Entry], name: Callable[[City | Home], str]
) -> WorldFigure:
    """All entries, in the order of the table."""
    placed = [entry for entry in entries if entry.city.coordinates]
    unplaced = _cities(entry for entry in entries if not entry.city.coordinates)
    windows = world_windows(catalog)
    if windows is None:
        return WorldFigure((), 0, unplaced, ())
    whole, near = windows
    names = {city.id: name(city) for city in _cities(placed)}
    colors = {home.id: home_mark(catalog, home.id) for home in catalog.publishers}
    seats = [
        Seat(home.id, spot(home.coordinates), colors[home.id], name(home))
        for home in placed_homes(catalog)
        if home.coordinates
    ]
    inside = [entry for entry in placed if near and _holds(near, entry.city)]
    close = [seat for seat in seats if near and near.holds(seat.spot, 4)]
    sheets = [
        draw_ties(
            whole, placed, seats, names, colors=colors, finer=finer_picture(whole), frame=near,
            crowd={entry.city.id for entry in inside}, bare=len(close) > 1,
        )
    ]  # fmt: skip
    if near:
        sheets.append(draw_ties(near, inside, close, names, colors=colors))
    crowd = Counter(city.country for city in _cities(inside))
    ordered = sorted(crowd.items(), key=lambda pair: (-pair[1], pair[0]))
    return WorldFigure(tuple(sheets), len(names), unplaced, tuple(code for code, _ in ordered))


def _holds(window: Window, city: City) -> bool:
    return city.coordinates is not None and window.holds(spot(city.coordinates))


def _cities(entries: Iterable[Entry]) -> tuple[City, ...]:
    return tuple({entry.city.id: entry.city for entry in entries}.values())
