"""The parts of a record: one traversal for all rules that look at every part."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

if TYPE_CHECKING:
    from collections.abc import Iterator

Loc = tuple[str | int, ...]
"""The path from a record to a value inside it, as pydantic writes it."""


def walk(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, BaseModel]]:
    """A record and every model inside it, each with its path."""
    yield loc, model
    for name in part_fields(type(model)):
        value = getattr(model, name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from walk(item, (*loc, name, index))
        elif value is not None:
            yield from walk(value, (*loc, name))


@cache
def part_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that hold models, or tuples of them."""
    return tuple(n for n, field in model.model_fields.items() if any(models_in(field.annotation)))


def models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a type names, as ``tuple[Figure, ...]`` does."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from models_in(argument)
