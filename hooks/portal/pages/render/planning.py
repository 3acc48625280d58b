"""What templates tell of plans and reports: work over the years, what counts for indicators, what became of advice."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup

from portal.model.catalog.indicator_counts import IndicatorCount, indicator_count
from portal.model.records.follow_up import LED_TO
from portal.model.records.partnership import HEADLINE_KINDS
from portal.model.values.partial_date import PartialDate
from portal.pages.charts.gantt import NARROW, WIDE, Task, gantt
from portal.pages.render.brief_dates import show_year
from portal.pages.render.budget_chart import budget_chart
from portal.pages.render.government_figures import Governments

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Decimal

    from portal.model.records.follow_up import FollowUp
    from portal.model.records.plan import Budget, Counts, Indicator, Plan
    from portal.model.records.record import Record
    from portal.model.records.trip_report import Recommendation, TripReport
    from portal.pages.charts.gantt import Gantt
    from portal.pages.charts.stacked import Chart
    from portal.pages.render.view import View

_AXIS = {"zh": 44, "en": 28}
"""The height of the years over a chart: in Chinese in two lines, those of the Republic above those of the era."""


class Planning:
    """Helpers of templates. They read through the view of the page, so that it is made again when a record changes."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._governments = Governments(view)

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

    def counted(self, plan: Plan) -> list[tuple[Indicator, IndicatorCount | None]]:
        """The indicators, each with what is on record for it if its measure says what counts."""
        relations = self._view.relations
        return [
            (item, indicator_count(plan, item.counts, relations) if item.counts else None)
            for item in plan.indicators
        ]

    def measure(self, plan: Plan, counts: Counts, found: IndicatorCount) -> list[Markup]:
        """What a measure counts and what it leaves out, in sentences."""
        t, view = self._view.t, self._view
        home = view.party(plan.home)
        values = {
            "home": home,
            "units": self._listed(view.unit(unit) for unit in counts.units),
            "years": view.years(found.first, found.last),
        }
        key = f"counted.{counts.records}{'_of_units' if counts.units else ''}"
        if counts.records == "ties":
            said = [t(key, kinds=self._kinds(counts.kinds or HEADLINE_KINDS), **values)]
            return said + ([t("counted.undated", count=found.undated)] if found.undated else [])
        said = [t(key, **values)]
        if counts.types:
            types = self._listed(t(f"exchange.type.{name}") for name in counts.types)
            said.append(t("counted.types", types=types))
        if counts.kinds:
            name = view.catalog.homes[plan.home].name[view.locale]
            said.append(t("counted.with_kinds", kinds=self._kinds(counts.kinds), home=name))
        return [*said, t("counted.left_out")]

    def value(self, value: Decimal | int) -> str:
        """A value with a minus sign that is as wide as a figure."""
        return str(value).replace("-", "\u2212")

    def recommended(
        self, report: TripReport, kind: str, record_id: str
    ) -> list[tuple[int, Recommendation, FollowUp]]:
        """The recommendations of a report that led to a record, each with its number and with what was done."""
        return [
            (number, item, follow_up)
            for number, item in enumerate(report.recommendations, 1)
            for follow_up in item.follow_ups[::-1]
            if follow_up.leads_to(kind, record_id)
        ]

    def advice(self, report: TripReport) -> Markup:
        """How many recommendations a report has, and of how many the portal knows what became of them."""
        t = self._view.t
        followed = sum(bool(item.follow_ups) for item in report.recommendations)
        known = t("report.advice.followed", count=followed) if followed else t("report.advice.none")
        return t("report.advice", count=len(report.recommendations), known=known)

    def reports_behind(self, kind: str, record: Record) -> list[TripReport]:
        """The reports with recommendations that led to a record, the newest first."""
        reports = self._view.all_naming(kind, record, "trip_reports")
        return [report for report in reports if self.recommended(report, kind, record.id)]

    def led_to(self, follow_up: FollowUp) -> list[Markup]:
        """Links to all that a follow-up led to."""
        view = self._view
        return [
            view.link(kind, record)
            for kind in LED_TO
            for record in view.records(kind, getattr(follow_up, kind))
        ]

    def _kinds(self, kinds: Iterable[str]) -> Markup:
        return self._listed(self._view.t(f"kind.{kind}.within") for kind in kinds)

    def _listed(self, items: Iterable[Markup]) -> Markup:
        return self._governments.joined(list(items))

    def money(self, budget: Budget) -> tuple[Chart, list[str]] | None:
        """The chart of a budget with the names of its sources; None if there is nothing to compare."""
        return budget_chart(self._view, budget)

    def printed(self, budget: Budget) -> tuple[list[str | None], list[str]]:
        """The printed total row: the cell in each column of ours, the last that of all, and what follows these."""
        columns = len(budget.totals) + 1
        begin = [*budget.totals].index(budget.printed_from) if budget.printed_from else 0
        cells: list[str | None] = [*[None] * begin, *budget.printed_totals]
        cells += [None] * (columns - len(cells))
        return cells[:columns], list(budget.printed_totals[columns - begin :])

    def time(self, time: int | PartialDate | None) -> Markup:
        """When a value held: a year, or a date as exact as it is known; empty if it is not."""
        if time is None:
            return Markup()
        return self._view.date(PartialDate(time) if isinstance(time, int) else time)

    def _pieces(self, text: str) -> tuple[str, ...]:
        """A title in pieces, between which a line may end: words, in Chinese those that titles do not break."""
        if self._view.locale != "zh":
            return tuple(f"{word} " for word in text.split())
        return tuple(Markup(part).unescape() for part in self._view.words(text).split("<wbr>"))
