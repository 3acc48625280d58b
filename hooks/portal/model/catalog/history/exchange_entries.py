"""The entries of exchanges; what took place within another stands inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.history.entry import Entry

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.records.exchange import Exchange


def exchange_entries(catalog: Catalog) -> dict[str, Entry]:
    """The entry of each exchange that is no figure, by its id, those inside others too."""
    found = {
        exchange.id: _entry(catalog, exchange)
        for exchange in catalog.exchanges.values()
        if not exchange.is_figure
    }
    for entry in found.values():
        if entry.exchange and (whole := found.get(entry.exchange.part_of or "")):
            whole.inner.append(entry)
    return found


def is_inside(entry: Entry, entries: dict[str, Entry]) -> bool:
    """Whether it stands within another."""
    return entry.exchange is not None and (entry.exchange.part_of or "") in entries


def _entry(catalog: Catalog, exchange: Exchange) -> Entry:
    owners = catalog.home_of_unit  # an unknown office is a problem of its own
    of_units = (owners[unit].id for unit in exchange.units if unit in owners)
    return Entry(
        id=exchange.id,
        kind=exchange.type,
        start=exchange.start,
        end=exchange.end if exchange.end != exchange.start else None,
        within=exchange.within,
        homes=tuple(dict.fromkeys((*exchange.homes, *of_units))),
        units=exchange.units,
        cities=tuple(part.city for part in exchange.cities),
        absent=tuple(part.city for part in exchange.cities if not part.attended),
        organizations=exchange.organizations,
        countries=exchange.countries,
        exchange=exchange,
    )
