"""When a date may lie, declared beside the type of each field: a new field has to say it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, Literal

from portal.model.values.field_marks import mark_of
from portal.model.values.moment import Moment
from portal.model.values.partial_date import FullDate, PartialDate
from portal.model.values.strict import Year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Tense:
    """Marks a date: whether it may lie in the future, and how far off it may be without being a slip of the pen."""

    kind: Literal["recorded", "happened", "open"]
    """``recorded``: an editor did it, so it lies before the build. ``happened``: it lies before the record is public,
    so that a record may be prepared for a day to come. ``open``: it may lie in the future."""
    earliest: int = 1800
    """The first year that it can be in."""
    ahead: int | None = None
    """How many years after the build it may lie; None: any number."""


@dataclass(frozen=True, slots=True)
class TenseByChoice:
    """Marks a date whose tense depends on a choice in another field of the same part of a record."""

    field: str
    """The field with the choice."""
    tenses: tuple[tuple[str, Tense], ...]
    """By choice."""

    def of(self, model: BaseModel) -> Tense:
        """The tense of the date in a part of a record."""
        return dict(self.tenses)[getattr(model, self.field)]


RECORDED = Tense("recorded", earliest=1995)
"""What an editor did to the record; nobody kept such records before."""

HAPPENED = Tense("happened", ahead=15)
"""What took place. Governments made no ties of the kind on record here before 1800."""

LONG_AGO = Tense("happened", earliest=800, ahead=15)
"""What may have taken place centuries before, such as the founding of an institution."""

DayRecorded = Annotated[FullDate, RECORDED]
MomentRecorded = Annotated[Moment, RECORDED]
DateHappened = Annotated[PartialDate, HAPPENED]
DayHappened = Annotated[FullDate, HAPPENED]
DateLongAgo = Annotated[PartialDate, LONG_AGO]
MomentOfPublication = Annotated[Moment, Tense("open", earliest=1900)]
"""When something becomes public or ceases to be, however far off."""
YearOpen = Annotated[Year, Tense("open", earliest=1900, ahead=60)]


@cache
def tenses_of(model: type[BaseModel]) -> tuple[tuple[str, Tense | TenseByChoice], ...]:
    """The fields of a model that hold a date, each with its tense."""
    found = (
        (name, mark_of(field, Tense) or mark_of(field, TenseByChoice))
        for name, field in model.model_fields.items()
    )
    return tuple((name, mark) for name, mark in found if mark)


def happened(model: BaseModel) -> Iterator[tuple[str, Any]]:
    """The dates in a part of a record of what took place, each with the name of its field."""
    for name, mark in tenses_of(type(model)):
        tense = mark.of(model) if isinstance(mark, TenseByChoice) else mark
        value = getattr(model, name)
        if tense.kind == "happened" and value is not None:
            yield name, value
