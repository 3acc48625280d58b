"""Counts, as the page on counting defines them: whatever tells one takes it from here."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.records.partnership import HEADLINE_KINDS, PARTNERSHIP_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.catalog.tie import Seat, Tie
    from portal.model.records.exchange import Exchange
    from portal.model.values.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class TieCount:
    """How many ties of a kind there are."""

    kind: str
    headline: int
    """In force and verified: the number that headlines use."""
    listed: int
    """All ties listed in any source, whatever their status, except those only proposed."""
    proposed: int
    """Discussed but, according to the sources, never signed."""


@dataclass(frozen=True, slots=True)
class ExchangeCount:
    """How many exchanges there are, each under one name, as ``outermost`` counts them."""

    held: int
    planned: int
    """Their time is not over."""
    overdue: int
    """Planned for a time that is over, without a result on record."""
    cancelled: int


@dataclass(frozen=True, slots=True)
class PortalCount:
    """What a portal records, all its governments together."""

    ties: TieCount
    """Of all kinds that headlines count."""
    partners: int
    """Places with such a tie that is in force and verified."""
    places: int
    countries: int
    joined: int
    """Organizations of which one of its governments is a member now."""
    organizations: int
    """All that records mention."""
    exchanges: ExchangeCount


def count_ties(ties: Iterable[Tie]) -> list[TieCount]:
    """A home's own ties by kind, in the order of the kinds; ties of its units are not the home's."""
    headline: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    proposed: Counter[str] = Counter()
    for tie in ties:
        partnership = tie.partnership
        if partnership.unit is not None:
            continue
        headline[partnership.kind] += partnership.is_headline
        proposed[partnership.kind] += partnership.status == "proposed"
        listed[partnership.kind] += partnership.status != "proposed"
    return [
        TieCount(kind, headline[kind], listed[kind], proposed[kind]) for kind in PARTNERSHIP_KINDS
    ]


def outermost(exchanges: Iterable[Exchange]) -> list[Exchange]:
    """The exchanges that are counted: an event and the meetings within it are one, a figure for a period is none.

    What took place within another is told by that one if it is among those given. Whoever took part only in a part,
    and is asked for alone, has the part.
    """
    found = {exchange.id: exchange for exchange in exchanges if not exchange.is_figure}
    return [exchange for exchange in found.values() if (exchange.part_of or "") not in found]


def count_exchanges(exchanges: Iterable[Exchange], today: PartialDate) -> ExchangeCount:
    """Exchanges by whether they took place."""
    by_status: dict[str, list[Exchange]] = defaultdict(list)
    for exchange in exchanges:
        status = "overdue" if exchange.is_overdue(today) else exchange.status
        by_status[status].append(exchange)
    found = {status: len(outermost(some)) for status, some in by_status.items()}
    return ExchangeCount(
        *(found.get(name, 0) for name in ("held", "planned", "overdue", "cancelled"))
    )


def seats_held(seats: Iterable[Seat], today: PartialDate) -> list[Seat]:
    """The memberships that have not ended."""
    return [seat for seat in seats if not seat.membership.has_ended(today)]


def count_portal(catalog: Catalog, relations: Relations) -> PortalCount:
    """The totals of a portal; what belongs to governments that do not publish on it is not in them."""
    homes = [home.id for home in catalog.publishers]
    ties = [tie for home in homes for tie in relations.ties_of_home.get(home, ())]
    kinds = [count for count in count_ties(ties) if count.kind in HEADLINE_KINDS]
    seats = (seat for home in homes for seat in relations.seats_of.get(home, ()))
    return PortalCount(
        ties=TieCount(
            "",
            sum(count.headline for count in kinds),
            sum(count.listed for count in kinds),
            sum(count.proposed for count in kinds),
        ),
        partners=len({tie.city.id for tie in ties if tie.partnership.is_headline}),
        places=len(catalog.cities),
        countries=len({city.country for city in catalog.cities.values()}),
        joined=len({seat.organization.id for seat in seats_held(seats, catalog.today)}),
        organizations=len(catalog.organizations),
        exchanges=count_exchanges(catalog.exchanges.values(), catalog.today),
    )
