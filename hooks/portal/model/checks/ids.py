"""Ids are unique, say where the record belongs, and agree with the file they stand in."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import BY_NAME, Filing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.data.problem import Place
    from portal.model.reading.load import Loaded, Row

Known = dict[str, "Callable[[], Place]"]
"""The ids found so far, each with what gives the place of the first."""


def id_problems(loaded: Loaded) -> Iterator[Problem]:
    """Repeated ids, ids under the wrong prefix, ids that differ from the name or the year of their file."""
    for kind, rows in loaded.rows.items():
        if BY_NAME[kind].filing is Filing.MAP:
            continue
        # A portal's own entry may replace one of the generator's, which lies in another document.
        by_document: dict[int, Known] = {}
        shared: Known = {}
        for row in rows:
            first = by_document.setdefault(id(row.document), {}) if BY_NAME[kind].shared else shared
            yield from _repeated(row.record.id, partial(row.place, ("id",)), first)
            yield from _misfiled(row)
        if kind != "countries":
            for row in rows:
                for index, former in enumerate(row.record.former_ids):
                    place = partial(row.place, ("former_ids", index))
                    yield from _repeated(former, place, shared)
    yield from _units(loaded.rows.get("homes", []))
    for row in loaded.rows.get("cities", []):
        prefix = f"{row.record.country.lower()}-"
        if not row.record.id.startswith(prefix):
            found = {"found": row.record.id, "prefix": prefix}
            yield Problem(row.place(("id",)), "id-prefix", found)


def _repeated(record_id: str, place: Callable[[], Place], first: Known) -> Iterator[Problem]:
    """Places are asked for only when they are told: finding one means parsing its file again."""
    if record_id in first:
        found = {"found": record_id, "first": str(first[record_id]())}
        yield Problem(place(), "repeated-id", found)
    else:
        first[record_id] = place


def _units(rows: list[Row]) -> Iterator[Problem]:
    first: Known = {}
    for row in rows:
        for index, unit in enumerate(row.record.units):
            place = partial(row.place, ("units", index, "id"))
            yield from _repeated(unit.id, place, first)
            if not unit.id.startswith(f"{row.record.id}-"):
                found = {"found": unit.id, "prefix": f"{row.record.id}-"}
                yield Problem(place(), "id-prefix", found)


def _misfiled(row: Row) -> Iterator[Problem]:
    filing = BY_NAME[row.kind].filing
    if filing not in (Filing.FOLDER, Filing.YEARS):
        return
    record, expected = row.record, f"data/{BY_NAME[row.kind].path}"
    if filing is Filing.YEARS:
        expected += f"/{(record.start if row.kind == 'exchanges' else record.date).year}"
    expected += f"/{record.id}.yaml"
    if row.document.path != expected:
        found = {"found": row.document.path, "cure": expected}
        yield Problem(row.place(("id",)), "misfiled", found)
