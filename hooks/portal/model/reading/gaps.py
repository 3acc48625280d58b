"""What is not known of a portal because it could not be read: what follows from that is no problem of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from portal.model.records.kind import UNITS
from portal.model.records.kinds import HOMES

if TYPE_CHECKING:
    from portal.model.records.kind import Kind
    from portal.model.values.strict import Model


@dataclass(slots=True)
class Gaps:
    """Files and folders that could not be read or listed, and the records that are unknown for this or other reasons.

    Whoever finds one tells the problem and notes it here; whoever misses something asks here before telling so.
    """

    kinds: set[str] = field(default_factory=set)
    """Kinds of which any id may be that of a record that is unknown."""
    ids: dict[str, set[str]] = field(default_factory=dict)
    """Ids, present and former, of records that were refused or whose file could not be read, by kind; keys if they
    have none."""
    paths: set[str] = field(default_factory=set)
    """Files that could not be read and folders that could not be listed, by their path from the root."""

    def note_kind(self, kind: Kind[Model]) -> None:
        """Not all records of the kind are known."""
        self.kinds |= {kind.name, UNITS} if kind is HOMES else {kind.name}

    def note_paths(self, kind: Kind[Model], path: str) -> None:
        """What is known to be unknown of a kind, whose file or folder that is, from the paths that are noted."""
        inner = [PurePosixPath(name) for name in self.paths if name.startswith(f"{path}/")]
        if self.hides(path) or any(not name.suffix for name in inner):
            self.note_kind(kind)
        if files := {name.stem for name in inner if name.suffix == ".yaml"}:
            self.ids.setdefault(kind.name, set()).update(files)

    def __bool__(self) -> bool:
        """Whether anything is unknown."""
        return bool(self.kinds or self.ids or self.paths)

    def may_have(self, kind: str, record_id: str) -> bool:
        """Whether a record that was not found may exist."""
        return kind in self.kinds or record_id in self.ids.get(kind, ())

    def touch(self, kind: str) -> bool:
        """Whether any record of a kind is unknown."""
        return kind in self.kinds or kind in self.ids

    def hides(self, path: str) -> bool:
        """Whether a file that was not found may exist: it, or a folder around it, could not be read."""
        around = (parent.as_posix() for parent in PurePosixPath(path).parents)
        return bool(self.paths) and (path in self.paths or any(f in self.paths for f in around))

    def within(self, folder: str) -> bool:
        """Whether not everything below a folder is known, or nothing."""
        inner = any(path.startswith(f"{folder}/") for path in self.paths)
        return inner or self.hides(folder)
