"""What templates tell of plans: when work is to be done, drawn over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from portal.model.values.partial_date import PartialDate
from portal.pages.charts.gantt import NARROW, WIDE, Task, gantt
from portal.pages.render.brief_dates import show_year

if TYPE_CHECKING:
    from portal.model.records.plan import Plan
    from portal.pages.charts.gantt import Gantt
    from portal.pages.render.view import View

_AXIS = {"zh": 44, "en": 28}
"""The height of the years over a chart: in Chinese in two lines, those of the Republic above those of the era."""


class Planning:
    """Helpers of templates. They read through the view of the page, so that it is made again when a record changes."""

    def __init__(self, view: View) -> None:
        self._view = view

    def gantt(self, plan: Plan) -> tuple[Gantt, Gantt]:
        """The chart of a plan's work, for wide and for narrow windows."""
        locale = self._view.locale
        tasks = [
            Task(self._pieces(item.text[locale]), item.start, item.end) for item in plan.work_items
        ]
        wide, narrow = (
            gantt(tasks, plan.start, plan.end, shape, _AXIS[locale]) for shape in (WIDE, NARROW)
        )
        return wide, narrow

    def undated(self, plan: Plan) -> int:
        """How many works have no years."""
        return sum(item.start is None for item in plan.work_items)

    def year(self, year: int) -> str:
        """A year as a drawing writes it: of the Republic of China in Chinese, and then the other below."""
        return show_year(PartialDate(year), self._view.locale).striptags()

    def _pieces(self, text: str) -> tuple[str, ...]:
        """A title in pieces, between which a line may end: words, in Chinese those that titles do not break."""
        if self._view.locale != "zh":
            return tuple(f"{word} " for word in text.split())
        return tuple(Markup(part).unescape() for part in self._view.words(text).split("<wbr>"))
