"""Sums that must add up: members of an organization, rows and columns of a budget."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import ORGANIZATIONS, PLANS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.plan import Budget, Plan
    from portal.model.records.record import Record
    from portal.model.values.walk import Loc


def sum_problems(loaded: Loaded) -> Iterator[Problem]:
    """Totals that differ from the sum of their parts."""
    for organization in loaded.of(ORGANIZATIONS):
        for index, count in enumerate(organization.record.headcounts):
            parts = count.full + count.associate + count.corporate
            loc: Loc = ("headcounts", index, "total")
            if parts:
                yield from _compare(organization, loc, Decimal(count.total), Decimal(parts))
    for plan in loaded.of(PLANS):
        if plan.record.budget is not None:
            yield from _budget(plan, plan.record.budget)


def _budget(row: Row[Plan], budget: Budget) -> Iterator[Problem]:
    columns: dict[str, Decimal] = {}
    for index, line in enumerate(budget.rows):
        loc: Loc = ("budget", "rows", index, "total")
        yield from _compare(row, loc, line.total, sum(line.amounts.values(), Decimal()))
        for column, amount in line.amounts.items():
            columns[column] = columns.get(column, Decimal()) + amount
    for column in sorted(columns.keys() | budget.totals.keys()):
        stated = budget.totals.get(column, Decimal())
        loc = ("budget", "totals", column)
        yield from _compare(row, loc, stated, columns.get(column, Decimal()))
    yield from _compare(
        row, ("budget", "total"), budget.total, sum((r.total for r in budget.rows), Decimal())
    )


def _compare(row: Row[Record], loc: Loc, stated: Decimal, computed: Decimal) -> Iterator[Problem]:
    if stated != computed:
        found = {"found": str(stated), "sum": str(computed)}
        yield Problem(row.place(loc), "sum-differs", found)
