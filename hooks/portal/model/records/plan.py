"""Plans: goals, work items, indicators, budget."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from portal.model.records.record import Titled
from portal.model.values.field_marks import Labels
from portal.model.values.reference import CityId, HomeId, UnitId
from portal.model.values.strict import Flag, Model, Number, Year
from portal.model.values.text import Prose, Text, Words

Financing = Annotated[Literal["self-liquidating", "non-self-liquidating"], Labels("financing")]
"""Whether the money is to come back (自償, 非自償)."""


def _columns(amounts: dict[str, Number]) -> dict[str, Number]:
    for column in amounts:
        bare = column.removeprefix("to-").removeprefix("from-")
        if not (len(bare) == 4 and bare.isdecimal() and bare.isascii()):
            raise PydanticCustomError("bad-budget-year", "bad-budget-year", {"found": column})
    return amounts


Amounts = Annotated[dict[str, Number], AfterValidator(_columns), Field(min_length=1)]
"""By year: `2021`, or `to-2019` and `from-2024` for what lies before and after the plan."""


class WorkItem(Model):
    """Something the plan sets out to do."""

    text: Text
    """What is done."""
    start: Year | None = None
    """First year."""
    end: Year | None = None
    """Last year."""
    detail: Prose | None = None
    """How it is done."""


class Indicator(Model):
    """A measure of success."""

    name: Text
    """What is measured."""
    measure: Text | None = None
    """How it is measured."""
    unit: Text
    """In what: 人, persons."""
    baseline: Number | None = None
    """Value at the start. Left out when the source's value cannot be right; see `discrepancies`."""
    target: Number | None = None
    """Value to be reached."""
    at_least: Flag = False
    """`true`: the target is a minimum."""
    actual: Number | None = None
    """Value reached, when a source tells."""


class BudgetRow(Model):
    """One source of money by year; the years must add up to the total."""

    source: Text
    """Where the money comes from."""
    financing: Financing
    """Whether it is to come back."""
    amounts: Amounts
    """By year."""
    total: Number
    """Sum over the years, as printed."""


class Budget(Model):
    """Money by source and year; rows and columns must add up."""

    currency: Annotated[str, Field(pattern="^[A-Z]{3}$")]
    """ISO 4217: `TWD`."""
    unit: Text
    """What one is: 百萬元, million NTD."""
    rows: tuple[BudgetRow, ...] = Field(min_length=1)
    """By source."""
    totals: Amounts
    """By year, over all sources, as they add up."""
    total: Number
    """Over all years and sources."""
    printed_totals: tuple[Words, ...] = ()
    """The cells of the total row as printed, where they stand in the wrong columns."""


class Plan(Titled):
    """A plan of a home: goals, work items, indicators, budget."""

    title: Text
    """Title of the plan."""
    home: HomeId
    """The government whose plan it is."""
    start: Year
    """First year."""
    end: Year
    """Last year."""
    summary: Prose
    """Why the plan was made and what it wants."""
    authority: Text | None = None
    """Central competent authority."""
    units: tuple[UnitId, ...] = ()
    """Units that carry it out."""
    cities: tuple[CityId, ...] = ()
    """Cities that it names."""
    goals: tuple[Text, ...] = ()
    """What it wants to reach."""
    work_items: tuple[WorkItem, ...] = ()
    """What it sets out to do."""
    indicators: tuple[Indicator, ...] = ()
    """How success is measured."""
    benefits: tuple[Text, ...] = ()
    """Benefits that are not counted."""
    budget: Budget | None = None
    """Money by source and year."""
