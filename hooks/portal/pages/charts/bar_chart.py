"""Bars that lie below their labels, one below the other, as they fit on a phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.pages.charts.stacked import Chart, Piece, Words, percent
from portal.pages.charts.text_lines import text_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.pages.charts.stacked import Bar

STEP = 42
"""Pixels from one bar to the next."""

LABEL, TOP, THICK = 15, 21, 14
"""Below the top of its step: the line of the label, the bar, and how thick it is. In pixels."""

COLUMNS, LINE = 36, 17
"""Of a label: how much a line holds on a phone, also with a reader's own spacing, two for a Chinese character; pixels
to the next line."""

FULL, LETTER = 92, 2.6
"""Percent of the width: what the longest bar takes with its number behind it, and a digit in a window of 20rem."""


def bar_chart(bars: Sequence[Bar], looks: Sequence[str]) -> Chart:
    """The bars on one scale that begins at 0."""
    most = max((bar.sum for bar in bars), default=0) or 1
    full = FULL - LETTER * max((len(bar.number) for bar in bars), default=0)
    pieces: list[Piece] = []
    words: list[Words] = []
    top = 0
    for bar in bars:
        lines = text_lines(re.findall(r"\S+\s*", bar.label), COLUMNS)
        words += (Words(line, "0", str(top + LABEL + n * LINE)) for n, line in enumerate(lines))
        top += (len(lines) - 1) * LINE
        pieces += _pieces(bar, looks, top + TOP, full / most)
        end = percent(bar.sum * full / most)
        words.append(Words(bar.number, end, str(top + TOP + THICK - 2), "number", 6))
        top += STEP
    return Chart(top, tuple(looks), tuple(pieces), tuple(words))


def _pieces(bar: Bar, looks: Sequence[str], top: int, scale: float) -> Iterator[Piece]:
    start = 0
    for look, value in zip(looks, bar.values, strict=True):
        if value:
            yield Piece(look, percent(start * scale), str(top), percent(value * scale), str(THICK))
        start += value
