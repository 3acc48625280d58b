"""A model without what must not be shown: the smallest part that holds it goes, with all words that belong to it.

What must go follows from the marks beside the types of fields (``Reference``, ``Secret``, ``Essential``) and from what
a field must hold: one that is required cannot be empty. So a new field or kind needs no code here.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import BaseModel

from portal.model.values.field_marks import Essential, Secret
from portal.model.values.reference import reference_fields
from portal.model.values.walk import models_in, part_fields

if TYPE_CHECKING:
    from collections.abc import Iterable

M = TypeVar("M", bound=BaseModel)

IsHidden = Callable[[tuple[str, ...], str], bool]
"""Whether a record of one of these kinds with that id must not be named."""


@dataclass(frozen=True, slots=True)
class _Field:
    """A field that holds references or parts."""

    name: str
    kinds: tuple[str, ...]
    """Of its references; empty if it holds parts."""
    least: int
    """The number of items that it needs, if it is a list."""
    is_essential: bool
    """Whether its model is nothing without it."""
    is_whole: bool
    """Whether its model is nothing without one of its items."""

    def rest(self, value: Any, is_hidden: IsHidden) -> Any:
        """What remains of a value: the value itself if nothing has to go."""
        if value is None:
            return None
        if not isinstance(value, tuple):
            return self._item(value, is_hidden)
        items = [self._item(item, is_hidden) for item in value]
        if all(new is old for new, old in zip(items, value, strict=True)):
            return value
        return tuple(item for item in items if item is not None)

    def _item(self, item: Any, is_hidden: IsHidden) -> Any:
        if not self.kinds:
            return pruned(item, is_hidden)
        return None if is_hidden(self.kinds, item) else item

    def suffices(self, rest: Any, value: Any) -> bool:
        """Whether its model can be shown with that rest of a value."""
        if not rest and self.is_essential:
            return False
        if not isinstance(value, tuple):
            return True
        return len(rest) >= (len(value) if self.is_whole else self.least)


def pruned(model: M, is_hidden: IsHidden) -> M | None:
    """The model without its secret parts and those that name hidden records; None if it cannot be shown at all.

    If nothing has to go, it is the same object, and so is each of its parts of which nothing has to go.
    """
    secrets, fields = _plan(type(model))
    if any(getattr(model, name) for name in secrets):
        return None
    kept: dict[str, Any] = {}
    for field in fields:
        value = getattr(model, field.name)
        rest = field.rest(value, is_hidden)
        if rest is value:
            continue
        if not field.suffices(rest, value):
            return None
        kept[field.name] = rest
    return _copy(model, kept) if kept else model


def _copy(model: M, kept: dict[str, Any]) -> M:
    """The model with these values. A field that lost all its content must not be named as unsourced."""
    unsourced = getattr(model, "unsourced", ())
    if unsourced:
        kept["unsourced"] = tuple(name for name in unsourced if kept.get(name, True))
    return model.model_copy(update=kept)


@cache
def _plan(model: type[BaseModel]) -> tuple[tuple[str, ...], tuple[_Field, ...]]:
    """The flags of a model that keep it back, and its fields of which something may have to go."""
    parts = [name for name in part_fields(model) if _may_lose(model.model_fields[name].annotation)]
    held = {**dict(reference_fields(model)), **dict.fromkeys(parts, ())}
    return _secrets(model), tuple(_field(model, name, kinds) for name, kinds in held.items())


def _secrets(model: type[BaseModel]) -> tuple[str, ...]:
    return tuple(name for name, f in model.model_fields.items() if _has(Secret, f.metadata))


def _field(model: type[BaseModel], name: str, kinds: tuple[str, ...]) -> _Field:
    field = model.model_fields[name]
    of_items = [m for item in get_args(field.annotation) for m in getattr(item, "__metadata__", ())]
    return _Field(
        name,
        kinds,
        least=max((getattr(mark, "min_length", 0) for mark in field.metadata), default=0),
        is_essential=field.get_default() not in (None, ()) or _is_essential(field.metadata),
        is_whole=_is_essential(of_items),
    )


def is_bare(model: BaseModel, rest: BaseModel) -> bool:
    """Whether what is left of a model may only be shown because others name it (``Essential.unless_named``)."""
    return any(getattr(model, n) and not getattr(rest, n) for n in _unless_named(type(model)))


@cache
def _unless_named(model: type[BaseModel]) -> tuple[str, ...]:
    fields = model.model_fields.items()
    return tuple(name for name, field in fields if Essential(unless_named=True) in field.metadata)


def _is_essential(metadata: Iterable[Any]) -> bool:
    return Essential() in metadata


def _has(mark: type, metadata: Iterable[Any]) -> bool:
    return any(isinstance(found, mark) for found in metadata)


def _may_lose(annotation: Any) -> bool:
    """Whether a model in a type, or a part of one, can be secret or refer to a record."""
    waiting = [*models_in(annotation)]
    seen = set(waiting)
    while waiting:
        model = waiting.pop()
        if _secrets(model) or reference_fields(model):
            return True
        inside = {found for f in model.model_fields.values() for found in models_in(f.annotation)}
        waiting += inside - seen
        seen |= inside
    return False
