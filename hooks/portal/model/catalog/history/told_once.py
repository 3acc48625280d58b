"""Which entry already tells of a signing or a turn of a tie: that of the same pair and the same day.

A date that is less precise is taken to mean the same day if it can: of what was signed in September, an exchange of
8 to 10 September tells. Where several fit, one of the very date goes first.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from portal.model.catalog.history.entry import Entry
    from portal.model.values.partial_date import PartialDate

Pair = tuple[str, str]
"""The id of a home or unit, and that of a city."""


class ToldOnce:
    """Entries by who took part in them."""

    def __init__(self) -> None:
        self._by_pair: dict[Pair, list[Entry]] = defaultdict(list)

    def add(self, entry: Entry, pairs: Iterable[Pair]) -> None:
        """Let an entry tell of these pairs."""
        for pair in pairs:
            self._by_pair[pair].append(entry)

    def find(self, pair: Pair, date: PartialDate, kinds: Collection[str]) -> Entry | None:
        """The entry of one of these kinds that tells of the pair on that date."""
        found = [entry for entry in self._by_pair.get(pair, ()) if entry.kind in kinds]
        same = (entry for entry in found if entry.start == date)
        return next(same, None) or next((e for e in found if _may_be(e, date)), None)


def pairs_of(entry: Entry) -> Iterable[Pair]:
    """Who took part in an entry, each side with each."""
    return [(ours, city) for ours in (*entry.homes, *entry.units) for city in entry.cities]


def _may_be(entry: Entry, date: PartialDate) -> bool:
    """Whether a date and the time of an entry may be the same; a year alone says too little."""
    if not date.month or not entry.start.month:
        return False
    exact = bool(date.day and entry.start.day) and not entry.within
    return (
        not exact
        and entry.start.first_day <= date.last_day
        and date.first_day <= entry.last.last_day
    )
