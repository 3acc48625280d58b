"""The order in which dates must lie, declared beside their fields."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any

from portal.model.values.field_marks import mark_of
from portal.model.values.moment import Moment
from portal.model.values.partial_date import PartialDate

if TYPE_CHECKING:
    from pydantic import BaseModel

    Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class NotBefore:
    """Marks a date that does not lie before the date in another field of the same part of a record."""

    field: str


@dataclass(frozen=True, slots=True)
class NotAfter:
    """Marks a date that does not lie after the date in another field of the same part of a record."""

    field: str


@dataclass(frozen=True, slots=True)
class OldestFirst:
    """Marks a list of parts that are in the order of their dates."""

    date: str
    """The field of the parts with the date."""


@dataclass(frozen=True, slots=True)
class Inside:
    """Marks a list of parts whose dates lie between two dates of the part of a record that holds the list."""

    dates: tuple[str, ...]
    """The fields of the parts."""
    begin: str = ""
    """The field with the first date; empty: there is no such limit."""
    end: str = ""
    """The field with the last date."""


@cache
def pairs_of(model: type[BaseModel]) -> tuple[Pair, ...]:
    """Pairs of fields of a model: the second must not be before the first."""
    found = []
    for name, field in model.model_fields.items():
        if before := mark_of(field, NotBefore):
            found.append((before.field, name))
        if after := mark_of(field, NotAfter):
            found.append((name, after.field))
    return tuple(found)


@cache
def lists_of(model: type[BaseModel]) -> tuple[tuple[str, str], ...]:
    """Lists of a model that are in order, each with the field that has the date."""
    found = ((name, mark_of(field, OldestFirst)) for name, field in model.model_fields.items())
    return tuple((name, mark.date) for name, mark in found if mark)


@cache
def frames_of(model: type[BaseModel]) -> tuple[tuple[str, Inside], ...]:
    """Lists of a model whose parts lie inside its own dates."""
    found = ((name, mark_of(field, Inside)) for name, field in model.model_fields.items())
    return tuple((name, mark) for name, mark in found if mark)


def surely_before(first: Any, second: Any) -> bool:
    """Whether a day, a moment or a year is earlier than another one, whatever the unknown parts are."""
    if isinstance(first, Moment) and isinstance(second, Moment):
        return first.surely_before(second)
    if isinstance(first, Moment | PartialDate | int) and isinstance(
        second, Moment | PartialDate | int
    ):
        return day_of(first).surely_before(day_of(second))
    return False


def day_of(value: Moment | PartialDate | int) -> PartialDate:
    """The day of a moment, and a year as a date."""
    if isinstance(value, Moment):
        return value.day
    return PartialDate(value) if isinstance(value, int) else value
