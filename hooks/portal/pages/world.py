"""Locations of places: points and lines for the world map on the front page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.relations import Tie
    from portal.model.values.coordinates import Coordinates

WEST = -30
"""Degrees of longitude at the left edge, in the Atlantic, so that the Pacific and Taiwan are in the middle."""

NORTH, SOUTH = 72, -50
"""Degrees of latitude at the upper and the lower edge."""

Point = tuple[float, float]
"""From the left and from above, a degree a unit (equirectangular projection)."""


@dataclass(frozen=True, slots=True)
class World:
    """What is drawn."""

    places: list[Point]
    homes: list[Point]
    ways: str
    """From the homes to the places that they are tied to, as SVG path data."""


def project(place: Coordinates) -> Point:
    """The position of a place on the map."""
    return round((float(place.lon) - WEST) % 360, 1), round(NORTH - float(place.lat), 1)


def draw(
    homes: dict[str, Coordinates], ties: Iterable[Tie], places: Iterable[Coordinates]
) -> World:
    """Each place once, and an arc for each tie of a home with a known location."""
    ends = {
        (project(homes[tie.partnership.home]), project(tie.city.coordinates))
        for tie in ties
        if tie.city.coordinates and tie.partnership.home in homes
    }
    return World(
        places=sorted({project(place) for place in places}),
        homes=sorted({project(place) for place in homes.values()}),
        ways="".join(_bow(*pair) for pair in sorted(ends)),
    )


def _bow(start: Point, end: Point) -> str:
    middle = (start[0] + end[0]) / 2
    height = min(start[1], end[1]) - abs(end[0] - start[0]) / 8
    return f"M{start[0]:g} {start[1]:g}Q{middle:.0f} {max(height, 1):.0f} {end[0]:g} {end[1]:g}"
