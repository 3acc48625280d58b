"""The marks of a life line: a disc for an act of a known time, a dashed frame for one within a longer time."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from portal.text.width import wide

if TYPE_CHECKING:
    from collections.abc import Sequence

GAP = 3
"""Between two marks."""

_LEAST = 8
"""Columns of which at least something must be left of a text that is cut."""


@dataclass(frozen=True, slots=True)
class Act:
    """What is marked. Times are years with a fraction: 2014.5 is the middle of 2014."""

    start: float
    end: float
    is_open: bool
    """Whether it took place on unknown days in between."""
    icon: str
    look: str
    """The class that gives its color."""
    is_hollow: bool
    """Whether it has yet to come, or did not come."""
    when: str
    """Its date within its year, in words."""
    whole: str
    """Its date and what it was, in words."""
    title: str


@dataclass(frozen=True, slots=True)
class Mark:
    """Where an act is drawn: a disc, at the beginning of a dashed frame if its days are not known."""

    icon: str
    look: str
    is_hollow: bool
    x: float
    """The middle of the disc."""
    y: float
    left: float
    right: float
    """Where it begins and ends, with its frame."""
    is_open: bool

    def at(self, y: float) -> Mark:
        """The same at a height."""
        return replace(self, y=y)


@dataclass(frozen=True, slots=True)
class Scale:
    """Years on the horizontal axis."""

    first: float
    last: float
    """The end of the last."""
    left: float
    right: float

    def x(self, time: float) -> float:
        """Where a time lies, to a tenth; what lies outside stands at the edge."""
        inside = min(max(time, self.first), self.last) - self.first
        return round(self.left + inside * (self.right - self.left) / (self.last - self.first), 1)


@dataclass(frozen=True, slots=True)
class LifeShape:
    """The measures of a drawing."""

    width: int
    radius: int
    """Of a disc."""
    has_words: bool
    rows: int
    """How many rows of words may stand above the line."""
    letter: float = 7.3
    """How wide a column of text is taken to be, of which a Chinese character has two."""

    def long(self, text: str) -> float:
        """How long a text is drawn, at most."""
        return wide(text) * self.letter

    def mark(self, act: Act, scale: Scale) -> Mark:
        """The mark of an act on a scale; a frame is never shorter than its disc."""
        start, end = scale.x(act.start), scale.x(act.end)
        if not act.is_open:
            x = scale.x((act.start + act.end) / 2)
            left, right = x - self.radius, x + self.radius
        else:
            middle = (start + end) / 2
            half = max((end - start) / 2, self.radius + 2)
            left = max(middle - half, 1)
            right = min(max(middle + half, left + 2 * self.radius + 4), self.width - 1)
            x = left + self.radius + 2
        x, left, right = (round(n, 1) for n in (x, left, right))
        return Mark(act.icon, act.look, act.is_hollow, x, 0, left, right, act.is_open)


def shortened(text: str, columns: int) -> str:
    """A text that fits into so many columns, cut with a sign if it is longer; empty if too little would be left.

    >>> shortened("Kaohsiung joins the Hachioji Festival", 20), shortened("Kaohsiung", 20)
    ('Kaohsiung joins the…', 'Kaohsiung')
    """
    if wide(text) <= columns:
        return text
    kept = text
    while kept and wide(kept) > columns - 1:
        kept = kept[:-1]
    return f"{kept.rstrip(' ,，、：:')}…" if wide(kept) >= _LEAST else ""


def hull(acts: Sequence[Act], year: int) -> tuple[int, int]:
    """The first and the last month of acts within a year, from 0, three at least."""
    first = min(int((act.start - year) * 12 + 0.001) for act in acts)
    last = max(int((max(act.end - 0.0001, act.start) - year) * 12 + 0.0001) for act in acts)
    while last - first < 2:
        first, last = (first - 1, last) if last == 11 else (first, last + 1)
    return max(first, 0), min(last, 11)
