"""Which windows the maps of a portal have: computed from where its governments and their partners are."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import lru_cache, partial
from math import cos, radians
from typing import TYPE_CHECKING

from portal.outputs.maps.earth import Earth
from portal.outputs.maps.land import STEP, meridians
from portal.outputs.maps.near import Near, azimuthal
from portal.outputs.maps.sphere import away, distance, middle, wrap

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.outputs.maps.sphere import Spot
    from portal.outputs.maps.window import Window

_OFF = 0.35
"""What a degree away from the meridian opposite of the governments weighs, in degrees of land that is cut."""

_NEIGHBORS = 1800
"""Kilometers around a place in which others crowd it."""

_CELL = 45
"""Units of the world that a mark needs, so that it can have a name."""

_PAIRS = 4
"""Pairs of places without that room, from which on a second map is worth its own."""

_WITH_HOMES = 2600
"""Kilometers from the midst of the crowd within which governments come onto its map."""

_EDGE = 1.14
"""Times the room that the places need."""

_GRAIN = 50
"""Kilometers; windows of nearly the same size are the same, so that they share a picture."""

_REGION = 600
"""Kilometers within which governments have one midst."""

_REACHES = (700, 1500, 3000)
"""Kilometers from the middle of the windows around governments to their edge, the closest first."""

_FEW_AWAY, _MUCH_CLOSER = 8, 0.8
"""One place in so many may be left outside the map of a list, if that makes its window so much smaller each time."""

_FLAT = (0.5, 0.62)
"""The shape of the map of a list: its height in parts of its width, at least and at most."""

_SIDES = ((48, -68, 68), (-48, -68, 68), (75, -95, 130), (-75, -130, 95))
"""Windows of places that lie farther away, to the east and to the west: degrees from the governments to their middle,
and from there to their edges."""

_MARGIN = 70
"""Units that a place stands from the edge of its window, for its name."""


def world(homes: Sequence[Spot]) -> Earth:
    """The Earth with the governments near its middle, cut where it cuts little land."""
    opposite = wrap(middle(homes)[1] + 180)
    crossed = meridians()
    costs = {}
    for n, land in enumerate(crossed):
        lon = n * STEP - 180
        costs[land + _OFF * abs(wrap(lon - opposite)), lon] = lon
    return Earth(round(wrap(costs[min(costs)] + 180)))


def crowded(places: Sequence[Spot], homes: Sequence[Spot], whole: Earth) -> Near | None:
    """The window where most places stand so close that they hide each other; None if they do nowhere."""
    cells: dict[tuple[int, int], list[Spot]] = {}
    for place in places:
        cells.setdefault((round(place[0] / 5), round(place[1] / 5)), []).append(place)
    seeds = [middle(cell) for cell in cells.values()]
    crowds = [[p for p in places if distance(seed, p) < _NEIGHBORS] for seed in seeds]
    crowd = max(crowds, key=partial(_pairs, whole), default=[])
    if _pairs(whole, crowd) < _PAIRS:
        return None
    midst = middle(crowd)
    shown = [*crowd, *(home for home in homes if distance(midst, home) < _WITH_HOMES)]
    return _around(shown, 0.9, 1.05)


def region(spots: Sequence[Spot]) -> Near:
    """The window of places that a list has in common, as wide as the text.

    A few that lie far away from all others are left outside, if the others can then be drawn much larger.
    """
    center = middle(spots)
    kept = sorted(spots, key=partial(distance, center))
    window = _around(kept, *_FLAT)
    for _ in range(len(kept) // _FEW_AWAY):
        closer = _around(kept[:-1], *_FLAT)
        if closer.across > window.across * _MUCH_CLOSER:
            break
        kept, window = kept[:-1], closer
    return replace(window, width=1600)


def _pairs(whole: Earth, spots: Sequence[Spot]) -> int:
    """How many pairs of them share a cell."""
    cells = Counter(tuple(int(c // _CELL) for c in whole.place(spot)) for spot in spots)
    return sum(count * (count - 1) // 2 for count in cells.values())


def _around(spots: Sequence[Spot], flat: float, tall: float) -> Near:
    """The smallest window that shows points; ``flat`` and ``tall`` bound its height in parts of its width."""
    lat, lon = middle(spots)
    across = down = 0.0
    for _ in range(3):  # each time the middle comes nearer to that of the rectangle
        points = [azimuthal((lat, lon), spot) for spot in spots]
        left, right = min(x for x, _ in points), max(x for x, _ in points)
        low, high = min(y for _, y in points), max(y for _, y in points)
        across, down = (right - left) / 2, (high - low) / 2
        lat += (low + high) / 2 / 111
        lon = wrap(lon + (left + right) / 2 / (111 * max(cos(radians(lat)), 0.2)))
    across, down = across * _EDGE + 220, down * _EDGE + 100
    across, down = max(across, down / tall, 300), max(down, across * flat, 300 * flat)
    return Near(round(lat), round(lon), _coarse(across), _coarse(down))


@lru_cache(maxsize=2**14)
def around_homes(spots: tuple[Spot, ...], homes: tuple[Spot, ...]) -> Window:
    """The closest of a few windows that shows a place and those it is tied to: the first of ``spots`` is the place.

    The windows stand around the governments that are near each other, so that many places share a picture.
    """
    start = spots[-1]
    region = middle([home for home in homes if distance(home, start) < _REGION] or [start])
    for reach in _REACHES:
        fitting = [w for w in _beside(region, reach) if all(w.holds(s, _MARGIN) for s in spots)]
        if fitting:
            return min(fitting, key=lambda w: _off_center(w, spots))
    lon = round(region[1])
    for away_from, west, east in _SIDES:
        half = Earth(round(wrap(lon + away_from)), west, east, south=-52, north=74, width=800)
        if all(half.holds(spot, _MARGIN / 2) for spot in spots):
            return half
    return world(homes or [start])


def _beside(region: Spot, reach: int) -> Iterator[Near]:
    """Around a region, and towards each of eight directions from it."""
    for bearing in (None, 0, 45, 90, 135, 180, 225, 270, 315):
        far = reach * (0.8 if bearing and bearing % 90 else 0.6)
        lat, lon = region if bearing is None else away(region, bearing, far)
        yield Near(round(lat), round(lon), reach, _coarse(reach * 0.95))


def _off_center(window: Near, spots: Sequence[Spot]) -> float:
    x = [window.place(spot)[0] for spot in spots]
    y = [window.place(spot)[1] for spot in spots]
    return abs(min(x) + max(x) - window.width) + abs(min(y) + max(y) - window.height)


def _coarse(kilometers: float) -> int:
    return -int(-kilometers // _GRAIN) * _GRAIN
