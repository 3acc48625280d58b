"""Words by which a list finds an item although the item does not show them: what the search finds, a list finds too."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from portal.model.records.city import City
from portal.model.records.concept import Concept
from portal.model.records.kind import UNITS
from portal.model.records.kinds import COUNTRIES, HOMES, SOURCES
from portal.model.records.organization import Organization
from portal.model.values.locale import other
from portal.model.values.names import Names
from portal.model.values.reference import references
from portal.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.records.record import Record
    from portal.model.values.strict import Model
    from portal.model.values.words import Text
    from portal.pages.render.speaker import Speaker

_NAMES = ("name", "full_name", "former_names", "aliases", "acronym")
"""The fields of records that hold names."""


def hidden_words(view: Speaker, record: Record, *, with_homes: bool = True) -> Markup:
    """The words as an attribute of the item of a list, which shows the name or title of the record already.

    A list from which governments are chosen does without their names.
    """
    shown = fold(record.title_in(view.locale))
    kept: list[str] = []
    for word in dict.fromkeys(_words(view, record, with_homes=with_homes)):
        if (folded := fold(word)) not in shown:
            kept.append(word)
            shown += f"\n{folded}"
    return Markup(f' data-words="{escape(" · ".join(kept))}"') if kept else Markup("")


def _words(view: Speaker, record: Record, *, with_homes: bool) -> Iterator[str]:
    """Its other names first, then what it is about."""
    yield from names_of(record)
    if hasattr(record, "title"):
        yield record.title[other(view.locale).code]
    if isinstance(record, Concept):
        yield view.plain(f"subject_field.{record.subject_field}")
    if isinstance(record, City) and record.subdivision:
        yield from _in_all(record.subdivision)
    if isinstance(record, Organization):
        yield view.plain(f"organization.kind.{record.kind}")
        if record.seat:
            yield from _in_all(record.seat)
    for kind, record_id in _about(record):
        if not with_homes and kind in (HOMES.name, UNITS):
            continue
        found = view.catalog.of(kind).get(record_id)
        if found is not None and hasattr(found, "name"):
            yield from names_of(found)
            if isinstance(found, City):
                yield from around(view, found)


def around(view: Speaker, city: City) -> Iterator[str]:
    """Where a place lies that an item is about: the part of the country, and the country."""
    if city.subdivision:
        yield from _in_all(city.subdivision)
    yield from names_of(view.catalog.of(COUNTRIES.name)[city.country])


def _about(record: Record) -> Iterator[tuple[str, str]]:
    """What an item is about. Of a place not those that signed the same agreement, which are on its page."""
    if isinstance(record, City):
        yield COUNTRIES.name, record.country
        for tie in record.partnerships:
            yield HOMES.name, tie.home
            if tie.unit:
                yield UNITS, tie.unit
        return
    for _, kinds, record_id in references(record):
        yield from ((kind, record_id) for kind in kinds if kind != SOURCES.name)


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
                yield from _in_all(names)


@cache
def _fields(model: type[Model]) -> tuple[str, ...]:
    """The fields of a model that hold names, one or several."""
    return tuple(name for name in _NAMES if name in model.model_fields)


def _in_all(names: Text) -> Iterator[str]:
    yield names.zh
    yield names.en
    if isinstance(names, Names):
        yield from (name for _, name in names.local)
