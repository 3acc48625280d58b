"""Records and pages in which nothing was found, so that only what has changed is read again."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from portal.data.store import digest, keep, recall
from portal.model.lint import old_characters, other_meanings

if TYPE_CHECKING:
    from pathlib import Path

    from portal.model.terminology.term_base import TermBase

KEPT = "words"
"""The name of the file."""

_LISTS = (old_characters.WORDS, other_meanings.WORDS)
"""What rules read besides the term base."""


class CleanWorks:
    """The digests of works in which nothing was found by the same term base."""

    def __init__(self, path: Path | None, base: TermBase) -> None:
        self._path = path
        self._state = digest(
            _words_of(base).encode() + b"".join(one.read_bytes() for one in _LISTS)
        )
        kept = recall(path) if path else None
        self._known: set[bytes] = kept[1] if kept and kept[0] == self._state else set()
        self._clean: set[bytes] = set()

    def has(self, work: bytes) -> bool:
        """Whether nothing was found in a work; it then stays so."""
        if work in self._known:
            self._clean.add(work)
        return work in self._known

    def add(self, work: bytes) -> None:
        """Note that nothing was found in a work."""
        self._clean.add(work)

    def save(self) -> None:
        """Keep what was asked for, and forget the rest. A folder that cannot be written costs only time."""
        if self._path and self._clean != self._known:
            with suppress(OSError):
                keep(self._path, (self._state, self._clean))


def _words_of(base: TermBase) -> str:
    """All that the rules ask of the term base."""
    return "\n".join(
        repr((
            entry.kind, entry.id, entry.subject_field, entry.definition.zh if entry.definition else "",
            *((t.language, t.text, t.status, t.homes, t.type, t.part_of_speech, t.usage, t.forms,
               str(t.until)) for t in entry.terms),
        ))
        for entry in base.values()
    )  # fmt: skip
