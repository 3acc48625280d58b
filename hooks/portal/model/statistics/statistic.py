"""What a statistic is: numbers in rows and columns, each with a key that names what it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Subject = Literal[
    "homes", "cities", "countries", "units", "kind", "status", "level",
    "continent", "membership", "organization.kind", "exchange.type", "family", "measure",
    "decade", "year", "number", "language",
]  # fmt: skip
"""What keys name: records of a kind by id, choices that have a label, years, numbers or languages."""

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a statistic."""

    key: str
    """``JP``, ``sister``, ``1980``."""
    values: tuple[int, ...]
    """A number for each column of the statistic."""


@dataclass(frozen=True, slots=True)
class Statistic:
    """Numbers that answer one question. Rows and columns have the order in which they are shown."""

    name: str
    """Of its anchor, its file and its labels: ``ties-by-country``."""
    rows_of: Subject
    """What the keys of its rows name."""
    columns_of: Subject
    """What its columns name."""
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    drawn: int = 0
    """How many of its columns, from the first, are parts of one whole, which a chart may draw as one bar."""
    hollow: tuple[str, ...] = ()
    """Columns of what does not count, which charts draw without color."""
    sums: bool = True
    """Whether the rows may be added up: not if one thing can stand in several."""
    apart: tuple[tuple[str, int], ...] = ()
    """Numbers that stand in no row, with the last part of the label that says why; none is 0."""
    inexact: tuple[tuple[str, str], ...] | None = None
    """Rows and columns whose number includes one that a source gives only roughly; None if everything is counted."""
    measures: tuple[str, ...] = ()
    """Columns, after all others, that name what is counted in them, whatever the others name."""
    stated: tuple[str, ...] = ()
    """Ids of exchanges that state totals for a period, which are shown beside the statistic and in no row."""

    def is_inexact(self, row: Row, column: str) -> bool:
        """Whether a number includes one that a source gives only roughly."""
        return (row.key, column) in (self.inexact or ())

    @property
    def has_any(self) -> bool:
        """Whether anything was counted."""
        return any(any(row.values) for row in self.rows)

    def total(self, row: Row) -> int:
        """What counts in a row: the parts of the whole, without those that do not count."""
        drawn = zip(self.columns[: self.drawn], row.values, strict=False)
        return sum(value for column, value in drawn if column not in self.hollow)

    @property
    def totals(self) -> tuple[int, ...]:
        """The sum of each column; raises ValueError if the rows cannot be added up."""
        if not self.sums:
            raise ValueError(f"{self.name}: one thing can be in several rows")
        columns = range(len(self.columns))
        return tuple(sum(row.values[column] for row in self.rows) for column in columns)


def told_apart(**numbers: int) -> tuple[tuple[str, int], ...]:
    """The numbers that are not 0, each with its name."""
    return tuple((name.replace("_", "-"), number) for name, number in numbers.items() if number)


def cross(
    pairs: Iterable[tuple[K, str]], columns: Sequence[str], rows: Iterable[K]
) -> tuple[Row, ...]:
    """How many pairs there are of each row and column, for the rows given, in their order."""
    found = Counter(pairs)
    return tuple(Row(str(key), tuple(found[key, column] for column in columns)) for key in rows)


def most_first(rows: Iterable[Row], names: Mapping[str, str] | None = None) -> tuple[Row, ...]:
    """Rows by their sums, the largest first; of the same sum by their English names, or their keys."""
    return tuple(
        sorted(rows, key=lambda row: (-sum(row.values), (names or {}).get(row.key, row.key)))
    )
