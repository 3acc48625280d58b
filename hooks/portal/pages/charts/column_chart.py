"""Columns that stand beside one another in the order of time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.pages.charts.stacked import Chart, Piece, Words, percent

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from portal.pages.charts.stacked import Bar

TOP, GROUND, HEIGHT = 24, 184, 208
"""Pixels from the top: the end of the highest column, the ground, the end of the drawing."""

FEW = 12
"""So many columns have a number each; more have lines with numbers instead."""

SHARE = {True: 0.72, False: 0.8}
"""How much of its place a column takes, if there are few, and if not."""

MOST_LINES = 4


def column_chart(
    bars: Sequence[Bar],
    looks: Sequence[str],
    *,
    labelled: Sequence[bool],
    written: Callable[[int], str] = str,
) -> Chart:
    """The columns; ``labelled`` says below which the label is written, ``written`` how numbers beside lines are."""
    most, few = max((bar.sum for bar in bars), default=0), len(bars) <= FEW
    ticks = [] if few else scale_of(most)
    most = max([most, *ticks]) or 1
    unit, step = (GROUND - TOP) / most, 100 / max(len(bars), 1)
    pieces: list[Piece] = []
    words: list[Words] = []
    for n, (bar, is_labelled) in enumerate(zip(bars, labelled, strict=True)):
        middle, width = (n + 0.5) * step, step * SHARE[few]
        pieces += _pieces(bar, looks, middle - width / 2, width, unit)
        if few and bar.sum:
            y = round(GROUND - bar.sum * unit) - 6
            words.append(Words(bar.number, percent(middle), str(y), "number middle"))
        if is_labelled:
            words.append(Words(bar.label, percent(middle), str(HEIGHT - 6), "middle"))
    lines = [round(GROUND - tick * unit) for tick in ticks]
    words += [
        Words(written(tick), "0", str(y - 4), "tick") for tick, y in zip(ticks, lines, strict=True)
    ]
    return Chart(HEIGHT, tuple(looks), tuple(pieces), tuple(words), (*lines, GROUND))


def scale_of(most: int) -> list[int]:
    """Round numbers at which lines are drawn, from the highest: the first is not below the largest column.

    >>> scale_of(32), scale_of(7), scale_of(1), scale_of(0)
    ([40, 30, 20, 10], [8, 6, 4, 2], [1], [])
    """
    steps = (factor * 10**power for power in range(9) for factor in (1, 2, 5))
    step = next(step for step in steps if step * MOST_LINES >= most)
    return list(range(-(-most // step) * step, 0, -step))


def _pieces(
    bar: Bar, looks: Sequence[str], left: float, width: float, unit: float
) -> Iterator[Piece]:
    start = 0
    for look, value in zip(looks, bar.values, strict=True):
        if value:
            top, foot = GROUND - (start + value) * unit, GROUND - start * unit
            yield Piece(look, percent(left), f"{top:.1f}", percent(width), f"{foot - top:.1f}")
        start += value
