"""Outlines on a plane: cutting them, and writing them as the path of an SVG."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

Point = tuple[float, float]
"""To the right and, on a map, downwards."""

Ring = list[Point]
"""The corners of an outline; the last is joined to the first."""


def area(ring: Sequence[Point]) -> float:
    """In square units, whichever way around it is written (shoelace formula)."""
    return abs(sum(x * ring[n - 1][1] - ring[n - 1][0] * y for n, (x, y) in enumerate(ring))) / 2


def cut(ring: Ring, axis: int, limit: float, side: int) -> Ring:
    """The part with ``side * coordinate <= side * limit`` on that axis (Sutherland and Hodgman, 1974)."""
    along = [side * point[axis] for point in ring]
    if not along or max(along) <= side * limit:
        return ring
    if min(along) > side * limit:
        return []
    kept: Ring = []
    previous = ring[-1]
    for point in ring:
        inside, before = side * (point[axis] - limit) <= 0, side * (previous[axis] - limit) <= 0
        if inside != before:
            share = (limit - previous[axis]) / (point[axis] - previous[axis])
            x, y = (p + share * (q - p) for p, q in zip(previous, point, strict=True))
            kept.append((x, y))
        if inside:
            kept.append(point)
        previous = point
    return kept


def cut_to(ring: Ring, left: float, top: float, right: float, bottom: float) -> Ring:
    """The part inside a rectangle."""
    for axis, limit, side in ((0, left, -1), (0, right, 1), (1, top, -1), (1, bottom, 1)):
        ring = cut(ring, axis, limit, side)
    return ring


def path(ring: Sequence[Point]) -> str:
    """A closed path in whole units, each corner told from the last one; empty if too little of it is left."""
    corners = [(round(x), round(y)) for x, y in ring]
    (x, y), written = corners[0], ""
    for u, v in corners[1:]:
        if (u, v) != (x, y):
            for step in (u - x, v - y):
                written += f" {step}" if step >= 0 and written else str(step)
            x, y = u, v
    return (
        f"M{corners[0][0]} {corners[0][1]}l{written}z"
        if written.count(" ") + written.count("-") > 2
        else ""
    )
