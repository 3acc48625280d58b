"""Which exchanges statistics count: the only place that decides it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.records.exchange import Exchange


def counted_exchanges(catalog: Catalog) -> list[Exchange]:
    """Those that were held, as the front page counts them; figures for a period are no exchanges."""
    return [
        exchange
        for exchange in catalog.exchanges.values()
        if exchange.status == "held" and exchange.type != "count"
    ]
