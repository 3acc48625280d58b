"""Who took part in exchanges: what a row of a list tells of one, and what is counted of many."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.records.exchange import Exchange
    from portal.model.records.home import Home
    from portal.pages.render.speaker import Speaker


def parties(view: Speaker, exchange: Exchange) -> str:
    """The governments of this portal that took part, by themselves or with an office, and the countries of the places.

    Each once, in the order of the record: ``Kaohsiung City · Japan, South Korea``. A side that is not known is absent.
    """
    homes = [home.title_in(view.locale) for home in _homes(view, exchange)]
    codes = dict.fromkeys(view.catalog.cities[part.city].country for part in exchange.cities)
    separator = view.plain("list.separator")
    sides = (separator.join(homes), separator.join(map(view.country, codes)))
    return " · ".join(filter(None, sides))


def counted(
    view: Speaker, exchanges: Iterable[Exchange]
) -> tuple[list[tuple[str, int]], list[tuple[Home, int]]]:
    """How many exchanges there are of each type, the most first, and of each government, in the order of the portal."""
    types: Counter[str] = Counter()
    homes: Counter[str] = Counter()
    for exchange in exchanges:
        types[exchange.type] += 1
        homes.update(home.id for home in _homes(view, exchange))
    by_home = [(home, homes[home.id]) for home in view.catalog.homes.values() if homes[home.id]]
    return types.most_common(), by_home


def _homes(view: Speaker, exchange: Exchange) -> list[Home]:
    of_units = [view.catalog.home_of_unit[unit].id for unit in exchange.units]
    return [view.catalog.homes[home] for home in dict.fromkeys((*exchange.homes, *of_units))]
