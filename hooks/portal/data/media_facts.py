"""What was found in pictures and documents, kept by their content: what has not changed is not decoded again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from portal.data.store import keep, recall

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

DECODED = "decoded"
"""The name of the file in ``.site/``."""

Facts = tuple[int, int, str, str]
"""Width and height of a picture, the code of what is wrong with the file, and the reason."""


class MediaFacts:
    """The facts of files by the digest of their content."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        kept = recall(path) if path else None
        self._kept: dict[bytes, Facts] = kept if isinstance(kept, dict) else {}
        self._used: dict[bytes, Facts] = {}

    def of(self, digest: bytes, find: Callable[[], Facts]) -> Facts:
        """The facts of the file with that digest; they are looked for only if nobody knows them yet."""
        facts = self._used.get(digest) or self._kept.get(digest) or find()
        self._used[digest] = facts
        return facts

    def save(self) -> None:
        """Keep what was used, and forget the rest. A folder that cannot be written costs only time."""
        if self._path and self._used != self._kept:
            with suppress(OSError):
                keep(self._path, self._used)
