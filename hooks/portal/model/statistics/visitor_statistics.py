"""How many people came to each government, as far as sources number them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.catalog.counts import outermost
from portal.model.statistics.counted_exchanges import counted_exchanges
from portal.model.statistics.statistic import Row, Statistic, told_apart

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.exchange import Exchange
    from portal.model.records.participants import Participants

VISIT = "visit-received"

WITHOUT = "without-number"
"""The column of visits of which no source gives a number."""


@dataclass(frozen=True, slots=True)
class Visitors:
    """Those who came to one exchange."""

    number: int
    is_exact: bool
    is_whole: bool
    """Whether they are all who came, not the people of some of several parties."""


def visitors_of(exchange: Exchange) -> Visitors | None:
    """Who came to an exchange; None if no source says how many. Parts are not added to a number of all."""
    came = [one for one in exchange.participants if one.direction == "received"]
    if not came:
        return None
    counted = [one for one in came if one.party is None or not _has_whole(came, one)]
    named = {one.party for one in counted}
    others = {part.city for part in exchange.cities if part.attended} - named
    return Visitors(
        number=sum(one.number for one in counted),
        is_exact=all(one.precision == "exact" for one in counted),
        is_whole=None in named or not others,
    )


def visitors_received(catalog: Catalog, end: int) -> Statistic:
    """People received by year and government, from the first year with any visit until before ``end``."""
    homes = tuple(home.id for home in catalog.publishers)
    every = [one for one in catalog.exchanges.values() if one.status == "held"]
    known = {one.id: found for one in every if not one.is_figure and (found := visitors_of(one))}
    numbers: Counter[tuple[int, str]] = Counter()
    inexact: set[tuple[str, str]] = set()
    counted: dict[str, Exchange] = {}
    for home in homes:
        for one in outermost(one for one in every if one.id in known and home in one.homes):
            counted[one.id] = one
            numbers[one.start.year, home] += known[one.id].number
            if not known[one.id].is_exact:
                inexact.add((str(one.start.year), home))
    without = Counter(one.start.year for one in _unnumbered(catalog, homes, known))
    first = min([year for year, _ in numbers] + list(without), default=end)
    others = outermost(one for one in every if one.id in known and one.units)
    return Statistic(
        "visitors-received", "year", "homes", (*homes, WITHOUT),
        tuple(
            Row(str(year), (*(numbers[year, home] for home in homes), without[year]))
            for year in range(first, end)
        ),
        drawn=len(homes), sums=False, measures=(WITHOUT,),
        apart=told_apart(
            inexact=sum(not known[one].is_exact for one in counted),
            in_part=sum(not known[one].is_whole for one in counted),
            without_number=without.total(),
            to_offices=sum(set(homes).isdisjoint(one.homes) for one in others),
        ),
        inexact=tuple(sorted(inexact)),
        stated=tuple(_stated(every, homes)),
    )  # fmt: skip


def _unnumbered(
    catalog: Catalog, homes: tuple[str, ...], known: Mapping[str, Visitors]
) -> Iterator[Exchange]:
    """Visits received of which no source says how many came, neither to them nor to what took place within them."""
    told = {*known, *(catalog.exchanges[id_].part_of for id_ in known)}
    visits = {
        one.id: one
        for home in homes
        for one in counted_exchanges(catalog, home)
        if one.type == VISIT
    }
    return (one for one in visits.values() if one.id not in told)


def _has_whole(came: Iterable[Participants], part: Participants) -> bool:
    return any(one.party is None and one.who == part.who for one in came)


def _stated(held: Iterable[Exchange], homes: tuple[str, ...]) -> list[str]:
    """Totals for a period that governments here state."""
    totals = (one for one in held if one.is_figure and visitors_of(one))
    ours = [one for one in totals if not set(homes).isdisjoint(one.homes)]
    return [one.id for one in sorted(ours, key=lambda one: (one.start.first_day, one.id))]
