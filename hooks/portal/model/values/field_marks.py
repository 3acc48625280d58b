"""Marks beside the type of a field: its labels, its meaning to users of the data, and what goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar, get_args

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic.fields import FieldInfo

M = TypeVar("M")


@dataclass(frozen=True, slots=True)
class Labels:
    """Marks a field of choices: the label of each is ``prefix.choice``.

    ``Level = Annotated[Literal["city", "county"], Labels("level")]`` has the labels ``level.city``, ``level.county``.
    """

    prefix: str


@dataclass(frozen=True, slots=True)
class Meaning:
    """Describes the column of a field, for those who use the open data.

    The English description is the string below the field; give it here too if that one addresses editors.
    """

    zh: str
    en: str = ""
    title: tuple[str, str] | None = None
    """Of the column, in Chinese and in English, short enough for the head of a table; the generator's own fields have
    theirs in ``outputs/open_data/columns.yaml``, as far as they do not share one with others."""


@dataclass(frozen=True, slots=True)
class Essential:
    """Marks what cannot be taken away alone when it is not public: what holds it goes too.

    A membership without its member says something else. Fields that are required need no mark. At the type of the items
    of a list, it stands for each of them; at a field that is a list, for the last of them.
    """

    unless_named: bool = False
    """Whether a record stays without it if another public one names it: a city that took part in an exchange is known
    from that, and only one of which nothing else is told would betray the tie."""


@dataclass(frozen=True, slots=True)
class Secret:
    """Marks a flag: a part or record for which it is true is in no output."""


def choices_of(annotation: Any) -> tuple[str, ...]:
    """The choices of a type marked like this, in the order in which they are written.

    >>> from typing import Annotated, Literal
    >>> choices_of(Annotated[Literal["city", "county"], Labels("level")])
    ('city', 'county')
    """
    return get_args(get_args(annotation)[0])


def mark_of(field: FieldInfo, kind: type[M]) -> M | None:
    """The first mark of that class beside the type of a field, also inside ``| None`` and ``tuple[…, ...]``."""
    found = _first(field.metadata, kind)
    return found if found is not None else _inside(field.annotation, kind)


def _first(marks: Iterable[Any], kind: type[M]) -> M | None:
    return next((mark for mark in marks if isinstance(mark, kind)), None)


def _inside(annotation: Any, kind: type[M]) -> M | None:
    for argument in get_args(annotation):
        found = _first(getattr(argument, "__metadata__", ()), kind)
        found = found if found is not None else _inside(argument, kind)
        if found is not None:
            return found
    return None
