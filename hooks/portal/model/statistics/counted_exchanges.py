"""Which exchanges statistics count: those that were held, as the front page counts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.counts import outermost

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.records.exchange import Exchange


def counted_exchanges(catalog: Catalog, home: str = "") -> list[Exchange]:
    """Those of all governments together or of one, each event once with what took place within it."""
    return outermost(
        exchange
        for exchange in catalog.exchanges.values()
        if exchange.status == "held" and (not home or home in exchange.homes)
    )
