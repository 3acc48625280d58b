"""Typed rows of files that have not changed since the last build, so that only changed files are parsed."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from portal.data.store import keep, recall

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(slots=True)
class Memory:
    """The content of files, by kind and path. Only files without problems are remembered.

    It is kept in one file for each folder of records, so that an edit writes little.
    """

    folder: Path | None = None
    """Where it is kept between builds; if None, only in this process."""
    _shards: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    _used: dict[str, dict[str, list[Any]]] = field(default_factory=dict)
    _changed: set[str] = field(default_factory=set)

    def recall(self, kind: str, path: str, digest: bytes) -> list[Any] | None:
        """What is remembered for a file of that kind, path and content."""
        shard = _shard(kind, path)
        if shard not in self._shards:
            kept = recall(self.folder / shard) if self.folder else None
            self._shards[shard] = kept if isinstance(kept, dict) else {}
        key = f"{kind}:{path}:{digest.hex()}"
        rows = self._shards[shard].get(key)
        if rows is not None:
            self._used.setdefault(shard, {})[key] = rows
        return rows

    def note(self, kind: str, path: str, digest: bytes, rows: list[Any]) -> None:
        """Remember the content of a file."""
        shard = _shard(kind, path)
        self._used.setdefault(shard, {})[f"{kind}:{path}:{digest.hex()}"] = rows
        self._changed.add(shard)

    def save(self) -> None:
        """Keep what was used since the last call, and forget the rest."""
        for shard in self._shards.keys() | self._used.keys():
            used = self._used.get(shard, {})
            if self.folder and (
                shard in self._changed or len(used) != len(self._shards.get(shard, ()))
            ):
                keep(self.folder / shard, used)
            self._shards[shard] = used
        self._used, self._changed = {}, set()


def _shard(kind: str, path: str) -> str:
    return "-".join((kind, *PurePosixPath(path).parent.parts[1:]))
