"""The page of all statistics, and what its template may ask about them."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from portal.data.problem import Place
from portal.data.store import digest
from portal.model.statistics.statistics_of import NETWORK
from portal.outputs.statistics.statistic_chart import (
    UNRANKED,
    chart_of,
    is_drawn,
    legend_of,
    sentence_of,
)
from portal.outputs.statistics.statistic_file import file_of
from portal.outputs.statistics.statistic_words import StatisticWords
from portal.pages.page import PageSource
from portal.pages.render.facts import Keyed
from portal.pages.render.head import Head

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from portal.model.statistics.statistic import Statistic
    from portal.model.statistics.statistics_of import Groups
    from portal.pages.charts.stacked import Chart
    from portal.pages.render.view import View

STATISTICS = "statistics/"
"""Address of the page."""

TABLES = {"exchanges": "exchanges", "memberships": "memberships"}
"""By group, the table of the open data from which everything in it can be counted again; ties are in the others."""


class Counted(Keyed):
    """All statistics, computed when a page first asks for them."""

    def __init__(self, count: Callable[[], Groups]) -> None:
        self._count = count

    @cached_property
    def groups(self) -> Groups:
        """Those with anything to tell, by group; a group without any is left out."""
        found = {
            name: tuple(one for one in group if one.has_any)
            for name, group in self._count().items()
            if name != NETWORK
        }
        return {name: group for name, group in found.items() if group}

    def key(self) -> bytes:
        """Of all numbers."""
        return digest(repr(self.groups).encode())


class StatisticHelpers:
    """What templates ask about a statistic, in the locale of their view."""

    file, is_drawn = staticmethod(file_of), staticmethod(is_drawn)

    def __init__(self, view: View) -> None:
        self._view = view
        self.words = StatisticWords(view)

    def chart(self, statistic: Statistic) -> Chart:
        """Its drawing."""
        return chart_of(statistic, self.words)

    def legend(self, statistic: Statistic, chart: Chart) -> list[str]:
        """What the looks of its drawing stand for."""
        return legend_of(statistic, chart, self.words)

    def finding(self, statistic: Statistic) -> Markup | str:
        """Which rows have the most; empty where that is not to be said."""
        is_told = statistic.rows_of not in UNRANKED and len(statistic.rows) > 1
        return sentence_of(statistic, self._view, self.words) if is_told else ""

    def about(self, statistic: Statistic) -> Markup:
        """What its chart shows, for those who do not see it."""
        return sentence_of(statistic, self._view, self.words)

    def table(self, group: str) -> str:
        """The table of the open data with the records that a group counts."""
        return TABLES.get(group, "partnerships")


def statistics_page(counted: Counted) -> PageSource:
    """The page, which exists in every portal."""
    return PageSource(
        path=STATISTICS,
        template="statistics.html.j2",
        head=_head,
        params={"counted": counted},
        place=Place("data"),
        is_found=True,
    )


def _head(view: View) -> Head:
    return Head(view.plain("statistics.title"), view.plain("statistics.index_description"))
