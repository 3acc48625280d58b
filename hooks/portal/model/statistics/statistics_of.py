"""All statistics of a catalog."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.statistics.exchange_statistics import ExchangeStatistics
from portal.model.statistics.membership_statistics import (
    agreement_languages,
    membership_statistics,
)
from portal.model.statistics.network import network
from portal.model.statistics.shared_partners import (
    partners_by_governments,
    shared_partners,
    ties_shared,
)
from portal.model.statistics.tie_statistics import TieStatistics

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.statistics.statistic import Statistic

Groups = dict[str, tuple["Statistic", ...]]
"""Statistics by the name of what they are about, in the order in which they are shown."""

NETWORK = "network"
"""The group of those that have pages of their own."""


def statistics_of(catalog: Catalog, relations: Relations) -> Groups:
    """Every statistic, also of what a portal has none: addresses of files are permanent."""
    homes = tuple(home.id for home in catalog.publishers)
    return {
        "ties": tuple(TieStatistics(catalog, relations).statistics()),
        "partners": (partners_by_governments(catalog, relations),),
        "exchanges": tuple(ExchangeStatistics(catalog).statistics()),
        "memberships": tuple(membership_statistics(catalog, relations)),
        "agreements": (agreement_languages(catalog, relations),),
        NETWORK: (
            ties_shared(shared_partners(catalog, relations), homes),
            network(catalog, relations).statistic(homes),
        ),
    }
