"""A file whose head promises that it is ordered by id keeps the promise."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Any

from portal.data.problem import Problem
from portal.model.records.kind import Filing
from portal.model.records.kinds import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.model.reading.load import Loaded, Row

_PROMISE = re.compile(r"ordered by id\b|依 ?id ?(的?順序)?排[序列]")
"""What the comment at the head of a list says if it is in order."""

MOST = 4
"""Records that are told one by one; more of them are a file that is ordered otherwise."""


def order_problems(loaded: Loaded) -> Iterator[Problem]:
    """The fewest records that have to move, each with the one after which it belongs."""
    for kind in KINDS:
        if kind.filing is not Filing.LIST:
            continue
        by_document: dict[int, list[Row[Any]]] = {}
        for row in loaded.of(kind):
            by_document.setdefault(id(row.document), []).append(row)
        for rows in by_document.values():
            ids = [row.record.id for row in rows]
            if ids != sorted(ids) and _PROMISE.search(_head(rows[0].document.text())):
                found = list(_misplaced(rows, ids))
                yield from found if len(found) <= MOST else [_disordered(found)]


def _disordered(found: list[Problem]) -> Problem:
    first = found[0]
    given = {"found": first.found["found"], "sum": str(len(found))}
    return Problem(first.place, "ids-out-of-order", given)


def _head(text: str) -> str:
    """The comments before the first record."""
    lines = []
    for line in text.split("\n"):
        if line.strip() and not line.startswith("#"):
            break
        lines.append(line)
    return "\n".join(lines)


def _misplaced(rows: Sequence[Row[Any]], ids: Sequence[str]) -> Iterator[Problem]:
    kept = _longest_run(ids)
    ordered = sorted(ids[index] for index in kept)
    for index, row in enumerate(rows):
        if index not in kept:
            position = bisect_right(ordered, ids[index])
            found = {"found": ids[index], "other": ordered[position - 1] if position else ""}
            code = "id-after" if position else "id-first"
            yield Problem(row.place(("id",)), code, found)


def _longest_run(ids: Sequence[str]) -> set[int]:
    """The positions of the most ids that are in order already (patience sorting)."""
    tails: list[str] = []
    ends: list[int] = []
    before: list[int | None] = []
    for index, record_id in enumerate(ids):
        pile = bisect_right(tails, record_id)
        before.append(ends[pile - 1] if pile else None)
        tails[pile : pile + 1] = [record_id]
        ends[pile : pile + 1] = [index]
    kept = set()
    position: int | None = ends[-1] if ends else None
    while position is not None:
        kept.add(position)
        position = before[position]
    return kept
