"""Every date of every model says when it may lie."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args

import pytest
from pydantic import BaseModel

from portal.model.records.exchange import Exchange
from portal.model.records.kinds import KINDS
from portal.model.values.moment import Moment
from portal.model.values.partial_date import PartialDate
from portal.model.values.tense import TenseByChoice, tenses_of
from portal.model.values.time_order import frames_of, lists_of, pairs_of


def models(annotation: Any) -> Iterator[type[BaseModel]]:
    """A model and those inside it, or those inside a type."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
        for field in annotation.model_fields.values():
            yield from models(field.annotation)
    for argument in get_args(annotation):
        yield from models(argument)


ALL = sorted({m for kind in KINDS for m in models(kind.model)}, key=lambda model: model.__name__)


def is_date(annotation: Any, marks: tuple[Any, ...] = ()) -> bool:
    """Whether it is a date, a moment or a year; not whether it has such inside a model."""
    if annotation in (PartialDate, Moment) or (annotation is int and "ge=1000" in str(marks)):
        return True
    marks += getattr(annotation, "__metadata__", ())
    return any(is_date(argument, marks) for argument in get_args(annotation))


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_every_date_has_a_tense_and_nothing_else_has(model: type[BaseModel]) -> None:
    found = model.model_fields.items()
    dates = {name for name, field in found if is_date(field.annotation, tuple(field.metadata))}
    assert {name for name, _ in tenses_of(model)} == dates


def test_there_are_many() -> None:
    assert sum(len(tenses_of(model)) for model in ALL) > 35


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_lists_that_are_held_to_an_order_say_so(model: type[BaseModel]) -> None:
    for name, _ in lists_of(model):
        assert "oldest first" in (model.model_fields[name].description or "")


@pytest.mark.parametrize("model", ALL, ids=lambda model: model.__name__)
def test_orders_name_fields_that_exist(model: type[BaseModel]) -> None:
    dates = {name for name, _ in tenses_of(model)}
    for pair in pairs_of(model):
        assert set(pair) <= dates
    for name, date in lists_of(model):
        assert date in dict(tenses_of(part(model, name)))
    for name, frame in frames_of(model):
        assert set(frame.dates) <= dict(tenses_of(part(model, name))).keys()
        assert {frame.begin, frame.end} - {""} <= dates


def part(model: type[BaseModel], name: str) -> type[BaseModel]:
    """The model of the parts of a list."""
    return next(models(model.model_fields[name].annotation))


def test_a_tense_by_choice_knows_every_choice() -> None:
    choices = {"planned", "held", "cancelled"}
    marks = [mark for _, mark in tenses_of(Exchange) if isinstance(mark, TenseByChoice)]
    assert len(marks) == 2
    for mark in marks:
        assert (
            {choice for choice, _ in mark.tenses}
            == set(choices)
            == {"planned", "held", "cancelled"}
        )
