"""Plans: goals, work items, indicators, budget."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from portal.model.records.exchange import ExchangeType
from portal.model.records.partnership import PartnershipKind
from portal.model.records.record import Titled
from portal.model.values.field_marks import Essential, Labels
from portal.model.values.reference import CityId, HomeId, UnitId
from portal.model.values.strict import Flag, Model, Number
from portal.model.values.tense import DateHappened, YearOpen
from portal.model.values.time_order import Inside, NotBefore
from portal.model.values.words import Prose, Text, Words

Financing = Annotated[Literal["self-liquidating", "non-self-liquidating"], Labels("financing")]
"""Whether the money is to be recovered (自償, 非自償)."""


def _column(column: str) -> str:
    bare = column.removeprefix("to-").removeprefix("from-")
    if not (len(bare) == 4 and bare.isdecimal() and bare.isascii()):
        raise PydanticCustomError("bad-budget-year", "bad-budget-year", {"found": column})
    return column


def _columns(amounts: dict[str, Number]) -> dict[str, Number]:
    for column in amounts:
        _column(column)
    return amounts


Column = Annotated[str, AfterValidator(_column)]
"""A column of a budget: `2021`, `to-2019` or `from-2024`."""

Amounts = Annotated[dict[str, Number], AfterValidator(_columns), Field(min_length=1)]
"""By year: `2021`, or `to-2019` and `from-2024` for the time before and after the plan."""


class WorkItem(Model):
    """Something the plan sets out to do."""

    text: Text
    """What will be done."""
    start: YearOpen | None = None
    """First year."""
    end: Annotated[YearOpen, NotBefore("start")] | None = None
    """Last year."""
    detail: Prose | None = None
    """How it will be done."""


CountedRecords = Annotated[Literal["exchanges", "ties"], Labels("counted_records")]
"""What is counted: exchanges that took place, or ties that were signed."""


class Counts(Model):
    """Which records of the plan's government count for an indicator. Templates show the number with the records."""

    records: CountedRecords
    """`exchanges` that took place, or `ties` that were signed, in the years counted."""
    types: tuple[ExchangeType, ...] = ()
    """Only exchanges of these types; if left out, of all."""
    kinds: tuple[PartnershipKind, ...] = ()
    """Only ties of these kinds, or only exchanges with a city that has such a tie with the government."""
    units: tuple[Annotated[UnitId, Essential()], ...] = ()
    """Only what these offices took part in or signed; if left out, what the government itself did."""
    start: YearOpen | None = None
    """The first year counted, if not that of the plan."""
    end: Annotated[YearOpen, NotBefore("start")] | None = None
    """The last year counted, if not that of the plan."""
    note: Text | None = None
    """What readers must know: what the indicator means and the records do not hold."""


class Indicator(Model):
    """A measure of success."""

    name: Text
    """What is measured."""
    measure: Text | None = None
    """How it is measured."""
    unit: Text
    """The unit of measurement: 人, persons."""
    baseline: Number | None = None
    """Value at the start, as the source prints it; if it cannot be right, say so in `discrepancies`."""
    baseline_year: YearOpen | None = None
    """The year of that value."""
    target: Number | None = None
    """Value to reach."""
    target_year: Annotated[YearOpen, NotBefore("baseline_year")] | None = None
    """The year by which it is to be reached, if it is not the last of the plan."""
    at_least: Flag = False
    """`true` if the target is a minimum."""
    actual: Number | None = None
    """Value reached, if a source gives it."""
    reached: Annotated[DateHappened, NotBefore("baseline_year")] | None = None
    """When that value was reached, as exactly as the source says."""
    counts: Counts | None = None
    """Which records of the portal count for it; pages then show their number beside what sources report."""


class BudgetRow(Model):
    """One source of funds, by year; the years must add up to the total."""

    source: Text
    """Where the funds come from."""
    financing: Financing
    """Whether the money is to be recovered."""
    amounts: Amounts
    """By year."""
    total: Number
    """Sum over the years, as printed."""


class Budget(Model):
    """The budget by source and year; rows and columns must add up."""

    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    """ISO 4217: `TWD`."""
    unit: Text
    """The unit of the amounts: 百萬元, million NTD."""
    rows: tuple[BudgetRow, ...] = Field(min_length=1)
    """The amounts, by source."""
    totals: Amounts
    """Total of all sources for each year, computed."""
    total: Number
    """Total of all years and sources."""
    printed_totals: tuple[Words, ...] = ()
    """The cells of the total row as printed, if they differ from these totals or are in the wrong columns."""
    printed_from: Column | None = None
    """The column below which the first of them is printed, if it is not the first."""


class Plan(Titled):
    """A home's plan: goals, work items, indicators, budget."""

    title: Text
    """Title of the plan."""
    home: HomeId
    """The government whose plan it is."""
    start: YearOpen
    """First year."""
    end: Annotated[YearOpen, NotBefore("start")]
    """Last year."""
    summary: Prose
    """Why the plan was made, and what it aims for."""
    authority: Text | None = None
    """Central competent authority."""
    units: tuple[UnitId, ...] = ()
    """Units that carry it out."""
    cities: tuple[CityId, ...] = ()
    """Cities that it mentions."""
    goals: tuple[Text, ...] = ()
    """Its goals."""
    work_items: Annotated[tuple[WorkItem, ...], Inside(("start", "end"), "start", "end")] = ()
    """What it sets out to do."""
    indicators: tuple[Indicator, ...] = ()
    """How success is measured."""
    benefits: tuple[Text, ...] = ()
    """Non-quantifiable benefits."""
    budget: Budget | None = None
    """The budget by source and year."""
