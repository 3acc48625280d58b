"""What the overview of a history shows: how many entries each year has, by family, and each government by itself."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from portal.model.catalog.history.entry import FAMILIES
from portal.pages.charts.brick_chart import Stack, brick_chart

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from portal.model.catalog.history.entry import Entry, State
    from portal.pages.charts.brick_chart import BrickChart

DECADE = 10

AHEAD = ("planned", "overdue", "due")
"""States of what may still come, or has come and nobody recorded it. What was canceled is in no count."""

_AREA = 2.4
"""The radius of the circle of one entry, in units of the drawing; two have twice its area."""

STEP = 14
"""Units of a year in the drawing."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A year of a government: all entries, and the signings among them, as radii."""

    x: int
    outer: str
    inner: str


@dataclass(frozen=True, slots=True)
class HomeRow:
    """The entries of a government, or of all lower ones together (an empty id)."""

    home: str
    count: int
    signings: int
    top: int
    """The year with the most."""
    most: int
    circles: tuple[Circle, ...]


class Overview:
    """Counts entries; what is not past is kept apart."""

    def __init__(
        self, entries: Sequence[Entry], state: Callable[[Entry], State], year: int
    ) -> None:
        self.past = [entry for entry in entries if state(entry) == "past"]
        self.ahead = [entry for entry in entries if state(entry) in AHEAD]
        years = [entry.start.year for entry in entries]
        self.first = min([*years, year])
        self.last = (
            year + 1
        )  # what runs out decades ahead is in the list, and would leave the chart empty
        self._by_year: dict[int, Counter[str]] = defaultdict(Counter)
        for entry in self.past:
            self._by_year[entry.start.year][entry.family] += 1

    @cached_property
    def families(self) -> list[tuple[int, str, int]]:
        """The number of each family among the series, its name, and how many entries it has, if any."""
        total: Counter[str] = Counter()
        for counts in self._by_year.values():
            total += counts
        return [(n, name, total[name]) for n, name in enumerate(FAMILIES) if total[name]]

    @cached_property
    def chart(self) -> BrickChart:
        """A stack for each year from the first to the next."""
        ahead = Counter(entry.start.year for entry in self.ahead)
        return brick_chart([
            Stack(tuple(self._by_year[year][name] for name in FAMILIES) if year in self._by_year else (), ahead[year])
            for year in self.years
        ], STEP)  # fmt: skip

    @property
    def years(self) -> range:
        """From the first year to the next."""
        return range(self.first, self.last + 1)

    @property
    def decades(self) -> list[tuple[int, int]]:
        """Decades that have entries, and how many, the first first."""
        found = Counter(entry.start.year // DECADE * DECADE for entry in self.past)
        return sorted(found.items())

    def waffle(self, decade: int) -> BrickChart:
        """The entries of a decade, five on each other, for windows in which a year is too narrow."""
        total: Counter[str] = Counter()
        for year, counts in self._by_year.items():
            if year // DECADE * DECADE == decade:
                total += counts
        flat = [n for n, name in enumerate(FAMILIES) for _ in range(total[name])]
        fives = [Counter(flat[start : start + 5]) for start in range(0, len(flat), 5)]
        return brick_chart(
            [Stack(tuple(five[n] for n in range(len(FAMILIES)))) for five in fives], 10
        )

    def rows(self) -> list[tuple[int, list[int], int]]:
        """Of each year that has any, the newest first: how many of each family, and all."""
        names = [name for _, name, _ in self.families]
        return [
            (year, [counts[name] for name in names], counts.total())
            for year, counts in sorted(self._by_year.items(), reverse=True)
        ]

    def homes(self, ids: Sequence[str]) -> list[HomeRow]:
        """A row for each of these governments that has entries."""
        found = (
            self._row(home, [entry for entry in self.past if home in entry.homes]) for home in ids
        )
        return [row for row in found if row.count]

    def _row(self, home: str, entries: list[Entry]) -> HomeRow:
        years = Counter(entry.start.year for entry in entries)
        signed = Counter(entry.start.year for entry in entries if entry.family == "signings")
        top, most = max(years.items(), key=lambda item: (item[1], item[0]), default=(0, 0))
        circles = tuple(
            Circle(
                (year - self.first) * STEP + STEP // 2,
                _radius(years[year]) if years[year] > signed[year] else "",
                _radius(signed[year]) if signed[year] else "",
            )
            for year in sorted(years)
        )
        return HomeRow(home, len(entries), signed.total(), top, most, circles)

    @property
    def width(self) -> int:
        """Of the drawing."""
        return len(self.years) * STEP


def _radius(count: int) -> str:
    return f"{min(_AREA * count**0.5, 2 * STEP):.3g}"
