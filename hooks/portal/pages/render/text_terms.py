"""Which terms stand in prose, and what that depends on: the words of the term base, not what they mean.

What depends on them is told by a text and by the words that have changed since its page was made: while none of these
stands in the text, its terms are the same. So nothing is looked for while the words are the same.
"""

from __future__ import annotations

from functools import cached_property, lru_cache
from itertools import chain
from typing import TYPE_CHECKING

import pyromark

from portal.data.store import digest
from portal.model.records.kinds import KINDS
from portal.model.terminology.term_base import build_term_base
from portal.model.terminology.term_finder import TermFinder
from portal.model.values.locale import LOCALES
from portal.model.values.walk import walk
from portal.model.values.words import Prose
from portal.pages.render.prose_runs import split_html
from portal.text.line_ends import unwrapped_html
from portal.text.markdown import OPTIONS, without_html
from portal.text.phrase_finder import PhraseFinder
from portal.text.source_finder import SourceFinder

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from portal.model.catalog.catalog import Catalog
    from portal.model.values.words import Text


Words = dict[str, dict[str, tuple[str, bool]]]
"""Of each language all words that are looked for, as ``TermFinder.readings`` has them."""


class TextTerms:
    """The terms of one catalog, which are looked for in both languages; nothing is read before the first text."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._compared: tuple[Words, dict[str, _Changed]] | None = None

    @cached_property
    def finders(self) -> dict[str, TermFinder]:
        """What finds the terms of each language."""
        base = build_term_base(self._catalog)
        return {one.code: TermFinder(base, one.code) for one in LOCALES}

    @cached_property
    def words(self) -> Words:
        """All words of each language: as long as they are the same, so is what is found in a text."""
        return {language: finder.readings for language, finder in self.finders.items()}

    @cached_property
    def digest(self) -> bytes:
        """A digest of them."""
        return digest(repr([sorted(words.items()) for words in self.words.values()]).encode())

    def concepts_in(self, text: str, language: str) -> frozenset[str]:
        """The ids of the concepts that a prose field names in a language."""
        return self.concepts_named(_paragraphs(text), language)

    def concepts_named(self, lines: Iterable[str], language: str) -> frozenset[str]:
        """The ids of the concepts that lines of text name in a language."""
        finder = self.finders[language]
        return frozenset(term.concept for line in lines for term in finder.mentions(line))

    def differ(self, name: str, before: Words) -> bool:
        """Whether a word that was not the same ``before`` stands in the text of that name; so if no record has it."""
        text = self._texts.get(name)
        return text is None or any(
            changed.stand_in(text[language]) for language, changed in self._changed(before).items()
        )

    def _changed(self, before: Words) -> dict[str, _Changed]:
        """What finds the words of each language that were not the same before."""
        if self._compared is None or self._compared[0] is not before:
            differing = {
                language: {word for word, _ in words.items() ^ before[language].items()}
                for language, words in self.words.items()
            }
            self._compared = before, {one: _Changed(words) for one, words in differing.items()}
        return self._compared[1]

    @cached_property
    def _texts(self) -> dict[str, Text]:
        """The prose of all pages, and what those of concepts say of them."""
        catalog = self._catalog
        records = (one for kind in KINDS.with_pages for one in catalog.of(kind.name).values())
        prose = (part for record in records for _, part in walk(record) if isinstance(part, Prose))
        concepts = catalog.glossary.values()
        said = (part for one in concepts for part in (one.definition, one.note) if part)
        return {name_of(part): part for part in chain(prose, said)}


class _Changed:
    """Words that are not what they were."""

    def __init__(self, words: Collection[str]) -> None:
        self._finder, self._sources = PhraseFinder(words), SourceFinder(words)

    def stand_in(self, source: str) -> bool:
        """Whether one of them stands in a text, which is parsed only if it may."""
        return self._sources.may_stand_in(source) and any(
            map(self._finder.find, _paragraphs(source))
        )


def name_of(text: Text) -> str:
    """The name of a text, by which it is found again as long as nobody changes it."""
    return digest(f"{text['zh']}\0{text['en']}".encode()).hex()


@lru_cache(maxsize=256)
def _paragraphs(text: str) -> tuple[str, ...]:
    html = unwrapped_html(pyromark.html(without_html(text), options=OPTIONS))
    return tuple(paragraph.text for paragraph in split_html(html)[1])
