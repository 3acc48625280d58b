"""Terms in running text: which entry a word means, longest first over every word and name of a language.

What a record is called is known here only so that no term is found inside it (國際事務 in 國際事務科), and so are
deprecated words, everyday words (單位) and words with more than one meaning: nothing is found in them, and they are
found as nothing.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import regex

from portal.model.records.kinds import GLOSSARY
from portal.model.terminology.english_forms import forms_of
from portal.text.chinese_words import WordEnds
from portal.text.phrase_finder import PhraseFinder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.terminology.term_base import TermBase
    from portal.model.terminology.term_entry import EntryTerm, TermEntry
    from portal.text.phrase_finder import Found

_HAN = regex.compile(r"\p{Han}")
_BEGINNING = re.compile(r"(?:^|[.!?:][”’)\]]*\s)[“‘(\[]*$")
"""What stands before the first word of a sentence."""

_CAPITALIZED = re.compile(r" [A-Z][a-z]")
"""After a word with a capital it says that both are a name: Mayor Lin."""

_SHORTEST = 2
"""Characters of a Chinese word that is found by itself: 縣, 區 and 局 are parts of too many others."""

_SHORT = 2
"""Characters of a Chinese word that has other meanings besides, as one English word has."""

FAMILIAR = frozenset(("place", "title", "date"))
"""Fields whose words every reader knows, such as 市長: texts have them in every line."""


class Term(NamedTuple):
    """A word of a concept in a text."""

    start: int
    end: int
    concept: str
    """Its id."""
    is_telling: bool
    """Whether it says by itself what is meant. A short word (order, 單位) has other meanings too."""


class TermFinder:
    """The words of a language, ready to be looked for."""

    def __init__(self, base: TermBase, language: str) -> None:
        self._language = language
        exact: dict[str, set[str]] = defaultdict(set)
        capitalized: dict[str, set[str]] = defaultdict(set)
        for entry in base.values():
            for term in entry.words(language):
                meant = _meant(entry, term)
                for form in forms_of(term) if language == "en" else (term.text,):
                    exact[form].add(meant)
                    if language == "en" and form[:1].islower():
                        capitalized[form[0].upper() + form[1:]].add(meant)
        self._exact = {form: _only(meanings) for form, meanings in exact.items()}
        self._capitalized = {
            form: _only(meanings) for form, meanings in capitalized.items() if form not in exact
        }
        """Forms that are written with a capital at the beginning of a sentence alone."""

    @cached_property
    def words(self) -> dict[str, str]:
        """All that is looked for, with the id of the concept that it means; empty if it means none or several."""
        return {**self._exact, **self._capitalized}

    @property
    def readings(self) -> dict[str, tuple[str, bool]]:
        """All words with what they mean, and whether they are written so within a sentence too."""
        return {word: (concept, word in self._exact) for word, concept in self.words.items()}

    @cached_property
    def _finder(self) -> PhraseFinder:
        return PhraseFinder(self.words)

    @cached_property
    def _telling(self) -> PhraseFinder:
        return PhraseFinder(word for word, concept in self.words.items() if concept)

    def may_stand_in(self, text: str) -> bool:
        """Whether any word of a concept is part of a text; most texts have none, and need not be taken apart."""
        return self._telling.is_in(text)

    def mentions(self, text: str) -> list[Term]:
        """The words of concepts in a text, in order, before a dictionary is asked.

        They are all that the terms of a text depend on besides the text.
        """
        found = self._finder.find(text, lambda one: self._is_written_so(text, one))
        return [
            Term(one.start, one.end, concept, self._is_telling(one.phrase))
            for one in found
            if (concept := self.words[one.phrase])
        ]

    def find(self, text: str) -> list[Term]:
        """The words of concepts in a text, in order: those whose ends are ends of words by the dictionary too."""
        found = self.mentions(text)
        return [one for one, fits in zip(found, self._divided(text, found), strict=True) if fits]

    def _is_telling(self, phrase: str) -> bool:
        if self._language == "zh":
            return len(phrase) > _SHORT
        return " " in phrase or (phrase in self._exact and not phrase.islower())

    def _divided(self, text: str, found: list[Term]) -> Iterator[bool]:
        """Of each whether the dictionary has no word that goes over one of its ends."""
        if found:
            ends = WordEnds(text)
            for one in found:
                yield ends.has(one.start) and ends.has(one.end)

    def _is_written_so(self, text: str, found: Found) -> bool:
        """Whether a word is what it seems to be, by its capital letter and that of the next word."""
        if found.phrase in self._exact:
            return True
        is_name = _CAPITALIZED.match(text, found.end) is not None
        return (
            not is_name
            and _BEGINNING.search(text, max(0, found.start - 6), found.start) is not None
        )


def _meant(entry: TermEntry, term: EntryTerm) -> str:
    """The concept to which a word leads, if it does."""
    is_found = (
        entry.kind == GLOSSARY.name
        and entry.subject_field not in FAMILIAR
        and entry.definition is not None
        and term.status != "deprecated"
        and term.usage != "everyday"
    )
    is_long = len(term.text) >= _SHORTEST or not _HAN.match(term.text)
    return entry.id if is_found and is_long else ""


def _only(meanings: set[str]) -> str:
    return next(iter(meanings)) if len(meanings) == 1 else ""
