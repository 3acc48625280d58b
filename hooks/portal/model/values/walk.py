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
    for name in _nested(type(model)):
        value = getattr(model, name)
        if isinstance(value, tuple):
            for index, item in enumerate(value):
                yield from walk(item, (*loc, name, index))
        elif value is not None:
            yield from walk(value, (*loc, name))


@cache
def _nested(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that hold models, or tuples of them."""
    return tuple(n for n, field in model.model_fields.items() if _holds_model(field.annotation))


def _holds_model(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return True
    return any(map(_holds_model, get_args(annotation)))
