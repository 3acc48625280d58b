"""Turns a file into typed records; everything that a model refuses becomes a problem with its location."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from portal.data.files import parse_file
from portal.data.problem import Problem
from portal.data.store import digest
from portal.model.reading.lost import lost_file, lost_record
from portal.model.reading.refusal import refusals, shown
from portal.model.records.kind import Filing

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.data.document import Document
    from portal.data.root import Root
    from portal.model.reading.lost import Lost
    from portal.model.records.kind import Kind
    from portal.model.values.strict import Model
    from portal.model.values.walk import Loc

Start = tuple[int, int]
"""Line and column, from 1."""

Part = tuple[Any, "Loc", Start, bytes]
"""A record, the path to it from the top of its file, where it begins, and the digest of its text."""

_Value = tuple["Loc", Any, Start, bytes]
"""The path to a record, its value, where it begins, and its text."""


@dataclass(slots=True)
class Reading:
    """The content of one file. It refers to no document, so that it can be sent between processes."""

    parts: list[Part] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    lost: dict[str, set[str]] = field(default_factory=dict)
    """Ids of records that are known no further, by kind."""
    lost_kinds: set[str] = field(default_factory=set)
    """Kinds of which it may hold records with any id."""
    is_unread: bool = False
    """Whether the file could not be read."""

    def note_lost(self, found: Lost) -> None:
        """Records that are known no further."""
        self.lost_kinds |= found.kinds
        for kind, ids in found.ids.items():
            self.lost.setdefault(kind, set()).update(ids)


def read_records(root: Root, path: Path, kind: Kind[Model], raw: bytes) -> Reading:
    """The records of the file below ``root`` that holds those bytes."""
    raw = raw.replace(b"\r\n", b"\n").replace(
        b"\r", b"\n"
    )  # a record's digest is the same on every system
    document = parse_file(root, path, raw)
    reading = Reading(problems=document.problems)
    slips = [problem.place.line for problem in document.problems]
    for loc, value, start, written in _values(document, kind, raw, reading):
        try:
            record = kind.model.model_validate(value)
        except ValidationError as error:
            if not _has_any(slips, start, written):  # its values are not those that were meant
                reading.problems += refusals(error, kind.model, document, loc)
            reading.note_lost(lost_record(kind, path, loc, value))
        else:
            reading.parts.append((record, loc, start, digest(written)))
    if reading.is_unread:
        reading.note_lost(lost_file(kind, path, raw))
    return reading


def _has_any(lines: list[int], start: Start, written: bytes) -> bool:
    """Whether any of these lines is one of a record's text, as it is written from ``start`` on."""
    last = start[0] + written.rstrip(b"\n").count(b"\n")
    return any(start[0] <= line <= last for line in lines)


def _values(
    document: Document, kind: Kind[Model], raw: bytes, reading: Reading
) -> Iterator[_Value]:
    """The value of each record."""
    value, starts = document.value, document.starts
    if kind.filing is Filing.LIST:
        if isinstance(value, list):
            for index, written in enumerate(_written(raw, starts[1:])):
                yield (index,), value[index], starts[index + 1], written
            return
    elif isinstance(value, dict):
        if kind.filing is not Filing.MAP:
            yield (), value, starts[0], raw
            return
        for key, item in value.items():
            place = document.place((key,))
            yield (key,), item, (place.line, place.column), repr(item).encode()
        return
    reading.is_unread = True
    if value is not None:
        code = "not-a-list" if kind.filing is Filing.LIST else "not-a-mapping"
        reading.problems.append(Problem(document.place(), code, {"found": shown(value)}))


def _written(raw: bytes, starts: list[Start]) -> Iterator[bytes]:
    """The text of each record in a list, from where it begins to where the next one does."""
    text = raw.decode()
    before = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    offsets = [before[line - 1] + column - 1 for line, column in starts]
    for start, end in pairwise([*offsets, len(text)]):
        yield text[start:end].encode()
