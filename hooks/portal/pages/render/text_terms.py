"""Which terms stand in prose, and what that depends on: the words of the term base, not what they mean."""

from __future__ import annotations

from functools import cached_property, lru_cache
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

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.catalog import Catalog
    from portal.model.values.words import Text


class TextTerms:
    """The terms of one catalog, which are looked for in both languages; nothing is read before the first text."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog

    @cached_property
    def finders(self) -> dict[str, TermFinder]:
        """What finds the terms of each language."""
        base = build_term_base(self._catalog)
        return {one.code: TermFinder(base, one.code) for one in LOCALES}

    @cached_property
    def words(self) -> bytes:
        """A digest of all words and of what they lead to: as long as it is the same, so is what is found in a text."""
        found = [repr(sorted(finder.words.items())) for finder in self.finders.values()]
        return digest("\0".join(found).encode())

    def concepts_in(self, text: str, language: str) -> frozenset[str]:
        """The ids of the concepts that a prose field names in a language."""
        return self.concepts_named(_paragraphs(text), language)

    def concepts_named(self, lines: Iterable[str], language: str) -> frozenset[str]:
        """The ids of the concepts that lines of text name in a language."""
        finder = self.finders[language]
        return frozenset(term.concept for line in lines for term in finder.mentions(line))

    def key(self, name: str) -> bytes:
        """What is found in the text of that name, in either language; empty if no record has it."""
        text = self._texts.get(name)
        if text is None:
            return b""
        found = [
            [
                self.finders[one.code].mentions(paragraph)
                for paragraph in _paragraphs(text[one.code])
            ]
            for one in LOCALES
        ]
        return digest(repr(found).encode())

    @cached_property
    def _texts(self) -> dict[str, Text]:
        """The prose of all pages."""
        catalog = self._catalog
        records = (one for kind in KINDS.with_pages for one in catalog.of(kind.name).values())
        return {
            name_of(part): part
            for record in records
            for _, part in walk(record)
            if isinstance(part, Prose)
        }


def name_of(text: Text) -> str:
    """The name of a text, by which it is found again as long as nobody changes it."""
    return digest(f"{text['zh']}\0{text['en']}".encode()).hex()


@lru_cache(maxsize=256)
def _paragraphs(text: str) -> tuple[str, ...]:
    html = unwrapped_html(pyromark.html(without_html(text), options=OPTIONS))
    return tuple(paragraph.text for paragraph in split_html(html)[1])
