"""What a file says of concepts, whatever its format, each value with its place in the file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, get_args

from pydantic_core import PydanticCustomError

from portal.data.likeness import nearest
from portal.data.problem import Problem
from portal.model.records import term as words
from portal.model.records.concept import SubjectField
from portal.model.records.kind import UNITS
from portal.model.records.kinds import CITIES, COUNTRIES, GLOSSARY, HOMES, ORGANIZATIONS
from portal.model.values.locale import BY_CODE
from portal.model.values.reference import check_id

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.data.problem import Place

Value = str | tuple[str, ...]
"""Text; or ids, addresses or words, of a field that is a list."""

LISTS = frozenset(("homes", "forms", "broader", "related", "sources", "same_as"))
"""Fields that are lists."""


def _literals(annotated: Any) -> tuple[str, ...]:
    return get_args(get_args(annotated)[0])


CHOICES: dict[str, tuple[str, ...]] = {
    "kind": (GLOSSARY.name, HOMES.name, UNITS, ORGANIZATIONS.name, CITIES.name, COUNTRIES.name),
    "subject_field": _literals(SubjectField),
    "status": _literals(words.TermStatus),
    "type": _literals(words.TermType),
    "part_of_speech": _literals(words.PartOfSpeech),
    "usage": _literals(words.Usage),
}
"""The values of fields that have only some."""


@dataclass(frozen=True, slots=True)
class Told:
    """A value, and where the file has it."""

    value: Value
    place: Place
    also: tuple[str, ...] = ()
    """Other values for which the format has the same: none of them is a change."""


@dataclass(slots=True)
class GivenTerm:
    """A word. Its fields are called as those of records; ``note.zh`` is a text in one language."""

    language: str
    text: str
    place: Place
    fields: dict[str, Told] = field(default_factory=dict)


@dataclass(slots=True)
class GivenEntry:
    """A concept, or the name of a record, as far as the file tells of it."""

    kind: str
    id: str
    """Empty if only its words say which concept it is."""
    place: Place
    fields: dict[str, list[Told]] = field(default_factory=dict)
    """Everything that the file says of a field: of a table, each row may say it."""
    terms: list[GivenTerm] = field(default_factory=list)
    key: str = ""
    """What the file calls it, by which its entries refer to each other."""


@dataclass(slots=True)
class GivenFile:
    """What could be read of a file, and what is wrong with it."""

    entries: list[GivenEntry] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unread: dict[str, int] = field(default_factory=dict)
    """What records have no field for, such as ``context``, and how often the file has it."""

    def choice(self, key: str, found: str, place: Place, choices: Sequence[str] = ()) -> str:
        """The value of a field that has only some; empty, and a problem, if it is none."""
        choices = choices or CHOICES[key]
        value = found.strip().lower().replace("_", "-")
        if key == "kind":
            value = found.strip().lower()
        if value in choices:
            return value
        said = {"key": key, "found": found, "choices": ", ".join(choices)}
        near = nearest(value, choices)
        code = "not-a-choice-near" if near else "not-a-choice"
        self.problems.append(Problem(place, code, said | {"nearest": near}))
        return ""

    def language(self, found: str, place: Place) -> str:
        """``zh`` or ``en`` for any tag of Chinese in Taiwan or English; empty, and a problem, if it is another."""
        main, *more = found.strip().lower().replace("_", "-").split("-")
        if main in BY_CODE and not {"hans", "cn", "sg"} & set(more):
            return main
        said = {"found": found, "choices": ", ".join(BY_CODE)}
        self.problems.append(Problem(place, "import-language", said))
        return ""

    def id(self, found: str, place: Place) -> str:
        """The id; empty, and a problem, if it is none."""
        try:
            return check_id(found)
        except PydanticCustomError as error:
            said = {name: str(value) for name, value in (error.context or {}).items()}
            self.problems.append(Problem(place, error.type, said))
        return ""
