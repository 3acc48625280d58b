"""Records and pages in which nothing was found, so that only what has changed is read again.

What is found in a work depends on the entries of which a word stands in it, and on the names of its governments. So as
long as it has no word of an entry that has changed, neither one of now nor one of before, it stays clean.
"""

from __future__ import annotations

from contextlib import suppress
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from portal.data.store import digest, keep, recall
from portal.model.lint import old_characters, other_meanings
from portal.model.records.kind import UNITS
from portal.model.records.kinds import HOMES
from portal.model.terminology.english_forms import forms_of
from portal.text.source_finder import SourceFinder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from portal.model.lint.lexicon import Key
    from portal.model.lint.passage import Work
    from portal.model.terminology.term_base import TermBase
    from portal.model.terminology.term_entry import TermEntry

KEPT = "words"
"""The name of the file."""

_LISTS = (old_characters.WORDS, other_meanings.WORDS)
"""What rules read besides the term base."""

_GOVERNMENTS = (HOMES.name, UNITS)
"""What decides whose text a text is, whether it is named there or not."""

State = dict["Key", tuple[bytes, tuple[str, ...]]]
"""Of each entry a digest of all that the rules ask of it, and the forms of its words."""


class _Kept(NamedTuple):
    lists: bytes
    base: bytes
    """The digest of all entries."""
    state: State
    clean: set[bytes]


class CleanWorks:
    """The digests of works in which nothing was found by the same rules, and where that still holds."""

    def __init__(self, path: Path | None, base: TermBase, related: Callable[[Key], object]) -> None:
        """``related`` returns what the rules ask of an entry that other entries decide; ``repr`` says all of it."""
        self._path, self._base, self._related = path, base, related
        self._asked = {key: _asked_of(entry) for key, entry in base.items()}
        lists = digest(b"".join(one.read_bytes() for one in _LISTS))
        whole = digest("\n".join(self._asked.values()).encode())
        kept = recall(path) if path else None
        known = _Kept(*kept) if kept else None
        self._before = known if known and known.lists == lists else _Kept(lists, b"", {}, set())
        self._is_same = self._before.base == whole
        self._now = _Kept(lists, whole, {}, set())

    def has(self, work: Work) -> bool:
        """Whether nothing was found in a work, and nothing would be now."""
        is_clean = work.digest in self._before.clean and (
            self._is_same or not self._has_changed(work)
        )
        if is_clean:
            self.add(work.digest)
        return is_clean

    def add(self, work: bytes) -> None:
        """Note that nothing was found in a work."""
        self._now.clean.add(work)

    def save(self) -> None:
        """Keep what was asked for, and forget the rest. A folder that cannot be written costs only time."""
        if self._path and not (self._is_same and self._now.clean == self._before.clean):
            state = self._before.state if self._is_same else self._state
            with suppress(OSError):
                keep(self._path, tuple(self._now._replace(state=state)))

    @cached_property
    def _state(self) -> State:
        return {
            key: (
                digest(repr((self._asked[key], self._related(key))).encode()),
                tuple(dict.fromkeys(_forms(entry))),
            )
            for key, entry in self._base.items()
        }

    def _has_changed(self, work: Work) -> bool:
        """Whether something may be found now, since a word of an entry that is not the same as before stands in it."""
        finder = self._changed
        return finder is None or any(map(finder.may_stand_in, work.sources))

    @cached_property
    def _changed(self) -> SourceFinder | None:
        """What finds the words of entries that have changed; None if each text may be another now."""
        before, now = self._before.state, self._state
        changed = {key for key in before.keys() | now.keys() if before.get(key) != now.get(key)}
        if any(kind in _GOVERNMENTS for kind, _ in changed):
            return None
        words = (one[key][1] for key in changed for one in (before, now) if key in one)
        return SourceFinder(chain.from_iterable(words))


def _forms(entry: TermEntry) -> Iterator[str]:
    for term in entry.terms:
        yield from forms_of(term) if term.language == "en" else (term.text,)


def _asked_of(entry: TermEntry) -> str:
    """All that the rules ask of an entry by itself."""
    return repr((
        entry.kind, entry.id, entry.subject_field, entry.definition.zh if entry.definition else "",
        *((t.language, t.text, t.status, t.homes, t.type, t.part_of_speech, t.usage, t.forms,
           str(t.until)) for t in entry.terms),
    ))  # fmt: skip
