"""The data of a portal: every file with records, read once."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from portal.data.document import Document
from portal.data.files import data_files
from portal.data.media_facts import MediaFacts
from portal.data.media_file import MediaFile, read_file
from portal.data.opening import Refused
from portal.data.problem import Place, Problem
from portal.data.root import Root
from portal.data.store import digest
from portal.model.reading.file_reading import Reading, read_records
from portal.model.reading.gaps import Gaps
from portal.model.reading.lost import lost_file
from portal.model.reading.meant_values import with_meant_values
from portal.model.reading.memory import Memory
from portal.model.records.kinds import KINDS
from portal.model.values.strict import Model
from portal.spread import spread

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from portal.model.reading.file_reading import Start
    from portal.model.records.kind import Kind
    from portal.model.records.record import Record
    from portal.model.values.walk import Loc


R = TypeVar("R", bound=Model)
R_co = TypeVar("R_co", bound=Model, covariant=True)


@dataclass(frozen=True, slots=True)
class Row(Generic[R_co]):
    """A typed record and where it was read."""

    kind: str
    record: R_co
    """An instance of the kind's model."""
    document: Document
    loc: Loc
    """Path from the top of the document to the record."""
    start: Start
    """Line and column, from 1, where the record begins."""
    digest: bytes
    """The digest of the record's text."""
    is_own: bool = True
    """False for what the generator has for every portal."""

    def place(self, loc: Loc = (), *, key: bool = False) -> Place:
        """The location of a value inside the record, or of the record itself."""
        if not loc:
            return Place(self.document.path, *self.start)
        return self.document.place((*self.loc, *loc), key=key)

    def media_name(self, file: str) -> str:
        """The path from the root of a picture or document of the record."""
        return f"{self.document.path.removesuffix('.yaml')}/{file}"


@dataclass(slots=True)
class Loaded:
    """Everything that could be read of a portal's data."""

    rows: dict[str, list[Row[Any]]] = field(default_factory=dict)
    """By kind, in the order of the files."""
    problems: list[Problem] = field(default_factory=list)
    gaps: Gaps = field(default_factory=Gaps)
    """What could not be read; references to it are not reported as well."""
    media: dict[str, MediaFile] = field(default_factory=dict)
    """Pictures and documents beside records, by their path from the root."""

    def of(self, kind: Kind[R]) -> Sequence[Row[R]]:
        """The rows of a kind, in the order of the files."""
        return self.rows[kind.name]

    @property
    def records(self) -> Iterator[Row[Record]]:
        """The rows of everything that has an id and a time to be public."""
        return (row for kind in KINDS.with_records for row in self.of(kind))


@dataclass(frozen=True, slots=True)
class _File:
    """A file that should hold records of a kind."""

    root: Root
    path: Path
    kind: Kind[Model]
    is_own: bool = True
    """False for one that the generator has for every portal."""

    @property
    def name(self) -> str:
        """Its path from the root."""
        return self.root.name_of(self.path)


@dataclass(frozen=True, slots=True)
class _Unknown:
    """A file that has changed since it was remembered."""

    index: int
    """Among all files."""
    file: _File
    raw: bytes
    digest: bytes


def load(
    root: Path,
    base: Path | None = None,
    memory: Memory | None = None,
    *,
    processes: int = 1,
    known: MediaFacts | None = None,
    instead: Mapping[str, bytes] | None = None,
) -> Loaded:
    """Read every record below ``root/data``.

    ``base`` is the generator's root, whose shared files (labels, countries) come first; the portal's own add to
    them and override them by key or id. Files that ``memory`` knows are not parsed again; ``processes`` processes
    parse the others, which is faster but takes more processor time in total. ``known`` has what was found
    in pictures and documents before. ``instead`` has what is read in place of files that are there, by their path.
    """
    loaded, memory = Loaded(), memory or Memory()
    found = data_files(
        root, [kind.path for kind in KINDS], [kind.path for kind in KINDS.with_media]
    )
    loaded.problems += found.problems
    loaded.gaps.paths |= found.gaps
    _read_media(root, found.media, known or MediaFacts(), loaded)
    files = list(_files(root, base, found.records, loaded, instead))
    readings: dict[int, Reading] = {}
    unknown = []
    for index, file in enumerate(files):
        raw, problems = file.root.read_bytes(file.path)
        key = digest(raw)
        parts = None if problems else memory.recall(file.kind.name, file.name, key)
        if problems:
            readings[index] = Reading(problems=problems, is_unread=True)
            readings[index].note_lost(lost_file(file.kind, file.path, raw))
        elif parts is not None:
            readings[index] = Reading(parts)
        else:
            unknown.append(_Unknown(index, file, raw, key))
    for batch in spread(unknown, _read, processes=processes, weight=lambda job: len(job.raw)):
        for index, reading in batch:
            readings[index] = reading
    for job in unknown:
        if not readings[job.index].problems:
            memory.note(job.file.kind.name, job.file.name, job.digest, readings[job.index].parts)
    for index, file in enumerate(files):
        _take(file, readings[index], loaded)
    loaded.problems = list(with_meant_values(loaded.problems, loaded.rows))
    return loaded


def _read_media(root: Path, names: Sequence[str], known: MediaFacts, loaded: Loaded) -> None:
    """Add the pictures and documents beside records."""
    for name in names:
        try:
            loaded.media[name] = read_file(name, root / name, known)
        except Refused as error:
            loaded.problems.append(Problem(Place(name), error.code, error.found))
            loaded.gaps.paths.add(name)


def _files(
    root: Path,
    base: Path | None,
    found: Mapping[str, Sequence[str]],
    loaded: Loaded,
    instead: Mapping[str, bytes] | None,
) -> Iterator[_File]:
    """Every file that should contain records, kind by kind; a missing required file is a problem.

    ``found`` has the names of the portal's own, by the file or folder of the kind.
    """
    own = Root(root, instead)
    for kind in KINDS:
        loaded.rows[kind.name] = []
        path = f"data/{kind.path}"
        if kind.shared and base is not None and base.resolve() != root.resolve():
            yield _File(Root(base), base / "data" / kind.path, kind, is_own=False)
        yield from (_File(own, root / name, kind) for name in found[kind.path])
        loaded.gaps.note_paths(kind, path)
        if kind.required and not found[kind.path] and not loaded.gaps.hides(path):
            loaded.problems.append(Problem(Place(path), "file-missing", {"found": kind.path}))
            loaded.gaps.note_kind(kind)


def _read(job: _Unknown) -> tuple[int, Reading]:
    return job.index, read_records(job.file.root, job.file.path, job.file.kind, job.raw)


def _take(file: _File, reading: Reading, loaded: Loaded) -> None:
    """Add the content of a file."""
    loaded.problems += reading.problems
    for name, ids in reading.lost.items():
        loaded.gaps.ids.setdefault(name, set()).update(ids)
    loaded.gaps.kinds |= reading.lost_kinds
    if reading.is_unread:
        loaded.gaps.paths.add(file.name)
    root, path = file.root, file.path
    document = Document(file.name, lambda: root.read_text(path)[0])
    rows = loaded.rows[file.kind.name]
    for record, loc, start, written in reading.parts:
        rows.append(Row(file.kind.name, record, document, loc, start, written, file.is_own))
