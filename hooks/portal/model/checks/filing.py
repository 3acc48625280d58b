"""A record that has a file of its own lies where its id and its year say."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from portal.data.problem import Problem
from portal.model.checks.possible_dates import impossible_dates
from portal.model.records.kind import Filing
from portal.model.records.kinds import KINDS
from portal.model.values.time_order import surely_before
from portal.model.values.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.kind import Kind
    from portal.model.records.record import Record
    from portal.model.values.moment import Moment


def filing_problems(loaded: Loaded, now: Moment) -> Iterator[Problem]:
    """Files with another name than their record, and records in the folder of another year.

    A year that cannot be right is a problem of its own.
    """
    for kind in KINDS.with_records:
        if kind.filing not in (Filing.FOLDER, Filing.YEARS):
            continue
        for row in loaded.of(kind):
            expected, path = expected_path(row), PurePosixPath(row.document.path)
            if row.document.path == expected:
                continue
            record_id = row.record.id
            missing = tuple(f"{kind.name}/{name}" for name in (record_id, path.stem))
            found = {"found": row.document.path, "cure": expected, "field": kind.date}
            if path.stem != record_id and path.parent == PurePosixPath(expected).parent:
                found |= {"found": record_id, "other": path.stem}
                yield Problem(row.place(("id",)), "id-not-of-file", found, missing)
            elif not kind.by_year or not _is_year_wrong(row.record, kind, now):
                code = "misfiled-by-year" if kind.by_year else "misfiled"
                yield Problem(row.place(("id",)), code, found, missing)


def expected_path(row: Row[Any]) -> str:
    """Where a record with a file of its own belongs."""
    kind = KINDS[row.kind]
    begin = kind.begin(row.record) if kind.by_year else None
    year = f"/{begin.year}" if begin else ""
    return f"data/{kind.path}{year}/{row.record.id}.yaml"


def _is_year_wrong(record: Record, kind: Kind[Record], now: Moment) -> bool:
    """Whether the date that gives the year has a problem of its own."""
    if surely_before(kind.finish(record), kind.begin(record)):
        return True
    return (kind.date,) in impossible_dates(walk(record), now)
