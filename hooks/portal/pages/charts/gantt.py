"""A Gantt chart: what is to be done in which years, one row each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.pages.charts.text_lines import text_lines
from portal.pages.charts.year_scale import YearScale

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Task:
    """Something to be done."""

    pieces: tuple[str, ...]
    """What, in pieces between which a line may end."""
    start: int | None
    """The first year; None if it is not known when."""
    end: int | None
    """The last year, if it is not the first."""


@dataclass(frozen=True, slots=True)
class GanttShape:
    """The measures of a chart, in units of its drawing."""

    width: int
    words: int
    """Where bars begin that stand beside the words; 0: they stand below them, over the whole width."""
    columns: int
    """Of a line of the words, two for a Chinese character."""
    line: int
    """The height of a line."""
    bar: int
    """The height of a bar."""


WIDE = GanttShape(width=760, words=300, columns=40, line=19, bar=16)
NARROW = GanttShape(width=340, words=0, columns=38, line=19, bar=13)
"""For narrow windows, in which words beside bars would leave no room; lines also fit with a reader's own spacing."""

_PAD = 9
"""Above and below what stands in a row."""


@dataclass(frozen=True, slots=True)
class GanttRow:
    """A row of a chart."""

    lines: tuple[tuple[int, str], ...]
    """The words, each line with its base."""
    x: int
    y: int
    width: int
    is_dated: bool
    """Whether the years are known; if not, the bar is as long as the whole time and only a frame."""
    end: int
    """The lower edge of the row."""


@dataclass(frozen=True, slots=True)
class Gantt:
    """Where everything lies."""

    shape: GanttShape
    height: int
    top: int
    """The lower edge of the axis."""
    years: tuple[tuple[int, int], ...]
    """Years to write, each with the middle of its name."""
    grid: str
    """The lines between years and between rows, as SVG path data; no line between years goes through words."""
    rows: tuple[GanttRow, ...]


def gantt(tasks: Sequence[Task], first: int, last: int, shape: GanttShape, top: int) -> Gantt:
    """The chart of tasks over the years from ``first`` to ``last``; ``top`` is the height of the axis."""
    scale = YearScale(first, last, shape.words, shape.width - shape.words)
    rows, y = [], top
    for task in tasks:
        rows.append(_row(task, scale, shape, y))
        y = rows[-1].end
    return Gantt(
        shape,
        height=y + 1,
        top=top,
        years=tuple((year, scale.middle(year)) for year in scale.named()),
        grid=_grid(rows, scale.edges(), shape, top),
        rows=tuple(rows),
    )


def _grid(rows: Sequence[GanttRow], edges: Sequence[int], shape: GanttShape, top: int) -> str:
    end = rows[-1].end if rows else top
    spans = [(top, end)] if shape.words else [(row.y - 4, row.end) for row in rows]
    across = [f"M{x} {begin}V{end}" for begin, end in spans for x in edges]
    return "".join([*across, *(f"M0 {row.end}H{shape.width}" for row in rows)])


def _row(task: Task, scale: YearScale, shape: GanttShape, y: int) -> GanttRow:
    words = text_lines(task.pieces, shape.columns)
    tall = len(words) * shape.line
    base = y + _PAD + round(shape.line * 0.74)
    start, end = task.start or scale.first, task.end or task.start or scale.last
    return GanttRow(
        lines=tuple((base + n * shape.line, line) for n, line in enumerate(words)),
        x=scale.start(start),
        y=y + _PAD + ((tall - shape.bar) // 2 if shape.words else tall + 3),
        width=scale.length(start, end),
        is_dated=task.start is not None,
        end=y + _PAD * 2 + tall + (0 if shape.words else shape.bar + 3),
    )
