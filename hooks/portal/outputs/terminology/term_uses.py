"""Where each concept is used: the records whose texts name it, and of each the sentence that shows it best.

What is found is what the links in texts find (``portal.pages.render.term_links``): the same words, longest first, a
short one only where the other language names the concept too.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from portal.data.store import keep, recall
from portal.model.records.city import City
from portal.model.records.kinds import GLOSSARY, KINDS
from portal.model.values.names import Names
from portal.model.values.walk import walk
from portal.model.values.words import Text
from portal.outputs.terminology.term_examples import Example, example_in
from portal.outputs.terminology.text_pairs import paired_paragraphs, pairs_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.record import Record
    from portal.model.terminology.term_finder import Term
    from portal.pages.render.text_terms import TextTerms

Found = dict[tuple[str, str], Example | None]
"""What a record uses: by concept and by the owner of the tie in whose texts it stands, empty for other texts of the
record, the best example."""

Passage = tuple[str, str, bool]
"""Chinese, English, and whether each is one sentence; one of both may be empty."""


class Use(NamedTuple):
    """A page that names a concept."""

    kind: str
    """Of the record."""
    record: str
    """Its id."""
    owner: str
    """Of the tie whose page it is; empty if it is the page of the record."""
    example: Example | None


class TermUses:
    """The uses of every concept of one catalog; nothing is read before the first question."""

    def __init__(self, catalog: Catalog, terms: TextTerms, kept: Path | None = None) -> None:
        """The file ``kept`` has what each record used as it was, so that only changed records are looked into."""
        self._catalog, self._terms, self._kept = catalog, terms, kept

    def of(self, concept: str) -> tuple[Use, ...]:
        """The uses of a concept, by its id, in the order of the records."""
        return self._by_concept.get(concept, ())

    @cached_property
    def _by_concept(self) -> Mapping[str, tuple[Use, ...]]:
        uses: dict[str, list[Use]] = defaultdict(list)
        for (kind, record), found in self._found().items():
            for (concept, owner), example in found.items():
                if (kind, record) != (GLOSSARY.name, concept):
                    uses[concept].append(Use(kind, record, owner, example))
        return {concept: tuple(found) for concept, found in uses.items()}

    def _found(self) -> dict[tuple[str, str], Found]:
        known: dict[tuple[str, str], tuple[bytes, Found]] = {}
        kept = recall(self._kept) if self._kept else None
        if kept and kept[0] == self._terms.digest:
            known = kept[1]
        now: dict[tuple[str, str], tuple[bytes, Found]] = {}
        for kind in KINDS.with_pages:
            for record_id, record in self._catalog.of(kind).items():
                key = (kind.name, record_id)
                state, before = self._catalog.digests[key], known.get(key)
                now[key] = before if before and before[0] == state else (state, self._in(record))
        if self._kept and now != known:
            keep(self._kept, (self._terms.digest, now))
        return {key: found for key, (_, found) in now.items()}

    def _in(self, record: Record) -> Found:
        found: Found = {}
        for owner, text in _texts(record):
            for passage, ours, theirs in self._sure(text):
                by_concept: dict[str, tuple[list[Term], list[Term]]] = defaultdict(lambda: ([], []))
                for side, terms in enumerate((ours, theirs)):
                    for term in terms:
                        by_concept[term.concept][side].append(term)
                for concept, sides in by_concept.items():
                    use = (concept, owner)
                    example = example_in(passage, *sides)
                    best = found.get(use)
                    if use not in found or (example and (best is None or example.rank < best.rank)):
                        found[use] = example
        return found

    def _find(self, language: str, passage: str, alone: list[str]) -> list[Term]:
        """The terms of a passage, but for those in words that are left alone."""
        found = self._terms.finders[language].find(passage)
        for words in alone if found else ():
            start = passage.find(words)
            end = start + len(words)
            found = [one for one in found if start < 0 or one.end <= start or end <= one.start]
        return found

    def _sure(self, text: Text) -> Iterator[tuple[Passage, list[Term], list[Term]]]:
        """The passages of a text, each with the terms that are meant there for sure."""
        finders = self._terms.finders
        if not any(finder.may_stand_in(text[code]) for code, finder in finders.items()):
            return
        alone = [_LEFT_ALONE.findall(side) if "](#)" in side else [] for side in (text.zh, text.en)]
        found = [
            (one, self._find("zh", one[0], alone[0]), self._find("en", one[1], alone[1]))
            for one in _passages(text)
        ]
        in_zh = {term.concept for _, ours, _ in found for term in ours}
        in_en = {term.concept for _, _, theirs in found for term in theirs}
        for passage, ours, theirs in found:
            if ours or theirs:
                yield (
                    passage,
                    [term for term in ours if term.is_telling or term.concept in in_en],
                    [term for term in theirs if term.is_telling or term.concept in in_zh],
                )


_LEFT_ALONE = re.compile(r"\[([^\[\]]+)\]\(#\)")
"""Words that an editor lets nothing explain, because they mean something else."""

_APART = frozenset(("terms", "name"))
"""Parts of records that are no texts: words for them, which the term base has."""


def _texts(record: Record) -> Iterator[tuple[str, Text]]:
    """The texts of a record, each with the owner of the tie that it is about, if it is about one."""
    for loc, part in walk(record):
        if isinstance(part, Text) and not isinstance(part, Names) and _APART.isdisjoint(loc):
            owner = ""
            if isinstance(record, City) and loc[0] == "partnerships":
                tie = record.partnerships[int(loc[1])]
                owner = tie.unit or tie.home
            yield owner, part


def _passages(text: Text) -> list[Passage]:
    """The pairs of a text, or the paragraphs of both languages by themselves if it has no pairs."""
    if found := list(pairs_in(text)):
        return found
    zh, en = paired_paragraphs(text)
    return [*((words, "", False) for _, words in zh), *(("", words, False) for _, words in en)]
