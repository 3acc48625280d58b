"""The chart of a statistic, and what it says in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.pages.charts.bar_chart import bar_chart
from portal.pages.charts.column_chart import column_chart
from portal.pages.charts.stacked import Bar, Chart, looks_of

if TYPE_CHECKING:
    from markupsafe import Markup

    from portal.model.statistics.statistic import Row, Statistic
    from portal.outputs.statistics.statistic_words import StatisticWords
    from portal.pages.render.view import View

MOST = 12
"""Bars of a chart; the table has all rows."""

NAMED = 3
"""Rows that a sentence names."""

OF_TIME = ("decade", "year")
"""Rows that stand beside one another as columns, if there are several."""

SPREAD, LEAST = ((8, 1), (12, 2), (36, 5)), 10
"""Every which column has a label, by the most columns; every tenth if there are more."""

UNRANKED = ("homes", "number", "decade", "status")
"""Rows of which no sentence says which are the largest."""


def is_drawn(statistic: Statistic) -> bool:
    """Whether there is something to compare: at least two bars, one of which is not empty."""
    drawn = (row.values[: statistic.drawn] for row in statistic.rows)
    return len(statistic.rows) > 1 and any(map(any, drawn))


def chart_of(statistic: Statistic, words: StatisticWords) -> Chart:
    """Its columns or bars."""
    rows = statistic.rows
    used = [column for column in range(statistic.drawn) if any(row.values[column] for row in rows)]
    hollow = [statistic.columns[column] in statistic.hollow for column in range(statistic.drawn)]
    looks = looks_of(statistic.drawn, hollow)
    bars = [
        Bar(
            _label(statistic, row, words),
            tuple(row.values[c] for c in used),
            _number(statistic, row, words),
        )
        for row in (rows if statistic.rows_of in OF_TIME else rows[:MOST])
    ]
    shown = [looks[column] for column in used]
    if statistic.rows_of not in OF_TIME:
        return bar_chart(bars, shown)
    return column_chart(
        bars, shown, labelled=_labelled(rows, 10 if statistic.rows_of == "decade" else 1)
    )


def legend_of(statistic: Statistic, chart: Chart, words: StatisticWords) -> list[str]:
    """What the looks of its chart stand for."""
    columns = [
        words.column(statistic, statistic.columns[column])
        for column in range(statistic.drawn)
        if any(row.values[column] for row in statistic.rows)
    ]
    return columns[: len(chart.looks)]


def sentence_of(statistic: Statistic, view: View, words: StatisticWords) -> Markup:
    """Which rows have the most, and how many."""
    ranked = sorted(statistic.rows, key=statistic.total, reverse=True)[:NAMED]
    items = [
        view.t(
            "statistics.item",
            name=words.row(statistic, row.key),
            count=words.amount(statistic, row, statistic.total(row)),
        )
        for row in ranked
        if statistic.total(row)
    ]
    return view.t("statistics.most", items=view.t("list.separator").join(items))


def _label(statistic: Statistic, row: Row, words: StatisticWords) -> str:
    if statistic.rows_of == "decade":
        return f"{row.key}–"
    return row.key if statistic.rows_of == "year" else words.row(statistic, row.key)


def _number(statistic: Statistic, row: Row, words: StatisticWords) -> str:
    whole = sum(row.values[: statistic.drawn])
    counted = statistic.total(row)
    return words.amount(statistic, row, whole) if counted == whole else f"{counted} / {whole}"


def _labelled(rows: tuple[Row, ...], years: int) -> list[bool]:
    """Which of rows, each of so many years, have their label below the column, so that labels do not touch."""
    spread = next((step for most, step in SPREAD if len(rows) <= most), LEAST)
    return [int(row.key) % (years * spread) == 0 for row in rows]
