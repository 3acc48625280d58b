"""Records with an id that another one of their kind has: apart from that, nothing is told of the second one."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from portal.data.problem import Problem
from portal.model.checks.filing import expected_path
from portal.model.records.kind import Filing
from portal.model.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.reading.load import Loaded, Row

Doubles = list[tuple["Row[Any]", "Row[Any]"]]
"""The second record and the first with its id."""


def doubles(loaded: Loaded) -> Doubles:
    """Of records with one id, the first is that which lies where it belongs, or else comes first."""
    found: Doubles = []
    for kind in KINDS:
        if not kind.has_ids:
            continue
        rows = loaded.rows[kind.name]
        first: dict[tuple[str, int], Row[Any]] = {}
        if kind.filing in (Filing.FOLDER, Filing.YEARS):
            rows = sorted(rows, key=lambda row: row.document.path != expected_path(row))
        for row in rows:
            # A portal's own entry may replace one of the generator's, which is in another document.
            key = row.record.id, id(row.document) if kind.shared else 0
            if (other := first.setdefault(key, row)) is not row:
                found.append((row, other))
    return found


def double_problems(found: Doubles) -> Iterator[Problem]:
    """Ids that are taken."""
    for row, first in found:
        given = {"found": row.record.id, "first": str(first.place(("id",)))}
        missing: tuple[str, ...] = () if row.record == first.record else (_unknown(row.kind),)
        if missing and KINDS[row.kind].filing in (Filing.FOLDER, Filing.YEARS):
            missing = (f"{row.kind}/{PurePosixPath(row.document.path).stem}",)
        yield Problem(row.place(("id",)), "repeated-id", given, missing)


def of_doubles(found: Doubles, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Problems with references, in which one missing record of a kind is that which has the id of another one."""
    told = list(problems)
    kinds = {row.kind for row, first in found if row.record != first.record}
    for kind in kinds:
        names = {name for p in told for name in p.missing if name.startswith(f"{kind}/")}
        if len(names) == 1:
            told = [
                replace(p, missing=(*p.missing, _unknown(kind))) if names <= {*p.missing} else p
                for p in told
            ]
    yield from told


def _unknown(kind: str) -> str:
    """The name of a record of a kind that has the id of another one, as long as its own is unknown."""
    return f"{kind}/?"


def without(found: Doubles, loaded: Loaded) -> Loaded:
    """What was read, each id once."""
    if not found:
        return loaded
    left_out = {id(row) for row, _ in found}
    rows = {
        kind: [row for row in rows if id(row) not in left_out] for kind, rows in loaded.rows.items()
    }
    return replace(loaded, rows=rows)
