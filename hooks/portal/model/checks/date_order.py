"""Dates must be possible, and in a possible order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.data.problem import Problem
from portal.model.checks.filing import expected_path
from portal.model.checks.possible_dates import impossible_dates
from portal.model.records.kinds import KINDS
from portal.model.records.press_release import PressRelease
from portal.model.records.record import Evidence, Record
from portal.model.values.partial_date import PartialDate
from portal.model.values.tense import happened, tenses_of
from portal.model.values.time_order import day_of, frames_of, lists_of, pairs_of, surely_before
from portal.model.values.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pydantic import BaseModel

    from portal.model.reading.load import Loaded, Row
    from portal.model.values.moment import Moment
    from portal.model.values.strict import Model
    from portal.model.values.time_order import Inside
    from portal.model.values.walk import Loc

    Dated = tuple[Loc, Any]
    """The path to a date, and the date."""


def date_problems(loaded: Loaded, now: Moment) -> Iterator[Problem]:
    """Dates that cannot be, ends before their starts, parts outside the time of the whole, lists out of order."""
    for kind in KINDS:
        if kind.holds_records or tenses_of(kind.model):
            for row in loaded.of(kind):
                yield from _Dates(row, now).problems()


LONGEST_LIST = 200
"""Of longer ones not all pairs of dates are compared."""


class _Dates:
    """The dates of one record. A date that has a problem is not compared with others: one slip, one problem."""

    def __init__(self, row: Row[Model], now: Moment) -> None:
        self._row = row
        self._parts = [
            (loc, part)
            for loc, part in walk(row.record)
            if tenses_of(type(part)) or lists_of(type(part))
        ]
        self._faults = impossible_dates(self._parts, now)
        self._doubted: set[Loc] = set(self._faults)

    def problems(self) -> Iterator[Problem]:
        """Everything that is wrong with them."""
        for loc, (code, found) in self._faults.items():
            yield self._problem(loc, code, found)
        for loc, model in self._parts:
            yield from self._pairs(loc, model)
            yield from self._verified(loc, model)
        for loc, model in self._parts:
            for name, frame in frames_of(type(model)):
                yield from self._frame(loc, model, name, frame)
        if isinstance(self._row.record, Record):
            yield from self._changes(self._row.record)
        for loc, model in self._parts:
            for name, date in lists_of(type(model)):
                yield from self._list((*loc, name), getattr(model, name), date)

    def _problem(self, loc: Loc, code: str, found: dict[str, str]) -> Problem:
        return Problem(self._row.place(loc), code, found, self._moved(loc))

    def _moved(self, loc: Loc) -> tuple[str, ...]:
        """The name of the record if the date gives it another address than its file says, or none."""
        kind, record = KINDS[self._row.kind], self._row.record
        if loc in (("public_from",), ("public_until",)) and isinstance(record, Record):
            return (f"{kind.name}/{record.id}",)
        if not kind.by_year or loc not in ((kind.date,), (kind.end,)):
            return ()
        is_moved = self._row.document.path != expected_path(self._row)
        return (f"{kind.name}/{record.id}",) if is_moved and isinstance(record, Record) else ()

    def _pairs(self, loc: Loc, model: BaseModel) -> Iterator[Problem]:
        for first, second in pairs_of(type(model)):
            both = {(*loc, first), (*loc, second)}
            before, after = getattr(model, first), getattr(model, second)
            if not both & self._doubted and surely_before(after, before):
                found = {"field": second, "found": str(after), "other": first, "limit": str(before)}
                yield self._problem((*loc, second), "date-order", found)
                self._doubted |= both

    def _verified(self, loc: Loc, model: BaseModel) -> Iterator[Problem]:
        """What took place after somebody compared it with a source."""
        verified = model.verified if isinstance(model, Evidence) else None
        if verified is None or (*loc, "verified") in self._doubted:
            return
        later = [
            (value, name)
            for name, value in happened(model)
            if (*loc, name) not in self._doubted and surely_before(verified, value)
        ]
        if later:
            last, name = max(later, key=lambda one: day_of(one[0]))
            found = {"found": str(verified), "other": name, "limit": str(last)}
            yield self._problem((*loc, "verified"), "verified-before", found)
            self._doubted |= {(*loc, "verified"), *((*loc, name) for _, name in later)}

    def _frame(self, loc: Loc, model: BaseModel, name: str, frame: Inside) -> Iterator[Problem]:
        """Parts before the beginning of the whole or after its end."""
        for limit, is_begin in ((frame.begin, True), (frame.end, False)):
            bound = getattr(model, limit) if limit else None
            if bound is None or (*loc, limit) in self._doubted:
                continue
            outside: list[Dated] = []
            for index, part in enumerate(getattr(model, name)):
                dates = [((*loc, name, index, date), getattr(part, date)) for date in frame.dates]
                wrong = [
                    (place, value)
                    for place, value in dates
                    if place not in self._doubted
                    and (surely_before(value, bound) if is_begin else surely_before(bound, value))
                ]
                outside += wrong[:1]
            yield from self._outside(outside, ((*loc, limit), bound), name, is_begin=is_begin)

    def _outside(
        self, outside: Sequence[Dated], bound: Dated, name: str, *, is_begin: bool
    ) -> Iterator[Problem]:
        """One problem: at the part if it is one, at the limit if it is several, because then the limit is the slip."""
        if not outside:
            return
        self._doubted |= {place for place, _ in outside}
        if len(outside) == 1:
            ((place, value),) = outside
            found = {"field": str(place[-1]), "found": str(value)}
            found |= {"other": str(bound[0][-1]), "limit": str(bound[1])}
            yield self._problem(place, "date-order" if is_begin else "date-after", found)
            return
        furthest = (min if is_begin else max)(value for _, value in outside)
        found = {"field": str(bound[0][-1]), "found": str(bound[1]), "key": name}
        found |= {"sum": str(len(outside)), "limit": str(furthest)}
        yield self._problem(bound[0], "parts-before" if is_begin else "parts-after", found)

    def _changes(self, record: Record) -> Iterator[Problem]:
        """Corrections and a withdrawal before the publication, and corrections after the withdrawal."""
        limit = "public_from"
        dates = [c.date for c in record.corrections]
        changes: list[tuple[Loc, Moment]] = [
            (("corrections", n, "date"), date)
            for n, date in enumerate(dates)
            if ("corrections", n, "date") not in self._doubted
        ]
        if isinstance(record, PressRelease):
            limit = "date" if record.appears == record.date else limit
            withdrawn = record.withdrawn and record.withdrawn.date
            place: Loc = ("withdrawn", "date")
            if withdrawn and place not in self._doubted:
                late = [date for _, date in changes if withdrawn.surely_before(date)]
                if late:
                    found = {"field": "withdrawn", "found": str(withdrawn)}
                    found |= {"other": "corrections", "limit": str(max(late))}
                    yield self._problem(place, "date-order", found)
                    self._doubted.add(place)
                else:
                    changes.append((place, withdrawn))
        appears = record.appears
        if appears is None or (limit,) in self._doubted:
            return
        for loc, date in changes:
            if date.surely_before(appears):
                found = {"field": str(loc[0]), "found": str(date)}
                found |= {"other": limit, "limit": str(appears)}
                yield self._problem(loc, "date-order", found)
                self._doubted.add(loc)

    def _list(self, loc: Loc, parts: Sequence[BaseModel], date: str) -> Iterator[Problem]:
        """Parts that are listed before an older one."""
        known = [((*loc, n, date), getattr(part, date)) for n, part in enumerate(parts)]
        dated = [(p, v) for p, v in known if v is not None and p not in self._doubted]
        for place, (newer, older) in disordered(dated):
            found = {"key": str(loc[-1]), "first": str(newer), "limit": str(older)}
            yield self._problem(place, "list-order", found)


def disordered(dated: Sequence[Dated]) -> Iterator[tuple[Loc, tuple[Any, Any]]]:
    """The fewest dates that have to move so that a list is in order, each with one that it stands wrong to.

    The pair is in the order of the list, so that its second date is the older one. Of a very long list only the first
    is told, because all pairs are compared.
    """
    left = list(dated)
    while clashes := _clashes(left):
        worst = max(clashes, key=lambda index: (len(clashes[index]), index))
        first, second = sorted((worst, clashes[worst][0]))
        yield left[worst][0], (left[first][1], left[second][1])
        if len(left) > LONGEST_LIST:
            return
        del left[worst]


def _clashes(dated: Sequence[Dated]) -> dict[int, list[int]]:
    """By position: those that a date stands wrong to."""
    clashes: dict[int, list[int]] = {}
    latest = 0
    for index, (_, date) in enumerate(dated):
        if surely_before(date, dated[latest][1]):
            for other in range(index):
                if surely_before(date, dated[other][1]):
                    clashes.setdefault(index, []).append(other)
                    clashes.setdefault(other, []).append(index)
            if len(dated) > LONGEST_LIST:
                return clashes
        elif _begin(dated[latest][1]) < _begin(date):
            latest = index
    return clashes


def _begin(date: Any) -> Any:
    return date.first_day if isinstance(date, PartialDate) else date
