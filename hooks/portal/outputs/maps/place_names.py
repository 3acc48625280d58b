"""Where the names of places stand on a map: beside their marks, and not over marks, other names or the edge."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from portal.outputs.maps.coastline import Point

SIZE = 31
"""Units of a line of text, as the style sheet has it."""

LARGE = 66
"""The same for the whole Earth on a phone, whose width is a third."""

_GAP = 18
"""Units from the middle of a mark to its name."""

MARK = 13
"""Units from the middle of a mark to its edge."""

_WIDE = 1.15
_CAPITAL = 0.74
_LETTER = 0.62
"""Widths of letters in parts of the size, on the safe side: no font is known when a page is made, and readers may set
letters further apart (WCAG 2.2, 1.4.12)."""

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class PlaceName:
    """A name on a map."""

    text: str
    x: float
    y: float
    anchor: str
    """Which part of the text stands there: ``start``, ``middle``, ``end``."""
    is_home: bool
    """Whether it is that of a government."""
    fits_large: bool
    """Whether there is room for it on a phone too."""


def place_names(
    wanted: Iterable[tuple[Point, str, bool]],
    marks: Sequence[Point],
    width: int,
    height: int,
    *,
    large: bool,
) -> list[PlaceName]:
    """Those of the wanted names, with the point of each and whether it is a government's, that find room.

    The first come first. With ``large``, the same names are tried again in larger letters, as a phone shows them.
    """
    edges: Box = (4, 4, width - 4, height - 4)
    taken = [_around(mark, MARK) for mark in marks]
    taken_large = [_around(mark, MARK * 1.8) for mark in marks]
    found = []
    for point, text, is_home in wanted:
        for spot in _spots(point, text, SIZE):
            x, y, anchor, box = spot
            if _is_free(box, taken, edges, but=point):
                taken.append(box)
                fits = large and _fits_large(point, text, anchor, taken_large, edges)
                found.append(PlaceName(text, x, y, anchor, is_home, fits))
                break
    return found


def _fits_large(point: Point, text: str, anchor: str, taken: list[Box], edges: Box) -> bool:
    """Whether there is room on the same side in large letters; then it is taken."""
    for _, _, side, box in _spots(point, text, LARGE):
        if side == anchor and _is_free(box, taken, edges, but=point):
            taken.append(box)
            return True
    return False


def _spots(point: Point, text: str, size: float) -> list[tuple[float, float, str, Box]]:
    """The sides of a point: x and y of the text, its anchor, and the room that it takes."""
    x, y = point
    return [
        (
            x + side.x, y + side.y, side.anchor,
            (x + side.box[0], y + side.box[1], x + side.box[2], y + side.box[3]),
        )
        for side in sides(text, size)
    ]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """Where a text may stand beside a mark, from the middle of the mark."""

    x: float
    y: float
    anchor: str
    """``start``, ``middle``, ``end``."""
    box: Box
    """The room that it takes."""

    def is_like(self, other: Side) -> bool:
        """Whether it is the same side, for letters of another size."""
        return self.anchor == other.anchor and (self.y > 0) == (other.y > 0)


def sides(text: str, size: float) -> tuple[Side, ...]:
    """To the right, to the left, above and below."""
    gap, rise, half = _GAP * size / SIZE, size * 0.35, size * 0.55
    wide = width(text) * size
    return (
        Side(gap, rise, "start", (gap, -half, gap + wide, half)),
        Side(-gap, rise, "end", (-gap - wide, -half, -gap, half)),
        Side(0, -gap, "middle", (-wide / 2, -gap - size, wide / 2, -gap)),
        Side(0, gap + size * 0.7, "middle", (-wide / 2, gap, wide / 2, gap + size)),
    )


def width(text: str) -> float:
    """Of a text in parts of its size, about."""
    return sum(
        _WIDE if unicodedata.east_asian_width(c) in "WF" else _CAPITAL if c.isupper() else _LETTER
        for c in text
    )


def _around(point: Point, reach: float) -> Box:
    return point[0] - reach, point[1] - reach, point[0] + reach, point[1] + reach


def _is_free(box: Box, taken: Iterable[Box], edges: Box, *, but: Point) -> bool:
    """Whether a box lies inside the edges and touches nothing; the mark at ``but`` is its own."""
    left, top, right, bottom = box
    if left < edges[0] or top < edges[1] or right > edges[2] or bottom > edges[3]:
        return False
    return not any(
        left < other[2] and right > other[0] and top < other[3] and bottom > other[1]
        for other in taken
        if not (other[0] < but[0] < other[2] and other[1] < but[1] < other[3])
    )
