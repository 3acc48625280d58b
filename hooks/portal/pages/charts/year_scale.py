"""Years side by side on the horizontal axis of a drawing."""

from __future__ import annotations

from dataclasses import dataclass

_STEPS = (1, 2, 5, 10, 20, 50, 100)
"""Every which year may be written."""


@dataclass(frozen=True, slots=True)
class YearScale:
    """Where years lie: each takes the same width, from its first day to its last."""

    first: int
    last: int
    left: int
    """Where the first begins, in units of the drawing."""
    width: int
    """Of all together."""

    def start(self, year: int) -> int:
        """Where a year begins."""
        return self.left + round((year - self.first) * self.width / self._count)

    def middle(self, year: int) -> int:
        """Where its name stands."""
        return self.left + round((year - self.first + 0.5) * self.width / self._count)

    def length(self, start: int, end: int) -> int:
        """How long the time from the beginning of a year to the end of another is drawn."""
        return self.start(end + 1) - self.start(start)

    def edges(self) -> list[int]:
        """Where a line stands: at the beginning of each written year, and at the end."""
        return [*(self.start(year) for year in self.named()), self.left + self.width]

    def named(self, least: int = 44) -> list[int]:
        """The years to write, so many that each name has at least that width."""
        fits = (step for step in _STEPS if step * self.width >= least * self._count)
        step = next(fits, _STEPS[-1])
        return [year for year in range(self.first, self.last + 1) if step == 1 or not year % step]

    @property
    def _count(self) -> int:
        return self.last - self.first + 1
