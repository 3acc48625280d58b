"""What the records hold of an indicator: the exchanges or ties that its measure declares, one by one."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

from portal.model.catalog.counts import outermost
from portal.model.records.partnership import HEADLINE_KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from portal.model.catalog.relations import Relations
    from portal.model.catalog.tie import Tie
    from portal.model.records.exchange import Exchange
    from portal.model.records.plan import Counts, Plan

_UNSIGNED = ("proposed", "unknown")
"""The status of ties of which no signing is known."""


@dataclass(frozen=True, slots=True)
class IndicatorCount:
    """What counts for an indicator in the years of its measure, the oldest first."""

    first: int
    """The first year that is counted."""
    last: int
    exchanges: tuple[Exchange, ...]
    ties: tuple[Tie, ...]
    undated: int
    """Ties that would count if it were known when they were signed."""

    @property
    def number(self) -> int:
        """How many there are."""
        return len(self.exchanges) + len(self.ties)


def indicator_count(plan: Plan, counts: Counts, relations: Relations) -> IndicatorCount:
    """Count what a measure of a plan declares: of the plan's government, or of offices of it.

    An exchange within another that counts is not counted again.
    """
    first, last = counts.start or plan.start, counts.end or plan.end
    ties = relations.ties_of_home.get(plan.home, [])
    if counts.records == "ties":
        found = list(measured_ties(counts, ties))
        dated = [(tie.partnership.since, tie) for tie in found if tie.partnership.since]
        inside = [(since, tie) for since, tie in dated if first <= since.year <= last]
        inside.sort(key=lambda item: (item[0], item[1].city.id))
        signed = tuple(tie for _, tie in inside)
        return IndicatorCount(first, last, (), signed, len(found) - len(dated))
    named = [("units", unit) for unit in counts.units] or [("homes", plan.home)]
    lists = (relations.naming(kind, name, "exchanges") for kind, name in named)
    unique = {exchange.id: exchange for exchange in chain.from_iterable(lists)}
    held = measured_exchanges(counts, unique.values(), tied_places(counts, ties))
    whole = outermost(one for one in held if first <= one.start.year <= last)
    ordered = sorted(whole, key=lambda one: (one.start, one.id))
    return IndicatorCount(first, last, tuple(ordered), (), 0)


def tied_places(counts: Counts, ties: Iterable[Tie]) -> Collection[str]:
    """The ids of the places of which exchanges count: those with a tie of the kinds, if the measure names kinds."""
    return {
        tie.city.id
        for tie in ties
        if tie.partnership.kind in counts.kinds
        and tie.partnership.status != "proposed"
        and (tie.partnership.unit in counts.units if counts.units else not tie.partnership.unit)
    }


def measured_exchanges(
    counts: Counts, exchanges: Iterable[Exchange], tied: Collection[str]
) -> Iterator[Exchange]:
    """The exchanges of any year that a measure counts: held, of its types, with a place of its kinds."""
    for exchange in exchanges:
        is_event = exchange.status == "held" and not exchange.is_figure
        is_of_type = not counts.types or exchange.type in counts.types
        places = {part.city for part in exchange.cities if part.attended}
        if is_event and is_of_type and (not counts.kinds or not places.isdisjoint(tied)):
            yield exchange


def measured_ties(counts: Counts, ties: Iterable[Tie]) -> Iterator[Tie]:
    """The ties of any year that a measure counts: verified, of its kinds, signed whatever became of them."""
    kinds = counts.kinds or HEADLINE_KINDS
    for tie in ties:
        partnership = tie.partnership
        is_own = partnership.unit in counts.units if counts.units else not partnership.unit
        is_signed = partnership.verified is not None and partnership.status not in _UNSIGNED
        if is_own and is_signed and partnership.kind in kinds:
            yield tie
