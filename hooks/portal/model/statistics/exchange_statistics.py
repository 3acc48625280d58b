"""Exchanges that were held: by government, year, type and office; visits received, and what sources state of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from portal.model.catalog.counts import count_exchanges, outermost
from portal.model.statistics.counted_exchanges import counted_exchanges
from portal.model.statistics.exchange_families import EXCHANGE_TYPES, FAMILIES, family_of
from portal.model.statistics.statistic import Statistic, cross, most_first, told_apart
from portal.model.statistics.visitor_statistics import VISIT, visitors_received

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.exchange import Exchange


class ExchangeStatistics:
    """The exchanges of a catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._homes = tuple(home.id for home in catalog.publishers)
        self._held = counted_exchanges(catalog)
        self._of_home = {home: counted_exchanges(catalog, home) for home in self._homes}
        first = min((one.start.year for one in self._held), default=catalog.today.year)
        last = max([catalog.today.year, *(one.start.year for one in self._held)])
        self._years = range(first, last + 1)

    def statistics(self) -> Iterator[Statistic]:
        """Each statistic of exchanges, in the order in which they are shown."""
        yield self._by_year()
        yield self._by_type()
        yield self._by_government()
        yield self._by_unit()
        yield self._visits()
        yield visitors_received(self._catalog, self._years.stop)

    def _by_year(self) -> Statistic:
        pairs = [(one.start.year, family_of(one.type)) for one in self._held]
        other = count_exchanges(self._catalog.exchanges.values(), self._catalog.today)
        return Statistic(
            "exchanges-by-year", "year", "family", FAMILIES,
            cross(pairs, FAMILIES, self._years), drawn=len(FAMILIES),
            apart=told_apart(
                planned=other.planned, overdue=other.overdue, cancelled=other.cancelled
            ),
        )  # fmt: skip

    def _by_type(self) -> Statistic:
        columns = ("held",)
        rows = cross(((one.type, "held") for one in self._held), columns, EXCHANGE_TYPES)
        found = most_first(row for row in rows if any(row.values))
        return Statistic("exchanges-by-type", "exchange.type", "measure", columns, found, drawn=1)

    def _by_government(self) -> Statistic:
        pairs = [
            (home, family_of(one.type)) for home, held in self._of_home.items() for one in held
        ]
        none = sum(not set(self._homes).intersection(one.homes) for one in self._held)
        return Statistic(
            "exchanges-by-government", "homes", "family", FAMILIES,
            cross(pairs, FAMILIES, self._homes), drawn=len(FAMILIES), sums=False,
            apart=told_apart(without_government=none),
        )  # fmt: skip

    def _by_unit(self) -> Statistic:
        units = self._catalog.units
        named: dict[str, list[Exchange]] = defaultdict(list)
        for one in self._catalog.exchanges.values():
            for unit in one.units if one.status == "held" else ():
                named[unit].append(one)
        pairs = [(unit, "held") for unit in named if unit in units for _ in outermost(named[unit])]
        rows = cross(pairs, ("held",), dict.fromkeys(unit for unit, _ in pairs))
        none = sum(not one.units for one in self._held)
        return Statistic(
            "exchanges-by-unit", "units", "measure", ("held",), most_first(rows), drawn=1,
            sums=False, apart=told_apart(without_unit=none),
        )  # fmt: skip

    def _visits(self) -> Statistic:
        pairs = [
            (one.start.year, home)
            for home, held in self._of_home.items()
            for one in held
            if one.type == VISIT
        ]
        first = min((year for year, _ in pairs), default=self._years.stop)
        years = range(first, self._years.stop)
        return Statistic(
            "visits-received", "year", "homes", self._homes, cross(pairs, self._homes, years),
            drawn=len(self._homes), sums=False,
        )  # fmt: skip
