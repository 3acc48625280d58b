"""The years in which a government's ties were signed: a stroke for each, and how many there are in words."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.tie import Tie

STEP = 10
"""Units of the drawing in a year."""

DECADE = 10

WORDED = 2
"""Decades before the present one that words tell apart; all before them are told together."""

WIDE = 50
"""Years from which only every second decade is written below the strokes."""


@dataclass(frozen=True, slots=True)
class SigningYears:
    """What is drawn, and what is said."""

    width: int
    """Of the drawing."""
    path: str
    """The strokes as SVG path data, from 0 to 20 in height."""
    ticks: list[tuple[int, str]]
    """Years to write below the strokes, and their distance from the left edge in percent."""
    spans: list[tuple[str, int, int, int]]
    """``before``, ``decade`` or ``since``, the first and the last year, and how many there are; none with nothing."""
    undated: int


def first_decade(ties: Iterable[Tie], year: int) -> int:
    """The year with which the decade of the first signing begins; that of ``year`` if nothing is dated."""
    found = [tie.partnership.since.year for tie in ties if tie.partnership.since]
    return min([*found, year]) // DECADE * DECADE


def signing_years(ties: Iterable[Tie], first: int, year: int) -> SigningYears:
    """The years of signing on a scale from a decade's first year to the end of the present one."""
    dates = [tie.partnership.since for tie in ties]
    years = sorted(date.year for date in dates if date)
    last = year + 1
    every = 2 * DECADE if last - first > WIDE else DECADE
    return SigningYears(
        width=(last - first) * STEP,
        path="".join(f"M{(known - first) * STEP + STEP // 2} 0V20" for known in years),
        ticks=[
            (tick, f"{100 * (tick - first) / (last - first):.3g}")
            for tick in range(first, last, every)
        ],
        spans=_spans(years, year),
        undated=dates.count(None),
    )


def _spans(years: list[int], year: int) -> list[tuple[str, int, int, int]]:
    present = year // DECADE * DECADE
    begin = present - WORDED * DECADE
    counts = Counter(max(known // DECADE * DECADE, begin - DECADE) for known in years)
    found = [("before", begin, begin, counts[begin - DECADE])]
    found += [
        ("decade", start, start + DECADE - 1, counts[start])
        for start in range(begin, present, DECADE)
    ]
    return [span for span in [*found, ("since", present, year, counts[present])] if span[3]]
