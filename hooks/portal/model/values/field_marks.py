"""What is noted beside the type of a field: which labels name its choices, and what it means to readers of the data."""

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
    """Marks a field with what its column holds, for those who take the open data.

    English is the string below the field; it is given here too where that speaks to editors.
    """

    zh: str
    en: str = ""


def choices_of(annotation: Any) -> tuple[str, ...]:
    """The choices of a type that is marked so, in the order in which they are written.

    >>> from typing import Annotated, Literal
    >>> choices_of(Annotated[Literal["city", "county"], Labels("level")])
    ('city', 'county')
    """
    return get_args(get_args(annotation)[0])
