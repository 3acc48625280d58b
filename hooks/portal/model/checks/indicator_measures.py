"""What an indicator of a plan counts must fit together, and must be something that the records hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.catalog.indicator_counts import measured_exchanges, measured_ties, tied_places
from portal.model.catalog.tie import Tie, ties_of
from portal.model.records.exchange import FIGURE
from portal.model.records.kinds import CITIES, EXCHANGES, HOMES, PLANS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.exchange import Exchange
    from portal.model.records.plan import Counts, Plan
    from portal.model.values.walk import Loc


def indicator_problems(loaded: Loaded) -> Iterator[Problem]:
    """Measures that contradict themselves or count nothing on record, days of values that are not given."""
    held = _Held(loaded)
    for plan in loaded.of(PLANS):
        for index, indicator in enumerate(plan.record.indicators):
            loc: Loc = ("indicators", index)
            if indicator.reached is not None and indicator.actual is None:
                found = {"found": str(indicator.reached)}
                yield Problem(plan.place((*loc, "reached")), "reached-nothing", found)
            if indicator.counts is not None:
                yield from _measure(plan, (*loc, "counts"), indicator.counts, held)


def _measure(plan: Row[Plan], loc: Loc, counts: Counts, held: _Held) -> Iterator[Problem]:
    wrong = list(_contradictions(plan, loc, counts))
    yield from wrong
    if not wrong and held.lacks(plan.record, counts):
        code = "counts-no-ties" if counts.records == "ties" else "counts-no-exchanges"
        yield Problem(plan.place((*loc, "records")), code, {"home": plan.record.home})


def _contradictions(plan: Row[Plan], loc: Loc, counts: Counts) -> Iterator[Problem]:
    if counts.records == "ties" and counts.types:
        yield Problem(plan.place((*loc, "types")), "types-of-ties")
    elif FIGURE in counts.types:
        place = (*loc, "types", counts.types.index(FIGURE))
        yield Problem(plan.place(place), "figure-counted", {"found": FIGURE})


class _Held:
    """What a portal's records hold of each government, looked through when the first measure asks."""

    def __init__(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._exchanges: dict[str, list[Exchange]] | None = None
        self._ties: dict[str, list[Tie]] = {}
        self._units = {
            row.record.id: {unit.id for unit in row.record.units} for row in loaded.of(HOMES)
        }

    def lacks(self, plan: Plan, counts: Counts) -> bool:
        """Whether a measure counts nothing of any year; false where that is not known, or is a problem of its own."""
        exchanges, of_home = self._by_party(), self._units.get(plan.home)
        is_known = of_home is not None and of_home.issuperset(counts.units)
        gaps = self._loaded.gaps
        if not is_known or gaps.touch(EXCHANGES.name) or gaps.touch(CITIES.name):
            return False
        ties = self._ties.get(plan.home, [])
        if counts.records == "ties":
            return not any(True for _ in measured_ties(counts, ties))
        own = (one for party in counts.units or (plan.home,) for one in exchanges.get(party, ()))
        return not any(True for _ in measured_exchanges(counts, own, tied_places(counts, ties)))

    def _by_party(self) -> dict[str, list[Exchange]]:
        """The exchanges of each home and unit."""
        if self._exchanges is None:
            self._exchanges = {}
            for row in self._loaded.of(EXCHANGES):
                for party in (*row.record.homes, *row.record.units):
                    self._exchanges.setdefault(party, []).append(row.record)
            for tie in ties_of(row.record for row in self._loaded.of(CITIES)):
                self._ties.setdefault(tie.partnership.home, []).append(tie)
        return self._exchanges
