"""What was added, changed and removed between one publication and the next.

``portal snapshot`` keeps the fingerprints of every row in ``published/records/`` and adds the changes to
``published/changes.csv``. A build compares its rows with the fingerprints, without asking the network.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from portal.data.opening import Refused, is_regular, read_regular
from portal.data.problem import Place, Problem
from portal.data.root import Root
from portal.data.whole_file import write_whole
from portal.outputs.open_data import fingerprints
from portal.outputs.open_data.fingerprints import NotAsWritten, split_lines
from portal.outputs.open_data.tables import tables

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

RECORDS = "published/records"
HISTORY = "published/changes.csv"
_HEAD = "date,table,change,id,columns"

BEGUN = "begun"
"""Written once for a table; from then on its changes are recorded."""

CHANGE_KINDS = ("added", "changed", "removed")
"""In the order in which they are listed."""


@dataclass(frozen=True, order=True, slots=True)
class Change:
    """A row that has changed."""

    table: str
    kind: str
    """One of ``CHANGE_KINDS``."""
    id: str
    columns: tuple[str, ...] = ()
    """For a changed row: the columns with new values."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What changed in one table between two publications."""

    table: str
    added: tuple[str, ...]
    changed: tuple[tuple[str, tuple[str, ...]], ...]
    """Ids, each with the columns."""
    removed: tuple[str, ...]
    unnamed: tuple[tuple[str, int], ...]
    """How many more rows were added, changed or removed whose records are no longer public."""

    def by_kind(self) -> list[tuple[str, list[tuple[str, tuple[str, ...]]]]]:
        """The ids by kind of change, each with its columns; kinds of which there is none are left out."""
        found: dict[str, list[tuple[str, tuple[str, ...]]]] = {
            "added": [(id_, ()) for id_ in self.added],
            "changed": list(self.changed),
            "removed": [(id_, ()) for id_ in self.removed],
        }
        return [(kind, found[kind]) for kind in CHANGE_KINDS if self.count(kind)]

    def count(self, kind: str) -> int:
        """How many rows there are of a kind of change, those that are not named among them."""
        return len(getattr(self, kind)) + dict(self.unnamed).get(kind, 0)


@dataclass(frozen=True, slots=True)
class Publication:
    """All changes up to a day."""

    date: str
    """ISO 8601; empty for changes that have not been recorded as published yet."""
    tables: tuple[Changes, ...]

    @property
    def size(self) -> int:
        """How many rows changed."""
        return sum(changes.count(kind) for changes in self.tables for kind in CHANGE_KINDS)


def compare(table: str, before: str, now: str) -> list[Change]:
    """The changes between two texts of fingerprints; a new column does not count as a change of every row."""
    if before == now:
        return []
    old, new = fingerprints.read(before), fingerprints.read(now)
    found = [Change(table, "added", id_) for id_ in new.keys() - old.keys()]
    found += [Change(table, "removed", id_) for id_ in old.keys() - new.keys()]
    for id_ in old.keys() & new.keys():
        was, is_ = old[id_], new[id_]
        columns = tuple(name for name in is_ if name in was and was[name] != is_[name])
        if columns:
            found.append(Change(table, "changed", id_, columns))
    return sorted(found)


def since_published(root: Path, now: Mapping[str, str]) -> list[Change]:
    """What changed since the last snapshot, given the fingerprints of each table; nothing if there was none."""
    return [
        change
        for table, text in now.items()
        if (known := _read(root / RECORDS / f"{table}.csv")) is not None
        for change in compare(table, known, text)
    ]


def note_records(root: Path, now: Mapping[str, str], date: str) -> int:
    """Store the fingerprints, and add the changes to the history; returns the number of changed rows."""
    changes = since_published(root, now)
    lines = [f"{date},{c.table},{c.kind},{c.id},{'|'.join(c.columns)}" for c in changes]
    written: dict[Path, str] = {}
    for table, text in now.items():
        path = root / RECORDS / f"{table}.csv"
        known = _read(path)
        if known is None:
            lines.append(f"{date},{table},{BEGUN},,")
        if known != text:
            written[path] = text
    if lines:
        before = _read(root / HISTORY) or f"{_HEAD}\n"
        written[root / HISTORY] = before + "".join(f"{x}\n" for x in lines)
    write_whole(written)
    return len(changes)


