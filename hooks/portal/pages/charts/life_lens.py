"""The lens of a life line: the months of one year, with an act in each row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.pages.charts.life_marks import GAP, Scale, hull, shortened

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.pages.charts.life_marks import Act, LifeShape, Mark

CROWD, MOST = 4, 10
"""How many acts of a year are too many for the line, and how many are too many for a lens."""

DROP = 38
"""From the line to the lens: the years stand between them."""

_HEAD = 30
"""The height of the names of the months."""

_LEAST = 20
"""Columns without which words say too little."""


@dataclass(frozen=True, slots=True)
class LensRow:
    """A row of a lens."""

    mark: Mark
    text: str
    text_x: float
    is_left: bool
    """Whether the words end before the mark."""


@dataclass(frozen=True, slots=True)
class Lens:
    """What a lens shows."""

    year: int
    edges: tuple[float, float]
    """Of the year, on the line."""
    outline: str
    """From the year on the line to the rows, as SVG path data."""
    grid: str
    """The lines between the months."""
    months: tuple[tuple[float, float, str], ...]
    """Where their names stand."""
    rows: tuple[LensRow, ...]
    bottom: float


def has_room(count: int) -> bool:
    """Whether so many acts of a year call for a lens and have room in it."""
    return CROWD <= count <= MOST


def lens_of(
    acts: Sequence[Act],
    year: int,
    place: tuple[float, float, float],
    shape: LifeShape,
    months: Sequence[str],
) -> Lens:
    """The lens below a year of the line: ``place`` is where that begins and ends, and the height of the line."""
    edges, line = place[:2], place[2]
    top = line + DROP
    step = 2 * shape.radius + 6
    first, last = hull(acts, year)
    scale = Scale(year + first / 12, year + (last + 1) / 12, 1, shape.width - 1)
    bottom = round(top + _HEAD + len(acts) * step + 2, 1)
    rows = tuple(
        _row(act, scale, shape, round(top + _HEAD + (n + 0.5) * step, 1))
        for n, act in enumerate(acts)
    )
    starts = [scale.x(year + month / 12) for month in range(first, last + 1)]
    outline = f"M{edges[0]} {line}L1 {top}V{bottom}H{shape.width - 1}V{top}L{edges[1]} {line}z"
    return Lens(
        year,
        edges,
        outline,
        "".join(f"M{x} {top}V{bottom}" for x in starts[1:]),
        tuple(
            (round(x + 5, 1), top + 19, months[month])
            for x, month in zip(starts, range(first, last + 1), strict=True)
        ),
        rows,
        bottom,
    )


def _row(act: Act, scale: Scale, shape: LifeShape, y: float) -> LensRow:
    mark = shape.mark(act, scale).at(y)
    if not shape.has_words:
        return LensRow(mark, "", 0, is_left=False)
    text = f"{act.when}{act.title}"
    after = mark.x + shape.radius + GAP * 2
    before = mark.left - GAP * 2
    right, left = (int(room / shape.letter) for room in (shape.width - 8 - after, before - 8))
    is_left = shape.long(text) > shape.width - 8 - after and left > right
    columns = left if is_left else right
    said = shortened(text, columns) if columns >= _LEAST else ""
    return LensRow(mark, said, round(before if is_left else after, 1), is_left)
