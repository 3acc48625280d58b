"""Reduces Natural Earth's land to what maps of a page need: ``land/land.txt``.

Run it with the path of ``land-50m.json`` from the npm package world-atlas 2.0.2. The same file gives the same bytes.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import defaultdict
from heapq import heapify, heappop, heappush
from itertools import pairwise
from math import cos, radians
from pathlib import Path
from typing import Any

from portal.outputs.maps.sphere import RADIUS

TARGET = Path(__file__).with_name("land.txt")
SHA_256 = "619477ff690c086885e45cb91707d783805561bd75ae8e437b7d4694b0204e0f"

GRAIN = 100
"""Parts of a degree: a hundredth is about a kilometer, a third of a unit on the closest map."""

LEAST = 20
"""Square kilometers that a corner must span to be kept."""

DEGREE = radians(1) * RADIUS
"""Kilometers."""

SOUTH = -60
"""Antarctica, which no map shows, is left out."""

STEP = 5
"""Degrees between the meridians whose land is measured."""

Point = tuple[float, float]
Ring = list[Point]

Corner = tuple[int, int, int]
"""Longitude and latitude in units of the grain, and the square kilometers that it spans."""


def main(source: Path) -> None:
    """Make the file; raises SystemExit if the source is not the expected one."""
    raw = source.read_bytes()
    if hashlib.sha256(raw).hexdigest() != SHA_256:
        raise SystemExit(f"{source} is not land-50m.json of world-atlas 2.0.2")
    rings = [ring for ring in _welded(_rings(json.loads(raw))) if max(y for _, y in ring) > SOUTH]
    kept = [_thinned(ring) for ring in rings]
    kept = sorted((ring for ring in kept if len(ring) > 2), key=_size, reverse=True)
    lines = [" ".join(map(str, _land_on_meridians(rings)))]
    lines += [" ".join(f"{x} {y} {span}" for x, y, span in _steps(ring)) for ring in kept]
    TARGET.write_text("\n".join(lines) + "\n", encoding="ascii")


def _rings(topology: dict[str, Any]) -> list[Ring]:
    """The outlines in degrees (TopoJSON: quantized, delta-coded arcs; a negative index runs an arc backwards)."""
    (scale_x, scale_y), (left, top) = (topology["transform"][k] for k in ("scale", "translate"))
    arcs: list[Ring] = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * scale_x + left, y * scale_y + top))
        arcs.append(arc)
    found = []
    for geometry in topology["objects"]["land"]["geometries"]:
        for polygon in geometry["arcs"]:
            for ids in polygon:
                ring: Ring = []
                for number in ids:
                    arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                    ring += arc[1:] if ring else arc
                found.append(ring[:-1])
    return found


def _welded(rings: list[Ring]) -> list[Ring]:
    """The outlines with those joined again that the source cuts along the 180th meridian."""
    whole, chains = [], []
    for ring in rings:
        cut = [_on_edge(a) and _on_edge(b) for a, b in zip(ring, ring[1:] + ring[:1], strict=True)]
        if not any(cut):
            whole.append(ring)
            continue
        at = cut.index(True) + 1
        turned, edges = ring[at:] + ring[:at], cut[at:] + cut[:at]
        chain = [turned[0]]
        for point, is_edge in zip(turned[1:], edges[:-1], strict=True):
            if is_edge:
                chains.append(chain)
                chain = [point]
            else:
                chain.append(point)
        chains.append(chain)
    chains = [chain for chain in chains if len(chain) > 1]
    starts: dict[int, list[Ring]] = defaultdict(list)
    for chain in chains:
        starts[round(chain[0][1] * 20)].append(chain)
    while chains:
        ring = chains.pop(0)
        starts[round(ring[0][1] * 20)].remove(ring)
        ring = list(ring)
        while abs(ring[0][1] - ring[-1][1]) > 0.05:
            onward = starts[round(ring[-1][1] * 20)].pop()
            chains.remove(onward)
            ring += onward[1:]
        whole.append(ring)
    return whole


def _on_edge(point: Point) -> bool:
    return abs(point[0]) > 179.99


def _thinned(ring: Ring) -> list[Corner]:
    """Without the corners that no map would show; degrees run on over the 180th meridian."""
    longitudes = [ring[0][0]]
    for (before, _), (lon, _) in pairwise(ring):
        longitudes.append(longitudes[-1] + (lon - before + 180) % 360 - 180)
    points = [(lon, lat) for lon, (_, lat) in zip(longitudes, ring, strict=True)]
    spans = _spans(points)
    least = min(LEAST, max(spans))  # the smallest islands keep three corners
    found: dict[tuple[int, int], int] = {}
    for (lon, lat), span in zip(points, spans, strict=True):
        if span >= least:
            place = round(lon * GRAIN), round(lat * GRAIN)
            found[place] = max(found.get(place, 0), round(span))
    return [(*place, span) for place, span in found.items()]


def _spans(ring: Ring) -> list[float]:
    """What each corner spans once those that span less are gone (Visvalingam and Whyatt, 1993).

    The last three span the whole outline. On a map of equal areas this is so whatever its scale.
    """
    size = len(ring)
    before, after = [n - 1 for n in range(size)], [(n + 1) % size for n in range(size)]
    before[0] = size - 1

    def span(n: int) -> float:
        return _area([ring[before[n]], ring[n], ring[after[n]]])

    spans = [span(n) for n in range(size)]
    heap = [(value, n) for n, value in enumerate(spans)]
    heapify(heap)
    gone: set[int] = set()
    while heap and len(gone) < size - 3:
        value, n = heappop(heap)
        if n in gone or value != spans[n]:
            continue
        gone.add(n)
        one, other = before[n], after[n]
        after[one], before[other] = other, one
        for near in (one, other):
            spans[near] = new = max(span(near), value)
            heappush(heap, (new, near))
    whole = max(_area(ring), *spans)
    return [value if n in gone else whole for n, value in enumerate(spans)]


def _area(ring: Ring) -> float:
    """Square kilometers inside an outline of degrees, which are as wide as in its middle (shoelace formula)."""
    middle = cos(radians(sum(lat for _, lat in ring) / len(ring)))
    twice = sum(x * ring[n - 1][1] - ring[n - 1][0] * y for n, (x, y) in enumerate(ring))
    return abs(twice) / 2 * middle * DEGREE**2


def _size(ring: list[Corner]) -> int:
    return max(span for _, _, span in ring)


def _steps(ring: list[Corner]) -> list[Corner]:
    """The first corner, then from each to the next."""
    return [ring[0], *((x - u, y - v, span) for (u, v, _), (x, y, span) in pairwise(ring))]


def _land_on_meridians(rings: list[Ring]) -> list[int]:
    """How much land each fifth meridian crosses, from 180 degrees west: degrees of latitude times their cosine."""
    found = []
    for lon in range(-180, 180, STEP):
        crossings = [
            y + (lon + 0.01 - x) / (u - x) * (v - y)
            for ring in rings
            for (x, y), (u, v) in zip(ring, ring[1:] + ring[:1], strict=True)
            if (x > lon + 0.01) != (u > lon + 0.01) and abs(x - u) < 180
        ]
        pairs = sorted(crossings)
        ways = zip(pairs[::2], pairs[1::2], strict=False)
        found.append(round(sum((b - a) * cos(radians((a + b) / 2)) for a, b in ways)))
    return found


if __name__ == "__main__":
    main(Path(sys.argv[1]))
