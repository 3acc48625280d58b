"""Where each page lies, the same in every locale (design: addresses are permanent)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog

FOLDERS = {
    "homes": "homes",
    "cities": "cities",
    "organizations": "organizations",
    "exchanges": "exchanges",
    "press_releases": "press",
    "trip_reports": "reports",
    "plans": "plans",
    "glossary": "glossary",
}
"""First part of the address of each kind that has pages."""


def address(kind: str, record: Any) -> str:
    """The path of a record's page below the root of a locale, as ``cities/jp-hachioji/``.

    A source has no page of its own but an anchor on the list of sources.
    """
    match kind:
        case "sources":
            return f"sources/#{record.id}"
        case "exchanges":
            return f"exchanges/{record.start.year}/{record.id}/"
        case "press_releases":
            return f"press/{record.date.year}/{record.id}/"
        case _:
            return f"{FOLDERS[kind]}/{record.id}/"


def chapter_address(kind: str, record: Any, name: str) -> str:
    """The path of a part of a record that has a page of its own: ``homes/taipei/units/``."""
    return f"{address(kind, record)}{name}/"


def unit_address(catalog: Catalog, unit_id: str) -> str:
    """The anchor of a unit on the page of its home's units."""
    return f"{chapter_address('homes', catalog.home_of_unit[unit_id], 'units')}#{unit_id}"


def relative(target: str, page: str) -> str:
    """The way from one page to another below the same root.

    >>> relative("cities/jp-kaga/", "exchanges/2014/")
    '../../cities/jp-kaga/'
    """
    return "../" * page.count("/") + target or "./"
