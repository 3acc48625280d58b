"""A concept of which the other language says a sibling instead: *sister city* beside 友好城市.

That a text says a concept in plain words is no fault; that it says another one of the same sort is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING

from portal.model.lint.read_passage import OTHER
from portal.model.lint.word_finding import WordFinding
from portal.model.records.kinds import GLOSSARY, SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.model.lint.lexicon import Key, Mention
    from portal.model.lint.read_passage import ReadLine, ReadPassage, ReadWork
    from portal.model.lint.traces import Traces
    from portal.model.terminology.term_base import TermBase
    from portal.model.terminology.term_entry import TermEntry

RULE = "missing-concept"

_EXPLAINING = frozenset((GLOSSARY.name, SOURCES.name))
_FIELDS = frozenset((
    "relation", "document", "diplomacy", "protocol", "urban-policy", "network", "planning",
))  # fmt: skip
"""Fields whose concepts a text does not take for one another."""


_PAIR = 2
"""Words that tell a sort and a thing in English; in Chinese more than as many characters."""

_END = re.compile("[。；！？]|[.;!?] ")
"""Where a sentence ends."""


class Siblings:
    """Concepts of one field that are sorts of one thing in both languages: qualitative, quantitative indicators."""

    def __init__(self, base: TermBase) -> None:
        self._base = base
        self._siblings: dict[Key, frozenset[Key]] = {}
        self._sorts: dict[Key, frozenset[tuple[str, str, str]]] = {}
        """The field of each with the things of which it is a sort."""

    @cached_property
    def _all(self) -> Mapping[tuple[str, str, str], frozenset[Key]]:
        """The sorts of each thing."""
        found: dict[tuple[str, str, str], set[Key]] = defaultdict(set)
        for key in self._base:
            for sort in self._sorts_of(key):
                found[sort].add(key)
        return {sort: frozenset(keys) for sort, keys in found.items()}

    def of(self, key: Key) -> frozenset[Key]:
        """The concepts that are sorts of the same thing."""
        if key not in self._siblings:
            others = (self._all[sort] for sort in self._sorts_of(key))
            self._siblings[key] = frozenset().union(*others) - {key}
        return self._siblings[key]

    def _sorts_of(self, key: Key) -> frozenset[tuple[str, str, str]]:
        if key not in self._sorts:
            entry = self._base[key]
            is_one = entry.kind == GLOSSARY.name and entry.subject_field in _FIELDS
            found = _sorts(entry) if is_one else ()
            self._sorts[key] = frozenset((entry.subject_field, *sort) for sort in found)
        return self._sorts[key]

    def may_be(self, mention: Mention, key: Key) -> bool:
        """Whether a word is that of which a concept is a sort, and may stand for it: 委員會 for 執行委員會."""
        word = mention.written.lower()
        return any(term.text.lower().endswith(word) for term in self._base[key].terms)


def _sorts(entry: TermEntry) -> Iterator[tuple[str, str]]:
    """The things of which a concept is a sort: the last word of two in English, the last character in Chinese."""
    usable = [term for term in entry.terms if term.status != "deprecated"]
    heads = {
        words[1]
        for term in usable
        if term.language == "en" and len(words := term.text.split()) == _PAIR
    }
    for term in usable:
        if term.language == "zh" and len(term.text) > _PAIR:
            yield from ((head, term.text[-1]) for head in heads)


def siblings_instead(
    work: ReadWork, siblings: Siblings, traces: Mapping[str, Traces]
) -> Iterator[tuple[Key, WordFinding]]:
    """Each once in a record or page, with the key of either concept."""
    told: set[Key] = set()
    said = work.said
    for read in work:
        if read.passage.owner[0] in _EXPLAINING:
            continue
        for line in read.lines:
            language = line.line.language
            other = OTHER[language]
            for mention in line.outermost:
                if not said[other].isdisjoint(mention.keys):
                    continue
                key = _key(mention)
                if key is None or key in told:
                    continue
                instead = _instead(read, line, mention, siblings, traces)
                if instead and line.is_word(mention):
                    told |= {key, instead}
                    cure = mention.meanings[0].entry.preferred(other, read.home)
                    found = WordFinding(RULE, line.line, mention.start, mention.written, cure)
                    yield key, found


def _key(mention: Mention) -> Key | None:
    """The concept that a word of two parts surely means."""
    is_right = mention.is_exact and mention.keys == mention.right and len(mention.keys) == 1
    is_sort = " " in mention.written or not mention.written.isascii()
    return next(iter(mention.keys)) if is_right and is_sort else None


def _instead(
    read: ReadPassage,
    line: ReadLine,
    mention: Mention,
    siblings: Siblings,
    traces: Mapping[str, Traces],
) -> Key | None:
    """A sibling that only the other language says, or this one beside it, while that has no trace of the concept."""
    language = line.line.language
    key, other = next(iter(mention.keys)), OTHER[language]
    for one in sorted(siblings.of(key) & read.said(other)):
        is_there = any(
            one in said.surely and not siblings.may_be(said, key)
            for there in read.sides[other]
            for said in there.outermost
        )
        if not is_there or siblings.may_be(mention, one):
            continue
        if not traces[other].without(key, one, _text(read, other)):
            continue
        is_only_there = traces[language].without(one, key, _text(read, language))
        if is_only_there or _stands_beside(line, mention, one):
            return one
    return None


def _text(read: ReadPassage, language: str) -> str:
    return " ".join(one.line.text for one in read.sides[language])


def _stands_beside(line: ReadLine, mention: Mention, sibling: Key) -> bool:
    """Whether a sentence says both: 可用定性指標，也可用定量指標."""
    return any(
        sibling in one.right
        and not _END.search(
            line.line.text[min(one.end, mention.end) : max(one.start, mention.start)]
        )
        for one in line.mentions
    )
