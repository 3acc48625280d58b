"""Where each concept is used: the records and written pages that name it, and of each the sentence that shows it best.

What is found is what the links in texts find (``portal.pages.render.term_links``): the same words, longest first, a
short one only where the other language names the concept too.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from portal.data.store import digest, keep, recall
from portal.model.records.kinds import GLOSSARY, KINDS
from portal.model.terminology.term_finder import TermFinder
from portal.model.values.locale import LOCALES
from portal.outputs.terminology.term_examples import Example, example_in
from portal.outputs.terminology.using_texts import texts_of_page, texts_of_record

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from portal.model.catalog.catalog import Catalog
    from portal.model.terminology.term_finder import Term
    from portal.outputs.terminology.using_texts import Passage, UsingText
    from portal.pages.render.text_terms import TextTerms
    from portal.pages.writing.written_page import WrittenPage

WRITTEN = "about"
"""What written pages are called among the kinds, as by the search."""

_Work = tuple[tuple[str, str], bytes, "Callable[[], Iterable[UsingText]]"]
"""Kind and id of a record or page, a digest of all that its uses depend on besides words, and what reads its texts."""

Found = dict[tuple[str, str], Example | None]
"""What a record uses: by concept and by the owner of the tie in whose texts it stands, empty for other texts of the
record, the best example."""


class Use(NamedTuple):
    """A page that names a concept."""

    kind: str
    """Of the record, or ``WRITTEN``."""
    record: str
    """Its id; of a written page the address."""
    owner: str
    """Of the tie whose page it is; empty if it is the page of the record."""
    example: Example | None


class TermUses:
    """The uses of every concept of one catalog; nothing is read before the first question."""

    def __init__(
        self,
        catalog: Catalog,
        terms: TextTerms,
        written: Callable[[], Mapping[tuple[str, str], WrittenPage]],
        kept: Path | None = None,
    ) -> None:
        """``written`` returns the written pages by locale and address.

        The file ``kept`` has what each record and page used as it was, so that only changed ones are looked into.
        """
        self._catalog, self._terms, self._written, self._kept = catalog, terms, written, kept

    def of(self, concept: str) -> tuple[Use, ...]:
        """The uses of a concept, by its id, in the order of the records, those in written pages last."""
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
        for key, state, texts in chain(self._records(), self._pages()):
            before = known.get(key)
            now[key] = before if before and before[0] == state else (state, self._in(texts()))
        if self._kept and now != known:
            keep(self._kept, (self._terms.digest, now))
        return {key: found for key, (_, found) in now.items()}

    def _records(self) -> Iterator[_Work]:
        for kind in KINDS.with_pages:
            for record_id, record in self._catalog.of(kind).items():
                key = (kind.name, record_id)
                yield key, self._catalog.digests[key], partial(texts_of_record, record)

    def _pages(self) -> Iterator[_Work]:
        pages = self._written()
        for path in dict.fromkeys(address for _, address in pages):
            zh, en = (pages.get((locale.code, path)) for locale in LOCALES)
            if zh and en and zh.front and en.front:
                state = digest(repr((zh.html, en.html)).encode())
                yield (WRITTEN, path), state, partial(texts_of_page, zh, en)

    def _in(self, texts: Iterable[UsingText]) -> Found:
        found: Found = {}
        for text in texts:
            for passage, ours, theirs in self._sure(text):
                by_concept: dict[str, tuple[list[Term], list[Term]]] = defaultdict(lambda: ([], []))
                for side, terms in enumerate((ours, theirs)):
                    for term in terms:
                        by_concept[term.concept][side].append(term)
                for concept, sides in by_concept.items():
                    use = (concept, text.owner)
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

    def _sure(self, text: UsingText) -> Iterator[tuple[Passage, list[Term], list[Term]]]:
        """The passages of a text, each with the terms that are meant there for sure."""
        finders = self._terms.finders
        if not any(map(TermFinder.may_stand_in, (finders["zh"], finders["en"]), text.sides)):
            return
        zh, en = text.alone
        found = [
            (one, self._find("zh", one[0], zh), self._find("en", one[1], en))
            for one in text.passages()
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
