"""What records are called: every name, in any language, under which somebody may look for what is about them."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from portal.model.records.city import City
from portal.model.records.kinds import COUNTRIES
from portal.model.values.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.model.values.strict import Model
    from portal.model.values.words import Text

_NAMES = ("name", "full_name", "former_names", "aliases", "acronym")
"""The fields of records that hold names."""


class Called:
    """The words by which what is about a record is found; made once for each, since many lists ask for the same."""

    def __init__(self, shelves: Mapping[str, Mapping[str, Any]]) -> None:
        """``shelves`` have everything that may be shown, by kind and id."""
        self._shelves = shelves
        self._known: dict[tuple[str, str], tuple[str, ...]] = {}

    def of(self, kind: str, record_id: str) -> tuple[str, ...]:
        """The names of a record and, of a place, of where it lies; none if it is not there, or has a title only."""
        key = kind, record_id
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = tuple(self._words(self._shelves[kind].get(record_id)))
        return found

    def _words(self, record: Any) -> Iterator[str]:
        if not hasattr(record, "name"):
            return
        yield from names_of(record)
        if isinstance(record, City):
            if record.subdivision:
                yield from in_all(record.subdivision)
            yield from names_of(self._shelves[COUNTRIES.name][record.country])


def names_of(record: Model) -> Iterator[str]:
    """Every name of a record in any language: also former ones, abbreviations, and what people call it."""
    if terms := getattr(record, "terms", None):
        yield from (term.term for term in (*terms.zh, *terms.en))
    for field in _fields(type(record)):
        value = getattr(record, field)
        for names in value if isinstance(value, tuple) else (value,) if value else ():
            if isinstance(names, str):
                yield names
            else:
                yield from in_all(names)


@cache
def _fields(model: type[Model]) -> tuple[str, ...]:
    """The fields of a model that hold names, one or several."""
    return tuple(name for name in _NAMES if name in model.model_fields)


def in_all(names: Text) -> Iterator[str]:
    """A name in every language."""
    yield names.zh
    yield names.en
    if isinstance(names, Names):
        yield from (name for _, name in names.local)
