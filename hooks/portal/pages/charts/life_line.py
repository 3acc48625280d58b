"""The life of something on a line of years: what happened as marks, and a lens over the year in which most did."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.pages.charts.life_lens import Lens, has_room, lens_of
from portal.pages.charts.life_marks import GAP, Act, LifeShape, Mark, Scale, shortened

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WIDE = LifeShape(width=960, radius=12, has_words=True, rows=5)
NARROW = LifeShape(width=340, radius=10, has_words=False, rows=0)
"""For narrow windows: words would be too small there, so the list says them."""

LINE = 22
"""From one row of words to the next."""

AXIS = 30
"""Below the line: the years."""

_LEAST = 24
"""Columns without which words say too little."""


@dataclass(frozen=True, slots=True)
class Words:
    """What is said of a mark, and the stem that leads there."""

    x: float
    y: float
    text: str
    foot: float
    """Where the stem begins."""
    is_left: bool
    """Whether they end at the stem, at which they begin otherwise."""


@dataclass(slots=True)
class LifeLine:
    """Where everything lies, in units of the drawing."""

    shape: LifeShape
    height: float = 0
    line: float = 0
    """The height of the line of years."""
    alive: tuple[float, float] = (0, 0)
    """From where to where the line is thick."""
    ticks: str = ""
    """The lines of the years, as SVG path data."""
    years: list[tuple[float, int]] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    words: list[Words] = field(default_factory=list)
    lens: Lens | None = None


def life_line(
    acts: Sequence[Act],
    years: tuple[int, int],
    alive: tuple[float, float],
    shape: LifeShape,
    months: Sequence[str],
) -> LifeLine:
    """The drawing of acts, the earliest first, over the years from the first to the last.

    ``months`` are the names of the months, as the lens writes them.
    """
    first, last = years
    pad = shape.radius + 2
    scale = Scale(first, last + 1, pad, shape.width - pad)
    year = _crowded(acts)
    inside = [act for act in acts if year and _is_in(act, year)]
    outside = [act for act in acts if act not in inside]
    marks, levels = _stacked(outside, scale, shape)
    said = _said(outside, marks, levels, shape) if shape.has_words else {}
    rows = 1 + max((row for row, *_ in said.values()), default=-1)
    step = 2 * shape.radius + 3
    base = 4 + rows * LINE + max(levels, default=0) * step + shape.radius + (6 if rows else 2)
    found = LifeLine(shape, line=base, alive=(scale.x(alive[0]), scale.x(alive[1])))
    found.marks = [mark.at(base - level * step) for mark, level in zip(marks, levels, strict=True)]
    for n, (row, text, is_left) in said.items():
        mark = found.marks[n]
        y = 4 + (rows - row) * LINE - 6
        found.words.append(Words(mark.x, y, text, mark.y - shape.radius, is_left))
    _add_years(found, scale, first, last)
    found.height = base + AXIS
    if year:
        place = (scale.x(year), scale.x(year + 1), base)
        found.lens = lens_of(inside, year, place, shape, months)
        found.height = found.lens.bottom
    return found


def _crowded(acts: Sequence[Act]) -> int:
    """The year that a lens opens: that with the most acts, the last of several; 0 if none has too many for a line."""
    years = {year: sum(_is_in(act, year) for act in acts) for year in {int(a.start) for a in acts}}
    fit = [(count, year) for year, count in years.items() if has_room(count)]
    return max(fit, default=(0, 0))[1]


def _is_in(act: Act, year: int) -> bool:
    """Whether it lies within a year, and more than the year is known of its time."""
    whole = act.is_open and act.start <= year and act.end >= year + 1
    return year <= act.start and act.end <= year + 1 and not whole


def _stacked(acts: Sequence[Act], scale: Scale, shape: LifeShape) -> tuple[list[Mark], list[int]]:
    """The marks of acts, and how high each lies so that none covers another."""
    ends: list[float] = []
    marks, levels = [], []
    for act in acts:
        mark = shape.mark(act, scale)
        fits = (n for n, end in enumerate(ends) if end + GAP <= mark.left)
        level = next(fits, len(ends))
        if level == len(ends):
            ends.append(mark.right)
        else:
            ends[level] = mark.right
        marks.append(mark)
        levels.append(level)
    return marks, levels


def _said(
    acts: Sequence[Act], marks: Sequence[Mark], levels: Sequence[int], shape: LifeShape
) -> dict[int, tuple[int, str, bool]]:
    """Of the acts whose words have room, by their place: the row, the lowest being 0, the words, whether they lie left.

    Words begin above their mark, over which no other lies. Whatever stands further right below them would lead its
    stem through them, so they stand above its words. At the end of the line words may end above their mark instead.
    """
    found: dict[int, tuple[int, str, bool]] = {}
    taken: list[tuple[float, float, int]] = []
    for n in reversed(range(len(acts))):
        if _is_covered(n, marks, levels, shape):
            continue
        x = marks[n].x
        before = max((marks[other].x for other in range(n)), default=0)
        spaces = ((shape.width - x, False), (x - before - shape.radius, True))
        whole = shape.long(acts[n].whole)
        room, is_left = next((one for one in spaces if one[0] >= whole), spaces[0])
        columns = int(room / shape.letter)
        text = shortened(acts[n].whole, columns) if columns >= _LEAST else ""
        long = shape.long(text) + GAP
        span = (x - long, x + GAP) if is_left else (x - GAP, x + long)
        above = [row for left, right, row in taken if left <= span[1] and span[0] <= right]
        row = 1 + max(above, default=-1)
        if text and row < shape.rows:
            found[n] = (row, text, is_left)
            taken.append((*span, row))
    return found


def _is_covered(n: int, marks: Sequence[Mark], levels: Sequence[int], shape: LifeShape) -> bool:
    """Whether a stem that goes up from a mark would meet another."""
    x, near = marks[n].x, shape.radius + GAP
    return any(
        levels[other] > levels[n] and mark.left - near < x < mark.right + near
        for other, mark in enumerate(marks)
    )


def _add_years(found: LifeLine, scale: Scale, first: int, last: int) -> None:
    named = set(_named(first, last, (found.shape.width - 2 * scale.left) / (last + 1 - first)))
    path = []
    for year in range(first, last + 1):
        x = scale.x(year)
        path.append(f"M{x} {found.line + 4}v{8 if year in named else 4}")
        if year in named:
            found.years.append((x, year))
    found.ticks = "".join(path)


def _named(first: int, last: int, width: float) -> Iterator[int]:
    """The first year, and round ones so far apart that each name has room."""
    step = next((step for step in (1, 2, 5, 10, 20, 50) if step * width >= 44), 100)
    round_ones = [year for year in range(first + 1, last + 1) if not year % step]
    yield first
    yield from (year for year in round_ones if (year - first) * width >= 40)
