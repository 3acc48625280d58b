"""On which sides of its mark the name of a place may stand, and the room that it takes there."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

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
