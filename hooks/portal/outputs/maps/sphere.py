"""Points on the Earth: distances, directions, middles. Angles are in degrees, distances in kilometers."""

from __future__ import annotations

from math import acos, asin, atan2, cos, degrees, hypot, radians, sin, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.values.coordinates import Coordinates

RADIUS = 6371.0
"""Of the Earth taken for a sphere (mean radius, IUGG)."""

Spot = tuple[float, float]
"""Latitude and longitude."""

Vector = tuple[float, float, float]
"""Of length one: to the Atlantic (0° N, 0° E), to the Indian Ocean (0° N, 90° E), to the North Pole."""


def spot(coordinates: Coordinates) -> Spot:
    """A point of a record."""
    return float(coordinates.lat), float(coordinates.lon)


def direction(spot: Spot) -> Vector:
    """Where a point stands, seen from the middle of the Earth."""
    lat, lon = radians(spot[0]), radians(spot[1])
    return cos(lat) * cos(lon), cos(lat) * sin(lon), sin(lat)


def angle(one: Vector, other: Vector) -> float:
    """Between two directions, in radians."""
    return acos(max(-1.0, min(1.0, one[0] * other[0] + one[1] * other[1] + one[2] * other[2])))


def distance(one: Spot, other: Spot) -> float:
    """Along the surface (haversine formula)."""
    (lat, lon), (lat2, lon2) = (map(radians, point) for point in (one, other))
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin((lon2 - lon) / 2) ** 2
    return 2 * RADIUS * asin(sqrt(min(1.0, half)))


def away(start: Spot, bearing: float, way: float) -> Spot:
    """The point at a distance in a direction, which is counted clockwise from north."""
    lat, lon, turn, angle = radians(start[0]), radians(start[1]), radians(bearing), way / RADIUS
    found = asin(sin(lat) * cos(angle) + cos(lat) * sin(angle) * cos(turn))
    east = atan2(sin(turn) * sin(angle) * cos(lat), cos(angle) - sin(lat) * sin(found))
    return degrees(found), wrap(degrees(lon + east))


def middle(spots: Iterable[Spot]) -> Spot:
    """The point in the midst of others; raises ValueError if there are none."""
    vectors = [direction(spot) for spot in spots]
    if not vectors:
        raise ValueError("there is no point")
    x, y, z = map(sum, zip(*vectors, strict=True))
    return degrees(atan2(z, hypot(x, y))), degrees(atan2(y, x))


def wrap(lon: float) -> float:
    """A longitude from -180 up to 180 degrees."""
    return (lon + 180) % 360 - 180
