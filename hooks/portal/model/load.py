"""Documents become typed records; whatever a model refuses becomes a problem with its place."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from portal.data.document import Document
from portal.data.files import parse_file, stray_files, yaml_files
from portal.data.problem import Place, Problem
from portal.data.store import digest
from portal.data.text import Root
from portal.model.kinds import KINDS, Kind, Layout
from portal.model.memory import Memory
from portal.model.refusal import refusals, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.model.walk import Loc


Start = tuple[int, int]
Part = tuple[Any, "Loc", Start, bytes]
"""A record, the way to it, where it begins, and the digest of what is written: a row without its document."""


@dataclass(frozen=True, slots=True)
class Row:
    """A typed record and the place it was read from."""

    kind: str
    record: Any
    """An instance of the kind's model."""
    document: Document
    loc: Loc
    """Way from the top of the document to the record."""
    start: Start
    """Line and column, from 1, where the record begins."""
    digest: bytes
    """Of what is written of the record: the same digest, the same record."""

    def place(self, loc: Loc = (), *, key: bool = False) -> Place:
        """The place of a value inside the record, or of the record itself."""
        if not loc:
            return Place(self.document.path, *self.start)
        return self.document.place((*self.loc, *loc), key=key)


@dataclass(slots=True)
class Loaded:
    """All that could be read of one portal's data."""

    rows: dict[str, list[Row]] = field(default_factory=dict)
    """By kind, in the order of the files."""
    labels: dict[str, Any] = field(default_factory=dict)
    """Interface words by dotted key."""
    problems: list[Problem] = field(default_factory=list)
    refused: dict[str, set[str]] = field(default_factory=dict)
    """Ids of records that a model refused, by kind: naming one of them is no further mistake."""
    unread: set[str] = field(default_factory=set)
    """Kinds of which a file could not be read: nobody knows which ids they have."""


def load(root: Path, base: Path | None = None, memory: Memory | None = None) -> Loaded:
    """Read every record below ``root/data``.

    ``base`` is the generator's root, whose shared files (labels, countries) come first; the portal's own add to
    them and win by key or id. Files that ``memory`` knows are not parsed again.
    """
    loaded, own, memory = Loaded(), Root(root), memory or Memory()
    loaded.problems += stray_files(root, [kind.path for kind in KINDS])
    for kind in KINDS:
        rows = loaded.rows[kind.name] = []
        if kind.shared and base is not None and base.resolve() != root.resolve():
            rows += _rows(Root(base), kind, loaded, memory)
        rows += _rows(own, kind, loaded, memory)
    return loaded


def _rows(root: Root, kind: Kind, loaded: Loaded, memory: Memory) -> Iterator[Row]:
    path = root.folder / "data" / kind.path
    if kind.layout in (Layout.LIST, Layout.MAP):
        if path.is_file() or path.is_symlink():
            yield from _rows_of_file(root, path, kind, loaded, memory)
        elif kind.required:
            place = Place(f"data/{kind.path}")
            loaded.problems.append(Problem(place, "file-missing", {"found": kind.path}))
            _note_unread(kind, loaded)
        return
    for file in yaml_files(path):
        yield from _rows_of_file(root, file, kind, loaded, memory)


def _rows_of_file(
    root: Root, path: Path, kind: Kind, loaded: Loaded, memory: Memory
) -> Iterator[Row]:
    name = path.relative_to(root.folder).as_posix()
    raw, problems = root.read_bytes(path)
    if problems:
        loaded.problems += problems
        _note_unread(kind, loaded)
        return
    found = digest(raw)
    parts = memory.recall(kind.name, name, found)
    if parts is None:
        document = parse_file(root, path, raw)
        known = len(loaded.problems)
        parts = list(_parts(document, kind, loaded))
        document.value = None  # the records hold what matters of it
        if len(loaded.problems) == known:
            memory.note(kind.name, name, found, parts)
    else:
        document = Document(name, lambda: root.read_text(path)[0])
    for record, loc, start, written in parts:
        if kind.layout is Layout.MAP:
            loaded.labels[loc[0]] = record
        yield Row(kind.name, record, document, loc, start, written)


def _parts(document: Document, kind: Kind, loaded: Loaded) -> Iterator[Part]:
    """The records of a document."""
    loaded.problems += document.problems
    value = document.value
    if not isinstance(value, list if kind.layout is Layout.LIST else dict):
        _note_unread(kind, loaded)
    if value is None:
        return
    starts = document.starts
    if kind.layout is Layout.LIST:
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from _part(
                    document, kind, loaded, value=item, loc=(index,), start=starts[index + 1]
                )
        else:
            found = {"found": shown(value)}
            loaded.problems.append(Problem(document.place(), "not-a-list", found))
    elif not isinstance(value, dict):
        found = {"found": shown(value)}
        loaded.problems.append(Problem(document.place(), "not-a-mapping", found))
    elif kind.layout is Layout.MAP:
        for key, item in value.items():
            place = document.place((key,))
            start = place.line, place.column
            yield from _part(document, kind, loaded, value=item, loc=(key,), start=start)
    else:
        yield from _part(document, kind, loaded, value=value, loc=(), start=starts[0])


def _part(
    document: Document, kind: Kind, loaded: Loaded, *, value: Any, loc: Loc, start: Start
) -> Iterator[Part]:
    try:
        record = kind.model.model_validate(value)
    except ValidationError as error:
        loaded.problems += refusals(error, kind.model, document, loc)
        _note_refused(kind.name, value, loaded)
    else:
        written = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
        yield record, loc, start, digest(written.encode())


def _note_unread(kind: Kind, loaded: Loaded) -> None:
    loaded.unread |= {kind.name, "units"} if kind.name == "homes" else {kind.name}


def _note_refused(kind: str, value: Any, loaded: Loaded) -> None:
    if isinstance(value, dict):
        loaded.refused.setdefault(kind, set()).add(str(value.get("id")))
        units = value.get("units") if kind == "homes" else None
        for unit in units if isinstance(units, list) else []:
            _note_refused("units", unit, loaded)