def change_log(
    root: Path, now: Mapping[str, str], is_kept_back: Callable[[str, str], bool]
) -> list[Publication]:
    """What changed since the last snapshot, then earlier changes, the newest first.

    Rows that are no longer public, which ``is_kept_back`` tells by table and id, are counted but never named, even if
    they were named before.
    """
    noted = [(date, change) for date, change in _history(root) if change.kind != BEGUN]
    days = groupby(noted, key=lambda entry: entry[0])
    past = [(date, [change for _, change in entries]) for date, entries in days]
    pending = since_published(root, now)
    everything = [*reversed(past), *([("", pending)] if pending else [])]
    everything.sort(key=lambda entry: entry[0] or "9999", reverse=True)
    return [Publication(date, tuple(_by_table(found, is_kept_back))) for date, found in everything]


def row_histories(root: Path, table: str) -> dict[str, list[tuple[str, Change]]]:
    """When the rows of a table were added and changed, by id, the oldest first, each with the day in ISO 8601.

    Rows that were there when the changes of the table began to be recorded begin with ``BEGUN``.
    """
    noted = [(date, change) for date, change in _history(root) if change.table == table]
    begun = [date for date, change in noted if change.kind == BEGUN]
    found: dict[str, list[tuple[str, Change]]] = defaultdict(list)
    for date, change in noted:
        if change.kind == "removed":
            found.pop(change.id, None)
        elif change.kind != BEGUN:
            found[change.id].append((date, change))
    rows = _read(root / RECORDS / f"{table}.csv") if begun else None
    for id_ in fingerprints.read(rows) if rows else ():
        if not any(change.kind == "added" for _, change in found[id_]):
            found[id_].insert(0, (begun[0], Change(table, BEGUN, id_)))
    return dict(found)


def last_noted(root: Path) -> str:
    """The day of the last snapshot that found something new, in ISO 8601; empty if there was none."""
    return max((date for date, _ in _history(root)), default="")


def _by_table(
    found: Iterable[Change], is_kept_back: Callable[[str, str], bool]
) -> Iterator[Changes]:
    by_table: dict[str, list[Change]] = defaultdict(list)
    for change in found:
        by_table[change.table].append(change)
    for table in (table.name for table in tables() if table.name in by_table):
        named = [c for c in by_table[table] if not is_kept_back(table, c.id)]
        hidden = [c.kind for c in by_table[table] if is_kept_back(table, c.id)]
        columns: dict[str, tuple[str, ...]] = {}
        for change in named:
            if change.kind == "changed":
                known = columns.get(change.id, ())
                columns[change.id] = tuple(dict.fromkeys((*known, *change.columns)))
        yield Changes(
            table,
            added=tuple(c.id for c in named if c.kind == "added"),
            changed=tuple(columns.items()),
            removed=tuple(c.id for c in named if c.kind == "removed"),
            unnamed=tuple((kind, hidden.count(kind)) for kind in CHANGE_KINDS if kind in hidden),
        )


def _history(root: Path) -> list[tuple[str, Change]]:
    text = _read(root / HISTORY)
    if text is None:
        return []
    return [
        (date, Change(table, kind, id_, tuple(filter(None, columns.split("|")))))
        for date, table, kind, id_, columns in split_lines(text, _HEAD)[1:]
    ]


def _read(path: Path) -> str | None:
    if not is_regular(path):
        return None
    try:
        return read_regular(path).decode()
    except (Refused, UnicodeDecodeError):  # snapshot_problems reports it
        return None


def snapshot_files() -> list[str]:
    """The files that the command writes, from the root, besides the list of addresses."""
    return [HISTORY, *(f"{RECORDS}/{table.name}.csv" for table in tables())]


def snapshot_problems(root: Path) -> Iterator[Problem]:
    """Files of a snapshot that differ from what the command wrote, usually after a merge by hand."""
    for name in snapshot_files():
        head = _HEAD if name == HISTORY else "id,"
        if not is_regular(root / name):
            continue
        text, problems = Root(root).read_text(root / name)
        yield from problems
        if problems:
            continue
        try:
            split_lines(text, head)
        except NotAsWritten as error:
            yield Problem(Place(name, error.args[0]), "snapshot-unreadable")
