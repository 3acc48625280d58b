"""Years as stacks of bricks, one for each thing that is counted, as long as they fit; taller stacks are drawn whole.

A series has a shape besides its color: where its bricks lie across their place, and how much of their height they take.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SHAPES: tuple[tuple[tuple[float, float], ...], ...] = (
    ((0, 1),),
    ((0, 0.42), (0.58, 0.42)),
    ((0, 0.24), (0.38, 0.24), (0.76, 0.24)),
    ((0.25, 0.5),),
    ((0, 1),),
    ((0, 0.3), (0.7, 0.3)),
)
"""Of each series: where the parts of a brick begin, and how wide they are, as shares of its width."""

FLAT = {4: 0.4, 5: 0.4}
"""Series whose bricks are only so high, as a share of the others'."""

HIGHEST = 240
"""Units of the drawing that the highest stack may take."""

BRICK, JOINT = 4, 1
"""The height of a brick, and of the joint above it."""


@dataclass(frozen=True, slots=True)
class Stack:
    """How many of each series, from the bottom, and how many that do not count."""

    counts: tuple[int, ...]
    hollow: int = 0

    @property
    def sum(self) -> int:
        """What counts."""
        return sum(self.counts)


@dataclass(frozen=True, slots=True)
class BrickChart:
    """Paths of SVG for each series that has any, by its number, and for what does not count."""

    width: int
    height: int
    """Of the drawing; the ground is its lower edge."""
    paths: dict[int, str]
    hollow: str
    lines: tuple[tuple[int, int], ...]
    """Numbers on the scale, and where their lines run."""
    columns: tuple[tuple[int, int, int], ...]
    """Of each stack with anything: its number in the order given, its left edge, and its top."""
    step: int
    """Units from one stack to the next."""


def brick_chart(stacks: Sequence[Stack], step: int = 14) -> BrickChart:
    """The stacks side by side."""
    highest = max((one.sum + one.hollow for one in stacks), default=0)
    wall = _Wall(min(float(BRICK + JOINT), HIGHEST / max(highest, 1)), step - 2, highest)
    columns: list[tuple[int, int, int]] = []
    for number, stack in enumerate(stacks):
        wall.add(number * step + 1, stack)
        if level := stack.sum + stack.hollow:
            columns.append((number, number * step, round(wall.top(level))))
    drawn = {series: "".join(found) for series, found in sorted(wall.paths.items())}
    lines = tuple((n, round(wall.top(n))) for n in _ticks(highest))
    hollow = "".join(wall.hollow)
    return BrickChart(len(stacks) * step, wall.ground, drawn, hollow, lines, tuple(columns), step)


def legend_bricks(series: int) -> str:
    """Three bricks of a series, 13 units wide and 14 high."""
    wall = _Wall(BRICK + JOINT, 13, 3)
    wall.ground = 14
    wall.lay(series, 3, 0, 0)
    return "".join(wall.paths[series])


class _Wall:
    """Bricks of one size on a ground."""

    def __init__(self, unit: float, width: int, highest: int) -> None:
        self._unit, self._width = unit, width
        self.ground = round(highest * unit) + 12
        self.paths: dict[int, list[str]] = {}
        self.hollow: list[str] = []

    def top(self, level: int) -> float:
        """Where the brick at a level ends, counted from 1."""
        return self.ground - level * self._unit

    def add(self, x: int, stack: Stack) -> None:
        """A stack with its left edge at ``x``."""
        level = 0
        for series, count in enumerate(stack.counts):
            if count:
                self.lay(series, count, x, level)
                level += count
        for n in range(stack.hollow):
            y, width = self.top(level + n + 1) + 1, self._width - 1
            high = max(self._unit - 2, 1)
            self.hollow.append(f"M{x + 0.5} {y:.4g}h{width}v{high:.3g}h-{width}z")

    def lay(self, series: int, count: int, x: int, level: int) -> None:
        """Bricks of a series above a level: each alone while there is room for joints, else all in one."""
        found = self.paths.setdefault(series, [])
        if self._unit < BRICK:
            found.append(self._drawn(series, x, self.top(level + count), count * self._unit))
            return
        share = FLAT.get(series, 1)
        high = (self._unit - JOINT) * share
        for n in range(count):
            middle = self.top(level + n + 1) + JOINT + (self._unit - JOINT) / 2
            found.append(self._drawn(series, x, middle - high / 2, high))

    def _drawn(self, series: int, x: int, y: float, high: float) -> str:
        width = self._width
        return "".join(
            f"M{x + begin * width:.5g} {y:.4g}h{part * width:.3g}v{high:.3g}h-{part * width:.3g}z"
            for begin, part in SHAPES[series]
        )


def _ticks(highest: int) -> list[int]:
    """Two to four round numbers up to the highest."""
    steps = (s * 10**e for e in range(6) for s in (1, 2, 5))
    step = next((one for one in steps if highest <= 4 * one), highest) or 1
    return list(range(step, highest + 1, step))
