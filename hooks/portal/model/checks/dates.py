"""Dates in an order that can be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel

from portal.data.problem import Problem
from portal.model.dates import PartialDate

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.load import Loaded, Row
    from portal.model.reference import Loc

ORDERED = (
    ("start", "end"),
    ("signed", "until"),
    ("signed", "ended"),
    ("since", "until"),
    ("end", "reported"),
)
"""Pairs of fields of one record: the second must not be surely before the first."""


def date_problems(loaded: Loaded, today: PartialDate) -> Iterator[Problem]:
    """An end before its start, a check in the future, a member of what had not been founded."""
    for kind, rows in loaded.rows.items():
        if kind not in ("labels", "countries"):
            for row in rows:
                yield from _in_model(row, row.record, (), today)
    for row in loaded.rows["organizations"]:
        for index, membership in enumerate(row.record.memberships):
            if _contradict(row.record.founded, membership.since):
                found = {"field": "since", "found": str(membership.since)}
                found |= {"other": "founded", "limit": str(row.record.founded)}
                yield Problem(row.place(("memberships", index, "since")), "date-order", found)


def _in_model(row: Row, model: BaseModel, loc: Loc, today: PartialDate) -> Iterator[Problem]:
    for first, second in ORDERED:
        before, after = getattr(model, first, None), getattr(model, second, None)
        if _contradict(before, after):
            found = {"field": second, "found": str(after), "other": first, "limit": str(before)}
            yield Problem(row.place((*loc, second)), "date-order", found)
    verified = getattr(model, "verified", None)
    if verified is not None and today < verified:
        yield Problem(
            row.place((*loc, "verified")),
            "verified-in-future",
            {"found": str(verified), "today": str(today)},
        )
    for name in type(model).model_fields:
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from _in_model(row, value, (*loc, name), today)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from _in_model(row, item, (*loc, name, index), today)


def _contradict(before: Any, after: Any) -> bool:
    if isinstance(before, PartialDate) and isinstance(after, PartialDate):
        return after.surely_before(before)
    return isinstance(before, int) and isinstance(after, int) and after < before
