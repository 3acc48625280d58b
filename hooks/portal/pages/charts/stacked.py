"""What every chart is drawn from: bars of stacked pieces, each piece with a look that color is only a part of.

A drawing has no ``viewBox``: across it is measured in percent, down it in pixels. So it takes the width it is given,
and letters, strokes and patterns keep their size on a phone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from collections.abc import Sequence

LOOKS = 8
"""How many looks there are; they begin again after the last."""

HOLLOW = "hollow"
"""The look of what does not count."""


@dataclass(frozen=True, slots=True)
class Bar:
    """What one bar stands for."""

    label: str
    values: tuple[int, ...]
    """Its pieces, in the order of the looks of the chart."""
    number: str
    """What is written at its end."""

    @property
    def sum(self) -> int:
        """Its length."""
        return sum(self.values)


@dataclass(frozen=True, slots=True)
class Piece:
    """A rectangle: across in percent, down in pixels."""

    look: str
    x: str
    y: str
    width: str
    height: str


@dataclass(frozen=True, slots=True)
class Words:
    """Text: across in percent, down in pixels."""

    text: str
    x: str
    y: str
    role: str = ""
    """``number``, ``tick`` or nothing."""
    shift: int = 0
    """Pixels to the right."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing, ready for its template."""

    plain: ClassVar = ("1", HOLLOW)
    """The looks without a pattern."""

    height: int
    """In pixels."""
    looks: tuple[str, ...]
    """Those that are used, in the order of the legend."""
    pieces: tuple[Piece, ...]
    words: tuple[Words, ...]
    lines: tuple[int, ...] = ()
    """Where lines run across, in pixels from the top; the last is the ground."""


def looks_of(count: int, hollow: Sequence[bool] = ()) -> tuple[str, ...]:
    """The looks of so many series, of which some may be hollow.

    >>> looks_of(3, [False, False, True])
    ('1', '2', 'hollow')
    """
    flags = [*hollow, *[False] * (count - len(hollow))]
    return tuple(HOLLOW if flag else str(n % LOOKS + 1) for n, flag in enumerate(flags))


def percent(share: float) -> str:
    """A number as SVG has it, with two decimals at most.

    >>> percent(12.3456), percent(50.0)
    ('12.35%', '50%')
    """
    return f"{share:.2f}".rstrip("0").rstrip(".") + "%"
