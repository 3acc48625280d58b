"""Traces of an entry in a text: parts of its words that few other entries have, where none of its words stands."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.lint.lexicon import Key
    from portal.model.terminology.term_base import TermBase

_COMMON, _COMMON_IN_CONCEPTS = 12, 25
"""Entries that may share a part of a word before it tells nothing: bureau, 城市; most of a name tells more."""

_STEM = 5
"""Letters that words of one root share: witness, witnessed."""

_EMPTY = re.compile("[的與或及之等在為以於其而並和由可能所]")
"""Characters of Chinese that join others."""

_ENGLISH = re.compile(r"[^\W\d_]+")
_CHINESE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")


class Traces:
    """The telling parts of the words of each entry, by language."""

    def __init__(self, base: TermBase, language: str) -> None:
        self._language = language
        parts: dict[Key, set[str]] = {
            key: {part for term in entry.words(language) for part in self._parts(term.text)}
            for key, entry in base.items()
        }
        if language == "zh":
            self._add_definitions(base, parts)
        counts = Counter(part for found in parts.values() for part in found)
        self._parts_of: dict[Key, set[str]] = defaultdict(set)
        for key, found in parts.items():
            most = _COMMON if base[key].is_name else _COMMON_IN_CONCEPTS
            first = {term.text[:2] for term in base[key].words("zh")}
            self._parts_of[key] = {part for part in found if counts[part] <= most or part in first}

    def of(self, key: Key) -> set[str]:
        """The telling parts of the words of an entry."""
        return self._parts_of[key]

    def _add_definitions(self, base: TermBase, parts: dict[Key, set[str]]) -> None:
        """What a definition says, Chinese says for the word: 政府與民間合作 for *public-private partnership*."""
        for key, entry in base.items():
            said = self._parts(entry.definition.zh) if entry.definition else ()
            parts[key] |= {part for part in said if not _EMPTY.search(part)}

    def without(self, key: Key, other: Key, text: str) -> bool:
        """Whether a text has no part of the words for an entry that another has not too."""
        own = self._parts_of[key] - self._parts_of[other]
        return own.isdisjoint(self._parts(text))

    def has(self, key: Key, text: str) -> bool:
        """Whether a text has a part of one of the words for an entry."""
        return not self._parts_of[key].isdisjoint(self._parts(text))

    def _parts(self, text: str) -> Iterator[str]:
        if self._language == "zh":
            for clause in _CHINESE.findall(text):
                yield from (clause[at : at + 2] for at in range(len(clause) - 1))
        else:
            for word in _ENGLISH.findall(text.lower()):
                if len(word) >= 4:
                    yield word[:_STEM]
