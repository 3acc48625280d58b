"""The gate: only what is public passes it, and nothing that passes tells of what does not.

A record that is not public is kept back, and with it every part of other records that refers to it (``pruning.py``).
What cannot be shown without such a part is kept back too, and so on, until nothing more has to go. A city of which no
tie may be told stays if something public names it. The reason of a stated count goes with the tie that it is about.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.data.store import digest
from portal.model.records.city import City
from portal.model.records.home import Home
from portal.model.records.kind import UNITS
from portal.model.records.kinds import COUNTRIES
from portal.model.values.pruning import is_bare, pruned
from portal.model.values.reference import references

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.record import Record
    from portal.model.values.moment import Moment

Name = tuple[str, str]
"""A kind and an id, as references mean them."""


@dataclass(slots=True)
class Passed:
    """A public record."""

    row: Row[Record]
    record: Record
    """What of it may be shown; the very record of the row if that is all."""

    @property
    def digest(self) -> bytes:
        """Of what may be shown."""
        if self.record is self.row.record:
            return self.row.digest
        return digest(self.row.digest + repr(self.record).encode())

    def names(self) -> set[Name]:
        """What others may refer to."""
        return set() if self.record.is_withdrawn else set(_names(self.row.kind, self.record))


def public_records(loaded: Loaded, now: Moment, *, expired: bool, sound: bool) -> Iterator[Passed]:
    """What is public at a moment, kind by kind, in the order of the files.

    With ``expired``, also what was public before. An id that nothing has is a problem, and not kept back: if records
    disappeared with it, they would seem to be missing too. With ``sound`` they do, so that the rest can be shown in
    spite of the problem.
    """
    written = {name for row in loaded.records for name in _names(row.kind, row.record)}
    passed = [
        Passed(row, row.record.public_part)
        for row in loaded.records
        if row.record.has_come(now) and (expired or not row.record.is_over(now))
    ]
    gate = _Gate(
        passed,
        None if sound else written,
        {(COUNTRIES.name, row.record.id) for row in loaded.of(COUNTRIES)},
    )
    gate.settle()
    if gate.drop_reasons():
        gate.settle()
    yield from gate.passed.values()


def _names(kind: str, record: Record) -> Iterator[Name]:
    yield kind, record.id
    if isinstance(record, Home):
        yield from ((UNITS, unit.id) for unit in record.units)


class _Gate:
    """Takes away from records what refers to others, as long as there is any."""

    def __init__(self, passed: list[Passed], written: set[Name] | None, others: set[Name]) -> None:
        self.passed = dict(enumerate(passed))
        """By position, in order."""
        self._public = others.union(*(one.names() for one in passed))
        self._written = written
        """What may be hidden; if None, everything that is not public."""
        self._mentions: dict[Name, list[int]] = {}

    def settle(self) -> None:
        """Go on until nothing more has to go."""
        self._prune(list(self.passed))
        while unnamed := self._unnamed():
            lost = {name for position in unnamed for name in self.passed.pop(position).names()}
            self._public -= lost
            self._prune(self._mentioning(lost))

    def drop_reasons(self) -> bool:
        """Take from stated counts the reasons about a tie that is not public; whether there were any."""
        records = [one.record for one in self.passed.values()]
        cities = [record for record in records if isinstance(record, City)]
        ties = {(tie.home, city.id) for city in cities for tie in city.partnerships}
        found = False
        for one in self.passed.values():
            home = one.record
            if not isinstance(home, Home):
                continue
            counts = tuple(stated.with_ties(home.id, ties) for stated in home.stated_counts)
            if counts != home.stated_counts:
                one.record = home.model_copy(update={"stated_counts": counts})
                found = True
        return found

    def _prune(self, waiting: list[int]) -> None:
        """Begin with these records; then go on with those that mention what has just gone."""
        while waiting:
            lost = {name for position in waiting for name in self._pass(position)}
            self._public -= lost
            waiting = self._mentioning(lost) if lost else []

    def _pass(self, position: int) -> set[Name]:
        """What others may no longer refer to because of what this record loses."""
        one = self.passed[position]
        rest = pruned(one.record, self._is_hidden)
        if rest is one.record:
            return set()
        before = one.names()
        if rest is None:
            del self.passed[position]
            return before
        one.record = rest
        return before - one.names()

    def _unnamed(self) -> list[int]:
        """The records that could only be shown if another named them, and none does."""
        bare = [n for n, one in self.passed.items() if is_bare(one.row.record, one.record)]
        if not bare:
            return []
        named: defaultdict[Name, set[int]] = defaultdict(set)
        for position, one in self.passed.items():
            for _, kinds, record_id in references(one.record):
                for kind in kinds:
                    named[kind, record_id].add(position)
        return [n for n in bare if not any(named[name] - {n} for name in self.passed[n].names())]

    def _is_hidden(self, kinds: tuple[str, ...], record_id: str) -> bool:
        names = [(kind, record_id) for kind in kinds]
        if any(name in self._public for name in names) or ":" in record_id:
            return False
        return self._written is None or any(name in self._written for name in names)

    def _mentioning(self, names: Collection[Name]) -> list[int]:
        if not self._mentions:
            self._mentions = defaultdict(list)
            for position, one in self.passed.items():
                for _, kinds, record_id in references(one.record):
                    for kind in kinds:
                        self._mentions[kind, record_id].append(position)
        found = {position for name in names for position in self._mentions.get(name, ())}
        return sorted(found & self.passed.keys())
