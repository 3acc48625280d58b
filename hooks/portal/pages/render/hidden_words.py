"""Words by which a list finds an item although the item does not show them: what the search finds, a list finds too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from portal.model.records.city import City
from portal.model.records.concept import Concept
from portal.model.records.kind import UNITS
from portal.model.records.kinds import COUNTRIES, HOMES, SOURCES
from portal.model.records.organization import Organization
from portal.model.values.locale import other
from portal.model.values.reference import references
from portal.model.values.words import Names, Text
from portal.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.records.record import Record
    from portal.pages.render.speaker import Speaker

_OF_PLACES = (COUNTRIES.name, HOMES.name, UNITS)
"""Whose names find a place; those of other places that signed the same agreement do not."""


def hidden_words(view: Speaker, record: Record) -> Markup:
    """The words as an attribute of the item of a list, which shows the name or title of the record already."""
    shown = fold(record.title_in(view.locale))
    kept: list[str] = []
    for word in dict.fromkeys(_words(view, record)):
        if (folded := fold(word)) not in shown:
            kept.append(word)
            shown += f"\n{folded}"
    return Markup(f' data-words="{escape(" · ".join(kept))}"') if kept else Markup("")


def _words(view: Speaker, record: Record) -> Iterator[str]:
    """Its other names first, then what it is about."""
    yield from names_of(record)
    if hasattr(record, "title"):
        yield record.title[other(view.locale).code]
    if isinstance(record, Concept):
        yield view.plain(f"subject_field.{record.subject_field}")
    if isinstance(record, City) and record.subdivision:
        yield from _in_all(record.subdivision)
    if isinstance(record, Organization) and record.seat:
        yield from _in_all(record.seat)
    is_place = isinstance(record, City)
    for _, kinds, record_id in references(record):
        for kind in kinds:
            if kind == SOURCES.name or (is_place and kind not in _OF_PLACES):
                continue
            found = view.catalog.of(kind).get(record_id)
            if found is not None and hasattr(found, "name"):
                yield from names_of(found)


def names_of(record: Record) -> Iterator[str]:
    """Every name of a record in any language: also former ones, abbreviations, and what people call it."""
    if isinstance(record, Concept):
        yield from (term.term for term in (*record.terms.zh, *record.terms.en))
    for field in ("name", "full_name"):
        if names := getattr(record, field, None):
            yield from _in_all(names)
    for names in getattr(record, "former_names", ()):
        yield from _in_all(names)
    yield from getattr(record, "aliases", ())
    if acronym := getattr(record, "acronym", None):
        yield acronym
    yield from (local.zh for local in getattr(record, "local_names", ()))


def _in_all(names: Names | Text) -> Iterator[str]:
    yield from (names.zh, names.en)
    if isinstance(names, Names):
        yield from (name for _, name in names.local)
