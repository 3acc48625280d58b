"""The texts of a record: one traversal for all rules that look at every word that an editor wrote."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, Literal, get_args, get_origin

from portal.model.values.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

    from portal.model.values.walk import Loc


def texts(record: BaseModel) -> Iterator[tuple[Loc, str]]:
    """Every text inside a record with its path: words in any language, ids, addresses and names of files.

    Choices are left out, because an editor only picks them; so are dates, numbers and keys.
    """
    for loc, model in walk(record):
        for name in _free(type(model)):
            value = getattr(model, name)
            if isinstance(value, str):
                yield (*loc, name), value
            elif isinstance(value, tuple):
                yield from (((*loc, name, n), one) for n, one in enumerate(value))
            elif isinstance(value, dict):
                yield from (((*loc, name, key), one) for key, one in value.items())
        if model.__pydantic_extra__:
            for key, one in model.__pydantic_extra__.items():
                yield (*loc, key), one


@cache
def _free(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields of a model that hold text, a list of texts, or texts by key."""
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if _is_free(field.annotation))


def _is_free(annotation: Any) -> bool:
    if annotation is str:
        return True
    inner = get_args(annotation)
    if get_origin(annotation) is Literal:
        return False
    if get_origin(annotation) is dict:
        return _is_free(inner[1])
    return any(map(_is_free, inner))
