"""The land of the Earth, without borders, as the package holds it (see ``land/README.md``)."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from itertools import accumulate
from math import hypot
from typing import TYPE_CHECKING, TypeVar

from portal.outputs.maps.sphere import angle, direction
from portal.resources import LAND

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.outputs.maps.coastline import Ring
    from portal.outputs.maps.sphere import Vector

Part = TypeVar("Part")

GRAIN = 100
"""Parts of a degree in the file."""

STEP = 5
"""Degrees between the meridians that were measured, the first at 180 degrees west."""


@dataclass(frozen=True)
class Outline:
    """Of an island or, inside another, of a lake."""

    corners: Ring
    """In degrees: longitude, which runs on beyond 180, and latitude."""
    spans: list[int]
    """Square kilometers that each corner spans once those that span less are left out; the last three span it all."""

    @cached_property
    def area(self) -> int:
        """Square kilometers."""
        return max(self.spans)

    @cached_property
    def directions(self) -> list[Vector]:
        """The corners as seen from the middle of the Earth: all windows around a point need them."""
        return [direction((lat, lon)) for lon, lat in self.corners]

    def thinned(self, parts: Iterable[Part], least: float) -> list[Part]:
        """Of something for each corner, that of the corners which span at least so many square kilometers."""
        return [part for part, span in zip(parts, self.spans, strict=True) if span >= least]


@dataclass(frozen=True)
class Land:
    """All outlines."""

    outlines: tuple[Outline, ...]
    on_meridians: tuple[int, ...]
    """How much land each fifth meridian crosses: degrees of latitude, times the cosine of the latitude."""

    @cached_property
    def caps(self) -> tuple[tuple[Vector, float], ...]:
        """A circle on the Earth around each outline: its middle, and the radians to the farthest corner."""
        return tuple(_cap(outline.directions) for outline in self.outlines)


@cache
def land() -> Land:
    """All of it but Antarctica."""
    first, *lines = LAND.read_text(encoding="ascii").splitlines()
    return Land(tuple(map(_outline, lines)), tuple(map(int, first.split())))


def meridians() -> tuple[int, ...]:
    """How much land each fifth meridian crosses; without reading the outlines."""
    with LAND.open(encoding="ascii") as file:
        return tuple(map(int, file.readline().split()))


def _cap(corners: list[Vector]) -> tuple[Vector, float]:
    x, y, z = map(sum, zip(*corners, strict=True))
    length = hypot(x, y, z)
    middle = (x / length, y / length, z / length)
    return middle, max(angle(middle, corner) for corner in corners)


def _outline(line: str) -> Outline:
    numbers = list(map(int, line.split()))
    east, north = accumulate(numbers[::3]), accumulate(numbers[1::3])
    corners = [(x / GRAIN, y / GRAIN) for x, y in zip(east, north, strict=True)]
    return Outline(corners, numbers[2::3])
