"""The measurements."""

from __future__ import annotations

from dataclasses import dataclass, field
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """One of our quantities, run by run, and the one it is compared with."""

    name: str
    unit: str
    """``s`` or ``B``."""
    ours: list[float]
    hugo: list[float] = field(default_factory=list)
    """Hugo's, in the same runs; empty without Hugo or if it has no such figure."""

    @property
    def ratio(self) -> float | None:
        """Ours divided by Hugo's: the median over the runs."""
        if not self.hugo:
            return None
        return median(a / b for a, b in zip(self.ours, self.hugo, strict=True))


@dataclass(frozen=True, slots=True)
class Size:
    """Full builds of a corpus."""

    records: int
    pages: int
    seconds: dict[str, list[float]]
    """Wall time, run by run, by name of the generator."""


@dataclass(frozen=True, slots=True)
class Results:
    """Everything, as it is written to ``results.json``."""

    date: str
    machine: dict[str, str | int]
    versions: dict[str, str]
    records: int
    runs: int
    figures: list[Figure]
    preview: list[Figure]
    sizes: list[Size]
    growth: dict[str, float]
    """Exponent of the full build's time, by name of the generator."""
