"""Records of one kind that are called alike in a language, so that pages can tell them apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from portal.model.records.kinds import CITIES, EXCHANGES, GLOSSARY, ORGANIZATIONS
from portal.model.values.locale import LOCALES
from portal.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.record import Record

KINDS_OF_NAMES = (CITIES.name, ORGANIZATIONS.name, GLOSSARY.name)
"""The kinds whose records are called as the world calls them; others have titles of our own."""


def namesake_key(locale: str, kind: str, record_id: str) -> str:
    """Under what the others of a name are found."""
    return f"{locale} {kind} {record_id}"


def namesakes(catalog: Catalog) -> dict[str, tuple[Record, ...]]:
    """For each record that shares its name with others, those others; accents and capitals make no other name.

    An exchange shares its title with other exchanges, and with the organization of which it is the meeting.
    """
    found: dict[str, tuple[Record, ...]] = {}
    for locale in LOCALES:
        found |= _of_exchanges(catalog, locale.code)
    for kind in KINDS_OF_NAMES:
        records: Mapping[str, Record] = catalog.of(kind)
        for locale in LOCALES:
            alike: dict[str, list[Record]] = defaultdict(list)
            for record in records.values():
                alike[fold(record.title_in(locale.code))].append(record)
            for group in alike.values():
                for record in group if len(group) > 1 else ():
                    key = namesake_key(locale.code, kind, record.id)
                    found[key] = tuple(other for other in group if other is not record)
    return found


def _of_exchanges(catalog: Catalog, locale: str) -> dict[str, tuple[Record, ...]]:
    alike: dict[str, list[Record]] = defaultdict(list)
    for record in (*catalog.exchanges.values(), *catalog.organizations.values()):
        alike[fold(record.title_in(locale))].append(record)
    return {
        namesake_key(locale, EXCHANGES.name, record.id): tuple(o for o in group if o is not record)
        for group in alike.values()
        if len(group) > 1
        for record in group
        if catalog.exchanges.get(record.id) is record
    }
