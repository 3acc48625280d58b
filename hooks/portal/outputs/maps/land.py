"""The land of the Earth, without borders, as the package holds it (see ``land/README.md``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from math import hypot
from typing import TYPE_CHECKING

from portal.outputs.maps.sphere import angle, direction
from portal.resources import LAND

if TYPE_CHECKING:
    from portal.outputs.maps.coastline import Ring
    from portal.outputs.maps.sphere import Vector

GRAIN = 100
"""Parts of a degree in the file."""

STEP = 5
"""Degrees between the meridians that were measured, the first at 180 degrees west."""


@dataclass(frozen=True)
class Land:
    """Outlines in degrees: longitude, which runs on beyond 180, and latitude; a lake is an outline in another."""

    rings: tuple[Ring, ...]
    on_meridians: tuple[int, ...]
    """How much land each fifth meridian crosses: degrees of latitude, times the cosine of the latitude."""

    @cached_property
    def directions(self) -> tuple[list[Vector], ...]:
        """The corners of each outline as seen from the middle of the Earth: all windows around a point need them."""
        return tuple([direction((lat, lon)) for lon, lat in ring] for ring in self.rings)

    @cached_property
    def caps(self) -> tuple[tuple[Vector, float], ...]:
        """A circle on the Earth around each outline: its middle, and the radians to the farthest corner."""
        return tuple(map(_cap, self.directions))


@cache
def land() -> Land:
    """All of it but Antarctica."""
    first, *lines = LAND.read_text(encoding="ascii").splitlines()
    return Land(tuple(map(_ring, lines)), tuple(map(int, first.split())))


def meridians() -> tuple[int, ...]:
    """How much land each fifth meridian crosses; without reading the outlines."""
    with LAND.open(encoding="ascii") as file:
        return tuple(map(int, file.readline().split()))


def _cap(corners: list[Vector]) -> tuple[Vector, float]:
    x, y, z = map(sum, zip(*corners, strict=True))
    length = hypot(x, y, z)
    middle = (x / length, y / length, z / length)
    return middle, max(angle(middle, corner) for corner in corners)


def _ring(line: str) -> Ring:
    numbers = map(int, line.split())
    x = y = 0
    ring: Ring = []
    for dx, dy in zip(numbers, numbers, strict=True):
        x, y = x + dx, y + dy
        ring.append((x / GRAIN, y / GRAIN))
    return ring
