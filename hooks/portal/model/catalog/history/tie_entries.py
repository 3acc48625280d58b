"""The entries of ties: signings, approvals, other turns, and the days on which agreements run out.

What an exchange, another agreement of the day or another city's record tells already is joined to that entry.
"""

from __future__ import annotations

from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from portal.model.catalog.history.entry import Entry
from portal.model.catalog.tie import Tie, ties_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.history.told_once import ToldOnce
    from portal.model.records.partnership import Agreement, Stage
    from portal.model.values.partial_date import PartialDate

CONTACTS = ("signing", "visit-received", "visit-made", "meeting")
"""The kinds of exchange that may tell of the same as a stage of a tie."""


class TieEntries:
    """Makes the entries that no exchange tells of, and joins the others to their exchanges."""

    def __init__(self, catalog: Catalog, told: ToldOnce) -> None:
        self._catalog, self._told = catalog, told
        self._stages: dict[tuple[str, PartialDate, str], Entry] = {}
        """By owner, date and words: what is written at several cities is told once."""

    def entries(self) -> Iterator[Entry]:
        """Those to add; signings come first, because stages may be joined to them."""
        ties = list(ties_of(self._catalog.cities.values()))
        for make in (self._signings, self._turns, self._ends):
            for tie in ties:
                yield from make(tie)

    def _entry(self, tie: Tie, kind: str, date: PartialDate) -> Entry:
        partnership = tie.partnership
        return Entry(
            id=f"{tie.key}-{kind}-{date}",
            kind=kind,
            start=date,
            homes=(partnership.home,),
            units=(partnership.unit,) if partnership.unit else (),
            cities=(tie.city.id,),
            ties=[tie],
        )

    def _signings(self, tie: Tie) -> Iterator[Entry]:
        dated = [agreement for agreement in tie.partnership.agreements if agreement.signed]
        dated.sort(key=attrgetter("signed"))
        signed = {date: list(found) for date, found in groupby(dated, key=attrgetter("signed"))}
        if tie.partnership.signed:
            signed.setdefault(tie.partnership.signed, [])
        for date in sorted(signed):
            entry = self._told.find((tie.owner, tie.city.id), date, ("signing",))
            if entry is None:
                entry = self._signing(tie, date, signed[date])
                yield entry
            entry.agreements += signed[date]
            self._join(entry, tie)

    def _signing(self, tie: Tie, date: PartialDate, agreements: list[Agreement]) -> Entry:
        entry = self._entry(tie, "signing", date)
        parties = list(dict.fromkeys(party for one in agreements for party in one.parties))
        catalog = self._catalog
        units = [party for party in parties if party in catalog.units]
        homes = [party for party in parties if party in catalog.homes]
        homes += [catalog.home_of_unit[unit].id for unit in units]
        entry.homes = tuple(dict.fromkeys((*entry.homes, *homes)))
        entry.units = tuple(dict.fromkeys((*entry.units, *units)))
        others = [party for party in parties if party in catalog.cities]
        entry.cities = tuple(dict.fromkeys((*entry.cities, *others)))
        entry.organizations = tuple(party for party in parties if party in catalog.organizations)
        # The record of another city that signed, and that of the home if it signed with its unit, are told with it.
        ours = {tie.owner, *(party for party in parties if party in catalog.homes), *units}
        self._told.add(entry, [(owner, city) for owner in ours for city in entry.cities])
        return entry

    @staticmethod
    def _join(entry: Entry, tie: Tie) -> None:
        if all(known.key != tie.key for known in entry.ties):
            entry.ties.append(tie)

    def _turns(self, tie: Tie) -> Iterator[Entry]:
        for stage in tie.partnership.history:
            if stage.date is None:
                continue
            kinds = CONTACTS if stage.status not in ("proposed", "ended") else ()
            told = (
                None
                if stage.approver
                else self._told.find((tie.owner, tie.city.id), stage.date, kinds)
            )
            same = self._stages.get((tie.partnership.home, stage.date, stage.text.zh))
            entry = told or same
            if entry is None:
                entry = self._entry(tie, _kind(stage), stage.date)
                self._stages[tie.partnership.home, stage.date, stage.text.zh] = entry
                yield entry
            elif tie.city.id not in entry.cities:
                entry.cities = (*entry.cities, tie.city.id)
            if told or entry is not same:
                entry.stages.append(stage)
            self._join(entry, tie)

    def _ends(self, tie: Tie) -> Iterator[Entry]:
        partnership = tie.partnership
        for agreement in partnership.agreements:
            if agreement.until:
                entry = self._entry(tie, "expiry", agreement.until)
                entry.agreements.append(agreement)
                yield entry
        told = any(s.status == "ended" and s.date == partnership.ended for s in partnership.history)
        if partnership.ended and not told:
            entry = self._entry(tie, "tie", partnership.ended)
            entry.is_end = True
            yield entry


def _kind(stage: Stage) -> str:
    if stage.approver:
        return "approval"
    return "signing" if stage.kind else "tie"
