"""No date lies where it cannot: in the future what has happened, and centuries off what is a slip of the pen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.record import Record
from portal.model.values.moment import Moment
from portal.model.values.tense import TenseByChoice, tenses_of
from portal.model.values.time_order import day_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic import BaseModel

    from portal.model.values.partial_date import PartialDate
    from portal.model.values.tense import Tense
    from portal.model.values.walk import Loc

    Fault = tuple[str, dict[str, str]]


def impossible_dates(parts: Iterable[tuple[Loc, BaseModel]], now: Moment) -> dict[Loc, Fault]:
    """The dates of a record, given as ``walk`` gives its parts, that cannot be right: code and what was found.

    What a record tells as done must be done when it becomes public. Nobody has said yet that it is, as long as the
    record is a draft or the part confidential.
    """
    faults: dict[Loc, Fault] = {}
    hidden: list[Loc] = []
    due = now
    for loc, model in parts:
        if isinstance(model, Record) and model.appears is not None:
            due = max(now, model.appears)
        fields = model.__dict__
        if fields.get("draft") or fields.get("confidential"):
            hidden.append(loc)
        for name, mark in tenses_of(type(model)):
            value = fields[name]
            if value is None:
                continue
            by_choice = isinstance(mark, TenseByChoice)
            tense = mark.of(model) if isinstance(mark, TenseByChoice) else mark
            code, limit = _judge(value, tense, now, due)
            is_late = code in ("date-in-future", "date-after-publication")
            if is_late and tense.kind == "happened" and any(loc[: len(h)] == h for h in hidden):
                continue
            if code:
                code = _named(code, name, value, by_choice=by_choice)
                found = {"field": name, "found": str(value), "limit": limit, "today": limit}
                faults[*loc, name] = (code, found)
    return faults


def _named(code: str, name: str, value: object, *, by_choice: bool) -> str:
    """The code with the sentence that fits the field."""
    if by_choice and code in ("date-in-future", "date-after-publication"):
        return "held-in-future"
    if code != "date-in-future":
        return code
    if name == "verified":
        return "verified-in-future"
    return "changed-in-future" if isinstance(value, Moment) else code


def _judge(
    value: Moment | PartialDate | int, tense: Tense, now: Moment, due: Moment
) -> tuple[str, str]:
    """The code of what is wrong with a date, and the limit that it breaks; two empty strings if nothing is."""
    day = day_of(value)
    if day.year < tense.earliest:
        return "date-too-early", str(tense.earliest)
    if tense.ahead is not None and day.year > now.year + tense.ahead:
        return "date-too-far", str(now.year + tense.ahead)
    if tense.kind == "recorded" and _is_after(value, now):
        return "date-in-future", str(now)
    if tense.kind == "happened" and _is_after(value, due):
        code = "date-in-future" if due == now else "date-after-publication"
        return code, str(due.day)
    return "", ""


def _is_after(value: Moment | PartialDate | int, moment: Moment) -> bool:
    if isinstance(value, Moment):
        return moment.surely_before(value)
    return moment.day < day_of(value).first_day
