"""Records of one kind that are called alike in a language, so that pages can tell them apart."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from portal.model.records.kinds import CITIES, EXCHANGES, GLOSSARY, ORGANIZATIONS
from portal.model.values.locale import LOCALES
from portal.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.record import Record
    from portal.model.values.locale import Locale

KINDS_OF_NAMES = (CITIES.name, ORGANIZATIONS.name, GLOSSARY.name)
"""The kinds whose records are called as the world calls them; others have titles of our own."""


def namesake_key(locale: str, kind: str, record_id: str) -> str:
    """Under what the others of a name are found."""
    return f"{locale} {kind} {record_id}"


def namesakes(catalog: Catalog) -> dict[str, tuple[Record, ...]]:
    """For each record that shares its name with others, all records of the name; accents and capitals make no other.

    An exchange shares its title with other exchanges, and with the organization of which it is the meeting. All of a
    name have one list, since a portal may call thousands of exchanges alike.
    """
    found: dict[str, tuple[Record, ...]] = {}
    for locale in LOCALES:
        for group in _alike((*catalog.exchanges.values(), *catalog.organizations.values()), locale):
            for record in group:
                if catalog.exchanges.get(record.id) is record:
                    found[namesake_key(locale.code, EXCHANGES.name, record.id)] = group
        for kind in KINDS_OF_NAMES:
            records: Mapping[str, Record] = catalog.of(kind)
            for group in _alike(records.values(), locale):
                for record in group:
                    found[namesake_key(locale.code, kind, record.id)] = group
    return found


def _alike(records: Iterable[Record], locale: Locale) -> Iterator[tuple[Record, ...]]:
    """The records that are called the same, together."""
    groups: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        groups[fold(record.title_in(locale.code))].append(record)
    return (tuple(group) for group in groups.values() if len(group) > 1)
