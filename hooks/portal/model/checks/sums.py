"""Numbers that must fit each other: totals and their parts, least and most, years of a budget and of its plan."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import HOMES, ORGANIZATIONS, PLANS
from portal.model.records.partnership import HEADLINE_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.home import Home
    from portal.model.records.plan import Budget, Plan, WorkItem
    from portal.model.records.record import Record
    from portal.model.values.walk import Loc

_TOTAL: Loc = ("budget", "total")


def sum_problems(loaded: Loaded) -> Iterator[Problem]:
    """Totals that are not the sum of their parts, limits in the wrong order, amounts of years outside a plan."""
    for home in loaded.of(HOMES):
        yield from _committees(home)
        yield from _stated(home)
    for organization in loaded.of(ORGANIZATIONS):
        for index, count in enumerate(organization.record.headcounts):
            parts = count.full + count.associate + count.corporate
            loc: Loc = ("headcounts", index, "total")
            if parts:
                yield from _compare(organization, loc, Decimal(count.total), Decimal(parts))
    for plan in loaded.of(PLANS):
        if plan.record.budget is not None:
            yield from _printed(plan, plan.record.budget)
            outside = list(_outside(plan, plan.record.budget))
            yield from outside or _budget(plan, plan.record.budget)


def _committees(row: Row[Home]) -> Iterator[Problem]:
    for index, committee in enumerate(row.record.committees):
        if committee.members_min > committee.members_max:
            found = {"field": "members_min", "found": str(committee.members_min)}
            found |= {"other": "members_max", "limit": str(committee.members_max)}
            yield Problem(
                row.place(("committees", index, "members_min")), "least-above-most", found
            )


def _stated(row: Row[Home]) -> Iterator[Problem]:
    """A statement has a number; its total says what it includes, and may hold more than those kinds, never less."""
    for index, stated in enumerate(row.record.stated_counts):
        loc: Loc = ("stated_counts", index)
        alone = {kind: stated.of(kind) for kind in HEADLINE_KINDS}
        if stated.total is None:
            if stated.total_of:
                yield Problem(row.place((*loc, "total_of")), "kinds-without-total")
            elif all(count is None for count in alone.values()):
                yield Problem(row.place((*loc, "as_of")), "stated-nothing")
            continue
        if len(stated.total_of) == 1 and (kind := stated.total_of[0]) in alone:
            found = {"found": kind, "cure": f"{kind}: {stated.total}"}
            yield Problem(row.place((*loc, "total_of")), "total-of-one", found)
            continue
        parts = sum(
            count or 0 for kind, count in alone.items() if kind in (stated.total_of or alone)
        )
        if stated.total < parts:
            found = {"found": str(stated.total), "sum": str(parts)}
            yield Problem(row.place((*loc, "total")), "total-below-parts", found)


def _outside(row: Row[Plan], budget: Budget) -> Iterator[Problem]:
    """Years of the budget that are not those of the plan, each once; sums are compared when the years are right."""
    plan = row.record
    if plan.end < plan.start or any(not _is_inside(item, plan) for item in plan.work_items):
        return  # a problem of the plan's own years
    told: set[str] = set()
    columns = [
        (("budget", "rows", n, "amounts"), column)
        for n, line in enumerate(budget.rows)
        for column in line.amounts
    ]
    for loc, column in [*columns, *((("budget", "totals"), column) for column in budget.totals)]:
        prefix, _, year = column.rpartition("-")
        is_right = {
            "": plan.start <= int(year) <= plan.end,
            "to": int(year) < plan.start,
            "from": int(year) > plan.end,
        }[prefix]
        if not is_right and column not in told:
            told.add(column)
            found = {"found": column, "first": str(plan.start), "limit": str(plan.end)}
            yield Problem(row.place((*loc, column), key=True), "budget-outside-plan", found)


def _printed(row: Row[Plan], budget: Budget) -> Iterator[Problem]:
    """A column of a printed row that the totals do not have, or that stands beside no row."""
    column = budget.printed_from
    if column is None:
        return
    place = row.place(("budget", "printed_from"))
    if not budget.printed_totals:
        yield Problem(place, "printed-from-nothing", {"found": column})
    elif column not in budget.totals:
        found = {"found": column, "choices": ", ".join(budget.totals)}
        yield Problem(place, "printed-from-unknown", found)


def _is_inside(item: WorkItem, plan: Plan) -> bool:
    years = [year for year in (item.start, item.end) if year is not None]
    return all(plan.start <= year <= plan.end for year in years)


def _budget(row: Row[Plan], budget: Budget) -> Iterator[Problem]:
    """Sums of rows and columns. A slip in one amount or row shows in several of them, which are told together."""
    columns: dict[str, Decimal] = {}
    sums: list[tuple[Loc, Decimal, Decimal]] = []
    for index, line in enumerate(budget.rows):
        loc: Loc = ("budget", "rows", index, "total")
        sums.append((loc, line.total, sum(line.amounts.values(), Decimal())))
        for column, amount in line.amounts.items():
            columns[column] = columns.get(column, Decimal()) + amount
    for column in sorted(columns.keys() | budget.totals.keys()):
        stated = budget.totals.get(column, Decimal())
        sums.append((("budget", "totals", column), stated, columns.get(column, Decimal())))
    of_rows = sum((line.total for line in budget.rows), Decimal())
    sums.append((_TOTAL, budget.total, of_rows))
    wrong = {loc: computed - stated for loc, stated, computed in sums if computed != stated}
    for loc, stated, computed in sums:
        for problem in _compare(row, loc, stated, computed):
            yield replace(problem, missing=tuple(_slips(row.record, wrong, loc)))


def _slips(plan: Plan, wrong: dict[Loc, Decimal], loc: Loc) -> Iterator[str]:
    """The names of slips that explain a sum that is wrong at ``loc``, as two or more sums are at once."""
    if len(wrong) < 2:
        return
    name, off = f"{PLANS.name}/{plan.id}#budget", wrong[loc]
    in_rows = {place: value for place, value in wrong.items() if place[1] == "rows"}
    if in_rows:  # an amount shows in its row and its column, the total of a row also in that of all
        if loc in in_rows or any(abs(off) == abs(value) for value in in_rows.values()):
            yield f"{name} {abs(off).normalize()}"
    elif sum(v for place, v in wrong.items() if place[1] == "totals") == wrong.get(_TOTAL, 0):
        yield name  # a row too many or too few, or an amount in the wrong column


def _compare(row: Row[Record], loc: Loc, stated: Decimal, computed: Decimal) -> Iterator[Problem]:
    if stated != computed:
        found = {"found": str(stated), "sum": str(computed)}
        yield Problem(row.place(loc), "sum-differs", found)
