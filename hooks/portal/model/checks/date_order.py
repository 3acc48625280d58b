"""Dates must be in a possible order."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from portal.data.problem import Problem
from portal.model.records.correction import Correction, Withdrawal
from portal.model.records.kinds import ORGANIZATIONS
from portal.model.records.record import Evidence
from portal.model.values.moment import Moment
from portal.model.values.partial_date import PartialDate
from portal.model.values.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.record import Record
    from portal.model.values.walk import Loc

ORDERED = (
    ("start", "end"),
    ("signed", "until"),
    ("signed", "ended"),
    ("since", "until"),
    ("end", "reported"),
    ("updated", "verified"),
    ("public_from", "date"),
    ("public_from", "public_until"),
    ("date", "public_until"),
)
"""Pairs of fields of one record: the second must not be certainly before the first."""


def date_problems(loaded: Loaded, now: Moment) -> Iterator[Problem]:
    """An end before its start, a verification in the future, a membership older than the organization."""
    for row in loaded.records:
        for loc, model in walk(row.record):
            yield from _in_model(row, model, loc, now)
    for organization in loaded.of(ORGANIZATIONS):
        founded = organization.record.founded
        for index, membership in enumerate(organization.record.memberships):
            if _contradict(founded, membership.since):
                found = {"field": "since", "found": str(membership.since)}
                found |= {"other": "founded", "limit": str(founded)}
                place = organization.place(("memberships", index, "since"))
                yield Problem(place, "date-order", found)


def _in_model(row: Row[Record], model: BaseModel, loc: Loc, now: Moment) -> Iterator[Problem]:
    for first, second in _pairs(type(model)):
        before, after = getattr(model, first), getattr(model, second)
        if _contradict(before, after):
            found = {"field": second, "found": str(after), "other": first, "limit": str(before)}
            yield Problem(row.place((*loc, second)), "date-order", found)
    if isinstance(model, Evidence) and model.verified is not None and now.day < model.verified:
        found = {"found": str(model.verified), "today": str(now.day)}
        yield Problem(row.place((*loc, "verified")), "verified-in-future", found)
    if isinstance(model, (Correction, Withdrawal)) and now.surely_before(model.date):
        found = {"found": str(model.date), "limit": str(now)}
        yield Problem(row.place((*loc, "date")), "changed-in-future", found)


@cache
def _pairs(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """The pairs of fields that a model has in full."""
    fields = model.model_fields
    return tuple(pair for pair in ORDERED if pair[0] in fields and pair[1] in fields)


def _contradict(before: Any, after: Any) -> bool:
    if isinstance(before, PartialDate) and isinstance(after, PartialDate):
        return after.surely_before(before)
    if isinstance(before, Moment) and isinstance(after, Moment):
        return after.surely_before(before)
    return isinstance(before, int) and isinstance(after, int) and after < before
