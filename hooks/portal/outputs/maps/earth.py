"""The whole Earth or half of it: Equal Earth projection (Šavrič, Patterson and Jenny, 2018)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from math import asin, cos, radians, sin, sqrt
from typing import TYPE_CHECKING

from portal.outputs.maps.coastline import cut
from portal.outputs.maps.sphere import RADIUS, wrap
from portal.outputs.maps.window import Window

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.outputs.maps.coastline import Point, Ring
    from portal.outputs.maps.land import Land
    from portal.outputs.maps.sphere import Spot

_A = (1.340264, -0.081106, 0.000893, 0.003796)
_M = sqrt(3) / 2


def equal_earth(lon: float, lat: float) -> Point:
    """From the middle of the map in radii of the Earth, upwards positive; degrees from the middle meridian."""
    t = asin(_M * sin(radians(lat)))
    t2 = t * t
    t6 = t2**3
    a1, a2, a3, a4 = _A
    x = radians(lon) * cos(t) / (_M * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2)))
    return x, t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))


@dataclass(frozen=True)
class Earth(Window):
    """Between two meridians and two parallels."""

    meridian: int
    """In the middle of the projection."""
    west: int = -180
    """Of the left edge, from there."""
    east: int = 180
    """Of the right edge."""
    south: int = -56
    north: int = 79
    width: int = 2000

    @property
    def name(self) -> str:
        """``earth-150e``; of a larger picture ``large-150e``, of a part of the Earth ``earth-121e-30w-150e``."""
        edges = "" if self._is_whole else f"-{degrees_of(self.west)}-{degrees_of(self.east)}"
        size = "large" if self.width > Earth.width else "earth"
        return f"{size}-{degrees_of(self.meridian)}{edges}"

    @property
    def scale(self) -> float:
        """Units of a kilometer."""
        return self._frame[2] / RADIUS

    @property
    def least(self) -> float:
        """More in a part, which is shown smaller."""
        return 3 if self._is_whole else 6

    @property
    def smallest(self) -> float:
        """The same."""
        return 2 * self.least

    @property
    def _is_whole(self) -> bool:
        return self.east - self.west == 360

    @cached_property
    def _frame(self) -> tuple[float, float, float]:
        """The left and the upper edge in radii, and the units of a radius."""
        left, right = equal_earth(self.west, 0)[0], equal_earth(self.east, 0)[0]
        return left, equal_earth(0, self.north)[1], self.width / (right - left)

    @cached_property
    def height(self) -> int:
        """In units."""
        _, top, scale = self._frame
        return round((top - equal_earth(0, self.south)[1]) * scale)

    def place(self, spot: Spot) -> Point:
        """Where a point of the Earth stands."""
        return self._at(wrap(spot[1] - self.meridian), spot[0])

    def _at(self, lon: float, lat: float) -> Point:
        left, top, scale = self._frame
        x, y = equal_earth(lon, lat)
        return (x - left) * scale, (top - y) * scale

    def land(self, land: Land) -> Iterator[Ring]:
        """Outlines cut at the meridian opposite of the middle."""
        least, smallest = map(self.on_earth, (self.least, self.smallest))
        for outline in land.outlines:
            if outline.area < smallest:
                continue
            ring = outline.thinned(outline.corners, least)
            around = [lon for lon, _ in ring]
            for turn in (-360, 0, 360):
                shift = turn - self.meridian
                if min(around) + shift < 180 and max(around) + shift > -180:
                    moved: Ring = [(lon + shift, lat) for lon, lat in ring]
                    kept = cut(cut(moved, 0, 180, 1), 0, -180, -1)
                    yield [self._at(lon, lat) for lon, lat in kept]

    def sea(self) -> Ring:
        """The rounded sides of the whole Earth."""
        if not self._is_whole:
            return []
        steps = [*range(self.south, self.north, 5), self.north]
        return [self._at(180, lat) for lat in steps] + [self._at(-180, lat) for lat in steps[::-1]]


def degrees_of(lon: int) -> str:
    """``150e``, ``30w``."""
    return f"{abs(lon)}{'e' if lon >= 0 else 'w'}"
