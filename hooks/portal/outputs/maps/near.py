"""A part of the Earth around a point: Lambert's azimuthal equal-area projection (Snyder, 1987, chapter 24)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import asin, atan2, cos, degrees, hypot, pi, radians, sin, sqrt
from typing import TYPE_CHECKING

from portal.outputs.maps.earth import degrees_of
from portal.outputs.maps.sphere import RADIUS, angle, direction, wrap
from portal.outputs.maps.window import BLEED, Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.outputs.maps.coastline import Point, Ring
    from portal.outputs.maps.land import Land
    from portal.outputs.maps.sphere import Spot, Vector

_CLOSE = 1600
"""Kilometers from the middle to the edge of a window that shows coasts closely."""

_SPARE = 0.01
"""Radians: more than a straight line between two corners of an outline comes nearer than they are."""


@dataclass(frozen=True)
class Near(Window):
    """A rectangle whose middle is drawn true."""

    lat: int
    lon: int
    across: int
    """Kilometers from the middle to the left edge."""
    down: int
    """Kilometers from the middle to the upper edge."""
    width: int = 800

    @property
    def name(self) -> str:
        """``near-35n-132e-1300-1250``; of a larger picture ``wide-…``."""
        size = "near" if self.width == Near.width else "wide"
        pole = f"{abs(self.lat)}{'n' if self.lat >= 0 else 's'}"
        return f"{size}-{pole}-{degrees_of(self.lon)}-{self.across}-{self.down}"

    @property
    def scale(self) -> float:
        """Units of a kilometer."""
        return self.width / (2 * self.across)

    @property
    def least(self) -> float:
        """More where the window is wide, because more coasts are in it."""
        return 3 if self.across <= _CLOSE else 6

    @property
    def smallest(self) -> float:
        """The same."""
        return self.least + 1

    @cached_property
    def height(self) -> int:
        """In units."""
        return round(2 * self.down * self.scale)

    def place(self, spot: Spot) -> Point:
        """Where a point of the Earth stands; that opposite of the middle is far outside."""
        x, y = azimuthal((self.lat, self.lon), spot)
        return self.width / 2 + x * self.scale, self.height / 2 - y * self.scale

    def spot(self, point: Point) -> Spot:
        """The point of the Earth that stands there (formulas 20-14, 20-15 and 24-16)."""
        x = (point[0] - self.width / 2) / self.scale
        y = (self.height / 2 - point[1]) / self.scale
        far = hypot(x, y)
        if not far:
            return self.lat, self.lon
        angle, lat = 2 * asin(far / (2 * RADIUS)), radians(self.lat)
        north = asin(cos(angle) * sin(lat) + y * sin(angle) * cos(lat) / far)
        east = atan2(x * sin(angle), far * cos(lat) * cos(angle) - y * sin(lat) * sin(angle))
        return degrees(north), wrap(self.lon + degrees(east))

    def land(self, land: Land) -> Iterator[Ring]:
        """Outlines that may be seen. One around the point opposite would be turned inside out, and is far away."""
        here, opposite = direction((self.lat, self.lon)), (-self.lat, wrap(self.lon + 180))
        reach, least, smallest = self._reach, *map(self.on_earth, (self.least, self.smallest))
        for outline, (middle, radius) in zip(land.outlines, land.caps, strict=True):
            away = angle(here, middle)
            if outline.area < smallest or away > reach + radius:
                continue
            if away + radius < pi or not _surrounds(outline.corners, opposite):
                yield self._drawn(outline.thinned(outline.directions, least))

    @property
    def _reach(self) -> float:
        """Radians from the middle to all that may be seen."""
        bleed = BLEED / self.scale
        corner = hypot(self.across + bleed, self.down + bleed)
        return 2 * asin(min(1.0, corner / (2 * RADIUS))) + _SPARE

    def _drawn(self, directions: list[Vector]) -> Ring:
        """Many points at once, as ``place`` has each: their sines and cosines are known."""
        lat, lon = radians(self.lat), radians(self.lon)
        sin_lat, cos_lat, sin_lon, cos_lon = sin(lat), cos(lat), sin(lon), cos(lon)
        across, down, radius = self.width / 2, self.height / 2, RADIUS * self.scale
        ring: Ring = []
        for x, y, z in directions:
            front = cos_lon * x + sin_lon * y
            k = radius * sqrt(2 / max(1 + sin_lat * z + cos_lat * front, 1e-9))
            right, up = cos_lon * y - sin_lon * x, cos_lat * z - sin_lat * front
            ring.append((across + k * right, down - k * up))
        return ring


def azimuthal(middle: Spot, spot: Spot) -> Point:
    """Kilometers to the right and upwards from the middle."""
    lat, lat0, east = radians(spot[0]), radians(middle[0]), radians(spot[1] - middle[1])
    facing = 1 + sin(lat0) * sin(lat) + cos(lat0) * cos(lat) * cos(east)
    k = RADIUS * sqrt(2 / max(facing, 1e-9))
    return (
        k * cos(lat) * sin(east),
        k * (cos(lat0) * sin(lat) - sin(lat0) * cos(lat) * cos(east)),
    )


def _surrounds(ring: Ring, spot: Spot) -> bool:
    """Whether an outline in degrees goes around a point (even–odd rule)."""
    lat = spot[0]
    inside = False
    around = [lon for lon, _ in ring]
    least, most = min(around), max(around)
    for turn in (-360, 0, 360):
        lon = spot[1] + turn
        if not least <= lon <= most:
            continue
        for n, (x, y) in enumerate(ring):
            u, v = ring[n - 1]
            if (y > lat) != (v > lat) and lon < x + (lat - y) / (v - y) * (u - x):
                inside = not inside
        if inside:
            return True
    return False
