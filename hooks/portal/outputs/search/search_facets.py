"""Facets to narrow search results: kind, home, country, year, status of a tie."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING

from portal.model.records.city import City
from portal.model.records.home import Home
from portal.model.records.kinds import CITIES, COUNTRIES, EXCHANGES, HOMES, KINDS, PRESS_RELEASES
from portal.model.records.organization import Organization
from portal.model.values.reference import references
from portal.pages.render import shown_dates as dates

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.records.record import Record

LISTS, ABOUT = "lists", "about"
"""Results that are not records: lists and written pages."""

LISTS_RANK = 40
"""Lists come after the places and organizations that people look for most."""


def facets() -> tuple[str, ...]:
    """The kinds of results, in the order of the facet and of results with the same name."""
    ranked = [(kind.rank, kind.name) for kind in KINDS.with_pages] + [(LISTS_RANK, LISTS)]
    return (*(name for _, name in sorted(ranked, key=itemgetter(0))), ABOUT)


def homes_of(kind: str, record: Record, relations: Relations) -> list[str]:
    """The homes that a record is about: itself, those it mentions, and those that a concept's words are for."""
    found = [record.id] if kind == HOMES.name else []
    for _, kinds, record_id in references(record):
        if kinds == (HOMES.name,):
            found.append(record_id)
    if kind == CITIES.name:
        found += [
            home
            for by in (EXCHANGES, PRESS_RELEASES)
            for one in relations.naming(kind, record.id, by.name)
            for home in one.homes
        ]
    return list(dict.fromkeys(found))


def countries_of(record: Record, catalog: Catalog) -> list[str]:
    """The countries that a record names, or whose cities it names.

    Of an organization only that of its seat; a government may mention places abroad, and lies in none of these. A
    city that nobody has written down has none; that it is missing is told where it is named.
    """
    is_elsewhere = isinstance(record, (Home, Organization))
    found = []
    for _, kinds, record_id in references(record):
        if kinds == (COUNTRIES.name,):
            found.append(record_id)
        elif kinds == (CITIES.name,) and not is_elsewhere and record_id in catalog.cities:
            found.append(catalog.cities[record_id].country)
    return list(dict.fromkeys(found))


def statuses_of(record: Record) -> list[str]:
    """The statuses of the ties of a city."""
    if not isinstance(record, City):
        return []
    return list(dict.fromkeys(tie.status for tie in record.partnerships))


def date_of(kind: str, record: Record, locale: str) -> tuple[str, str]:
    """Its date, in ISO 8601 and in words; empty if it has none."""
    begin = KINDS[kind].begin(record)
    if begin is None:
        return "", ""
    span = dates.show_range(begin, KINDS[kind].finish(record), locale)
    return begin.iso, str(span.striptags())


def countries(catalog: Catalog) -> list[str]:
    """The countries that results may have."""
    found = dict.fromkeys(city.country for city in catalog.cities.values())
    for kind in KINDS.with_pages:
        for record in catalog.of(kind).values():
            found |= dict.fromkeys(countries_of(record, catalog))
    return list(found)


def years(catalog: Catalog) -> set[int]:
    """The years in which records began."""
    begun = (
        kind.begin(record) for kind in KINDS.with_pages for record in catalog.of(kind).values()
    )
    return {begin.year for begin in begun if begin is not None}
