"""The money of a plan by year, drawn as columns of sources."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from portal.model.values.partial_date import PartialDate
from portal.pages.charts.column_chart import FEW, column_chart
from portal.pages.charts.stacked import Bar, Chart, looks_of
from portal.pages.render.brief_dates import show_year

if TYPE_CHECKING:
    from portal.model.records.plan import Budget, BudgetRow
    from portal.pages.render.view import View


def budget_chart(view: View, budget: Budget) -> tuple[Chart, list[str]] | None:
    """The chart, and the sources that its looks stand for; None if there is nothing to compare, or less than nothing.

    Sources without money have no look. Charts are of whole numbers, so amounts are drawn in their smallest part.
    """
    rows = [row for row in budget.rows if any(row.amounts.values())]
    columns = [column for column in budget.totals if column.isdecimal() or budget.totals[column]]
    amounts = [amount for row in rows for amount in row.amounts.values()]
    if len(columns) < 2 or not rows or min(amounts) < 0:
        return None
    part = max(0, *(-int(amount.as_tuple().exponent) for amount in amounts))
    bars = [
        Bar(
            _label(view, column),
            tuple(_whole(row.amounts.get(column, Decimal()), part) for row in rows),
            str(budget.totals[column]),
        )
        for column in columns
    ]
    every = -(-len(columns) // FEW)
    chart = column_chart(
        bars,
        looks_of(len(rows)),
        labelled=[n % every == 0 for n in range(len(columns))],
        written=lambda tick: f"{Decimal(tick).scaleb(-part):f}",
    )
    return chart, _names(view, rows)


def _whole(amount: Decimal, part: int) -> int:
    return int(amount.scaleb(part))


def _label(view: View, column: str) -> str:
    """A year in a word; before the plan and after it, with a sign, since there is little room."""
    order, _, year = column.rpartition("-")
    written = show_year(PartialDate(int(year)), view.locale).striptags()
    return {"to": f"≤ {written}", "from": f"≥ {written}"}.get(order, written)


def _names(view: View, rows: list[BudgetRow]) -> list[str]:
    """The sources, with their financing where two have one name."""
    names, gap = [row.source[view.locale] for row in rows], "" if view.locale == "zh" else " "
    return [
        f"{name}{gap}{view.t('brackets', inner=view.t(f'financing.{row.financing}'))}"
        if names.count(name) > 1
        else name
        for name, row in zip(names, rows, strict=True)
    ]
