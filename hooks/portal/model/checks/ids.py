"""Ids must be unique, say where the record belongs, and match their file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.checks.possible_dates import impossible_dates
from portal.model.records.kind import Filing
from portal.model.records.kinds import CITIES, COUNTRIES, HOMES, KINDS
from portal.model.values.time_order import surely_before
from portal.model.values.walk import walk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from portal.data.problem import Place
    from portal.model.reading.load import Loaded, Row
    from portal.model.records.home import Home
    from portal.model.records.kind import Kind
    from portal.model.records.record import Record
    from portal.model.values.moment import Moment
    from portal.model.values.strict import Model

Known = dict[str, "Callable[[], Place]"]
"""The ids found so far, each with a function that returns the location of the first."""


def id_problems(loaded: Loaded, now: Moment) -> Iterator[Problem]:
    """Repeated ids, ids with the wrong prefix, ids that differ from the name or the year of their file."""
    for kind in KINDS:
        if not kind.has_ids:
            continue
        # A portal's own entry may replace one of the generator's, which is in another document.
        by_document: dict[int, Known] = {}
        shared: Known = {}
        rows = loaded.rows[kind.name]
        for row in rows:
            first = by_document.setdefault(id(row.document), {}) if kind.shared else shared
            yield from _repeated(row.record.id, partial(row.place, ("id",)), first)
            yield from _misfiled(row, kind, now)
        if kind.holds_records:
            for row in rows:
                for index, former in enumerate(row.record.former_ids):
                    place = partial(row.place, ("former_ids", index))
                    yield from _repeated(former, place, shared)
    yield from _units(loaded.of(HOMES))
    countries = {row.record.id for row in loaded.of(COUNTRIES)}
    for city in loaded.of(CITIES):
        prefix = f"{city.record.country.lower()}-"
        if city.record.country in countries and not city.record.id.startswith(prefix):
            found = {"found": city.record.id, "prefix": prefix}
            yield Problem(city.place(("id",)), "id-prefix", found)


def _repeated(record_id: str, place: Callable[[], Place], first: Known) -> Iterator[Problem]:
    """Locations are looked up only for a problem, because finding one means parsing the file again."""
    if record_id in first:
        found = {"found": record_id, "first": str(first[record_id]())}
        yield Problem(place(), "repeated-id", found)
    else:
        first[record_id] = place


def _units(rows: Iterable[Row[Home]]) -> Iterator[Problem]:
    first: Known = {}
    for row in rows:
        for index, unit in enumerate(row.record.units):
            place = partial(row.place, ("units", index, "id"))
            yield from _repeated(unit.id, place, first)
            if not unit.id.startswith(f"{row.record.id}-"):
                found = {"found": unit.id, "prefix": f"{row.record.id}-"}
                yield Problem(place(), "id-prefix", found)


def _misfiled(row: Row[Record], kind: Kind[Model], now: Moment) -> Iterator[Problem]:
    """A record that is not where its id and its year say. A year that cannot be right is a problem of its own."""
    if kind.filing not in (Filing.FOLDER, Filing.YEARS):
        return
    expected = f"data/{kind.path}"
    if kind.by_year and (begin := kind.begin(row.record)):
        expected += f"/{begin.year}"
    expected += f"/{row.record.id}.yaml"
    if row.document.path != expected:
        if kind.by_year and _is_year_wrong(row.record, kind, now):
            return
        found = {"found": row.document.path, "cure": expected}
        yield Problem(row.place(("id",)), "misfiled", found)


def _is_year_wrong(record: Record, kind: Kind[Model], now: Moment) -> bool:
    """Whether the date that gives the year has a problem of its own."""
    if surely_before(kind.finish(record), kind.begin(record)):
        return True
    return (kind.date,) in impossible_dates(walk(record), now)
