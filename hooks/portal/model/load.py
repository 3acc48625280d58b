"""Documents become typed records; whatever a model refuses becomes a problem with its place."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from portal.data.files import read_file, stray_files, yaml_files
from portal.data.problem import Place, Problem
from portal.model.kinds import KINDS, Kind, Layout
from portal.model.refusal import refusals, shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.data.document import Document
    from portal.model.walk import Loc


@dataclass(frozen=True, slots=True)
class Row:
    """A typed record and the place it was read from."""

    kind: str
    record: Any
    """An instance of the kind's model."""
    document: Document
    loc: Loc
    """Way from the top of the document to the record."""

    def place(self, loc: Loc = (), *, key: bool = False) -> Place:
        """The place of a value inside the record."""
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


def load(root: Path, base: Path | None = None) -> Loaded:
    """Read every record below ``root/data``.

    ``base`` is the generator's root, whose shared files (labels, countries) come first; the portal's own add to
    them and win by key or id.
    """
    loaded = Loaded()
    loaded.problems += stray_files(root, [kind.path for kind in KINDS])
    for kind in KINDS:
        rows = loaded.rows[kind.name] = []
        if kind.shared and base is not None and base.resolve() != root.resolve():
            rows += _rows(base, kind, loaded)
        rows += _rows(root, kind, loaded)
    return loaded


def _rows(root: Path, kind: Kind, loaded: Loaded) -> Iterator[Row]:
    path = root / "data" / kind.path
    if kind.layout in (Layout.LIST, Layout.MAP):
        if path.is_file() or path.is_symlink():
            yield from _rows_of_file(read_file(root, path), kind, loaded)
        elif kind.required:
            place = Place(f"data/{kind.path}")
            loaded.problems.append(Problem(place, "file-missing", {"found": kind.path}))
            _note_unread(kind, loaded)
        return
    for file in yaml_files(path):
        yield from _rows_of_file(read_file(root, file), kind, loaded)


def _rows_of_file(document: Document, kind: Kind, loaded: Loaded) -> Iterator[Row]:
    loaded.problems += document.problems
    value = document.value
    if not isinstance(value, list if kind.layout is Layout.LIST else dict):
        _note_unread(kind, loaded)
    if value is None:
        return
    if kind.layout is Layout.LIST:
        if isinstance(value, list):
            for index, item in enumerate(value):
                yield from _row(document, kind, item, (index,), loaded)
        else:
            found = {"found": shown(value)}
            loaded.problems.append(Problem(document.place(), "not-a-list", found))
    elif not isinstance(value, dict):
        found = {"found": shown(value)}
        loaded.problems.append(Problem(document.place(), "not-a-mapping", found))
    elif kind.layout is Layout.MAP:
        for key, item in value.items():
            for row in _row(document, kind, item, (key,), loaded):
                loaded.labels[key] = row.record
                yield row
    else:
        yield from _row(document, kind, value, (), loaded)


def _row(document: Document, kind: Kind, value: Any, loc: Loc, loaded: Loaded) -> Iterator[Row]:
    try:
        record = kind.model.model_validate(value)
    except ValidationError as error:
        loaded.problems += refusals(error, kind.model, document, loc)
        _note_refused(kind.name, value, loaded)
    else:
        yield Row(kind.name, record, document, loc)


def _note_unread(kind: Kind, loaded: Loaded) -> None:
    loaded.unread |= {kind.name, "units"} if kind.name == "homes" else {kind.name}


def _note_refused(kind: str, value: Any, loaded: Loaded) -> None:
    if isinstance(value, dict):
        loaded.refused.setdefault(kind, set()).add(str(value.get("id")))
        units = value.get("units") if kind == "homes" else None
        for unit in units if isinstance(units, list) else []:
            _note_refused("units", unit, loaded)
