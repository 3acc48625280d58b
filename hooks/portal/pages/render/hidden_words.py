"""Words by which a list finds an item although the item does not show them: what the search finds, a list finds too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from portal.model.catalog.called import in_all, names_of
from portal.model.records.city import City
from portal.model.records.concept import Concept
from portal.model.records.kind import UNITS
from portal.model.records.kinds import COUNTRIES, HOMES, SOURCES
from portal.model.records.organization import Organization
from portal.model.values.locale import other
from portal.model.values.reference import references
from portal.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.records.record import Record
    from portal.pages.render.speaker import Speaker


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
        yield from in_all(record.subdivision)
    if isinstance(record, Organization):
        yield view.plain(f"organization.kind.{record.kind}")
        if record.seat:
            yield from in_all(record.seat)
    for kind, record_id in _about(record):
        if not with_homes and kind in (HOMES.name, UNITS):
            continue
        yield from view.catalog.called(kind, record_id)


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
