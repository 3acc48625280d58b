"""The links in prose, kept by the text that has them: what has not changed is not parsed again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from portal.data.store import digest, keep, recall
from portal.text.markdown import links, may_link

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from portal.text.text_block import Target


class KnownLinks:
    """The links of texts in CommonMark."""

    def __init__(self, path: Path | None = None) -> None:
        """``path`` is a file that the next build reads; without one, they are kept in memory."""
        self._path = path
        kept = recall(path) if path else None
        self._kept: dict[bytes, Sequence[Target]] = kept if isinstance(kept, dict) else {}
        self._used: dict[bytes, Sequence[Target]] = {}

    def of(self, text: str) -> Sequence[Target]:
        """The targets of the links of a text, as ``portal.text.markdown.links`` finds them."""
        if not self._path or not may_link(text):
            return links(text)
        key = digest(text.encode())
        found = self._used.get(key)
        if found is None:
            found = self._used[key] = self._kept[key] if key in self._kept else links(text)
        return found

    def save(self) -> None:
        """Keep what was asked for, and forget the rest. A folder that cannot be written costs only time."""
        if self._path and self._used.keys() != self._kept.keys():
            with suppress(OSError):
                keep(self._path, self._used)
