"""Which rows of the open data change: what no page shows, such as another spelling for the search, shows here."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.outputs.open_data.changes import CHANGE_KINDS, compare
from portal.outputs.open_data.export import table_fingerprints

if TYPE_CHECKING:
    from portal.edition import Edition


@dataclass(frozen=True, slots=True)
class RowChanges:
    """How many rows of a table were added, changed and removed, and which columns of the changed ones."""

    table: str
    added: int
    changed: int
    removed: int
    columns: tuple[str, ...]


def row_changes(old: Edition, new: Edition) -> list[RowChanges]:
    """The tables that differ."""
    was, is_ = (table_fingerprints(side.catalog) for side in (old, new))
    found = []
    for table, text in is_.items():
        changes = compare(table, was[table], text)
        if changes:
            count = Counter(change.kind for change in changes)
            columns = dict.fromkeys(name for change in changes for name in change.columns)
            added, changed, removed = (count[kind] for kind in CHANGE_KINDS)
            found.append(RowChanges(table, added, changed, removed, tuple(columns)))
    return found
