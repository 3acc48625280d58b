"""Marks beside the type of a field: which labels name its choices, and what it means to users of the data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, get_args


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


def choices_of(annotation: Any) -> tuple[str, ...]:
    """The choices of a type marked like this, in the order in which they are written.

    >>> from typing import Annotated, Literal
    >>> choices_of(Annotated[Literal["city", "county"], Labels("level")])
    ('city', 'county')
    """
    return get_args(get_args(annotation)[0])
