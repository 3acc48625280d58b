"""The entries of trip reports and plans. A report on exchanges that are on record is told by these."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.history.entry import Entry
from portal.model.values.partial_date import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.model.catalog.catalog import Catalog


def paper_entries(catalog: Catalog, exchanges: Mapping[str, Entry]) -> Iterator[Entry]:
    """Plans, and trips of which only the report tells."""
    for report in catalog.trip_reports.values():
        told = [exchanges[one] for one in report.exchanges if one in exchanges]
        for entry in told:
            entry.reports.append(report)
        if not told:
            yield Entry(
                id=f"report-{report.id}",
                kind="report",
                start=report.start,
                end=report.end if report.end != report.start else None,
                homes=(report.home,),
                units=(report.unit,) if report.unit else (),
                cities=report.cities,
                organizations=report.organizations,
                reports=[report],
            )
    for plan in catalog.plans.values():
        yield Entry(
            id=f"plan-{plan.id}",
            kind="plan",
            start=PartialDate(plan.start),
            end=PartialDate(plan.end) if plan.end != plan.start else None,
            homes=(plan.home,),
            units=plan.units,
            cities=plan.cities,
            plan=plan,
        )
