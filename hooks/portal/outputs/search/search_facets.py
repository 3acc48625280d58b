"""By what the results of a search can be narrowed: kind, home, country, year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.model.values.partial_date import PartialDate
from portal.model.values.reference import references
from portal.pages.render import shown_dates as dates

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations

RECORDS = (
    "homes", "cities", "organizations", "glossary",
    "plans", "trip_reports", "exchanges", "press_releases",
)  # fmt: skip
"""Kinds of record, in the order in which readers are offered them and namesakes stand."""

FACETS = (*RECORDS[:3], "lists", *RECORDS[3:], "about")
"""The same with what is no record: lists, and written pages."""


def homes_of(kind: str, record: Any, relations: Relations) -> list[str]:
    """The homes that a record is about: itself, those that it names, and those that a concept's words are for."""
    found = [record.id] if kind == "homes" else []
    for _, kinds, record_id in references(record):
        if kinds == ("homes",):
            found.append(record_id)
    if kind == "cities":
        found += [
            home
            for by in ("exchanges", "press_releases")
            for one in relations.naming(kind, record.id, by)
            for home in one.homes
        ]
    return list(dict.fromkeys(found))


def countries_of(kind: str, record: Any, catalog: Catalog) -> list[str]:
    """The countries that a record names, or whose cities it names."""
    found = []
    for _, kinds, record_id in references(record):
        if kinds == ("countries",):
            found.append(record_id)
        elif kinds == ("cities",) and kind != "organizations" and record_id in catalog.cities:
            found.append(catalog.cities[record_id].country)
    return list(dict.fromkeys(found))


def date_of(kind: str, record: Any, locale: str) -> tuple[str, str]:
    """When it was, as ISO 8601 and in words; nothing for what has no date."""
    match kind:
        case "press_releases":
            start, end = record.date.day, None
        case "exchanges" | "trip_reports":
            start, end = record.start, record.end
        case "plans":
            start, end = PartialDate(record.start), PartialDate(record.end)
        case _:
            return "", ""
    return start.iso, str(dates.show_range(start, end, locale).striptags())
