"""Entries of the term base, as ISO 30042:2019 (TBX) divides them: a meaning, languages, terms."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.records.term import EnglishTerm

if TYPE_CHECKING:
    from portal.model.records.term import (
        ChineseTerm,
        PartOfSpeech,
        TermStatus,
        TermType,
        Usage,
    )
    from portal.model.values.partial_date import PartialDate
    from portal.model.values.words import Text


@dataclass(frozen=True, slots=True)
class EntryTerm:
    """A word in one language, and how far to use it."""

    language: str
    """``zh`` or ``en``."""
    text: str
    status: TermStatus
    homes: tuple[str, ...] = ()
    """The ids of the governments to which the status is limited; empty for everyone."""
    type: TermType | None = None
    """None for a full form."""
    part_of_speech: PartOfSpeech = "noun"
    usage: Usage | None = None
    """In which texts it stands; None for all."""
    forms: tuple[str, ...] = ()
    """Inflected forms that the rules for nouns do not give."""
    note: Text | None = None
    until: PartialDate | None = None
    """The last day on which it was right."""

    @classmethod
    def of(cls, language: str, word: ChineseTerm) -> EntryTerm:
        """A word of a record."""
        return cls(
            language,
            word.term,
            word.status,
            word.homes,
            word.type,
            word.part_of_speech,
            word.usage,
            word.forms if isinstance(word, EnglishTerm) else (),
            word.note,
            word.until,
        )


@dataclass(frozen=True, slots=True)
class TermEntry:
    """A meaning with the words for it: a concept of the glossary, or what has a record and so a name."""

    kind: str
    """The kind of the record: ``glossary``, ``cities``, ``homes``, ``units``, ``organizations`` or ``countries``."""
    id: str
    """Of the record, unique in its kind."""
    subject_field: str
    """Of a concept its own; ``place``, ``institution`` or ``organization`` of what has a name."""
    terms: tuple[EntryTerm, ...]
    """The words, Chinese before English, in the order of their record; a name is the first of its language."""
    definition: Text | None = None

    @property
    def is_name(self) -> bool:
        """Whether its words are names of one thing (TBX ``properNoun``)."""
        return self.kind != "glossary"

    @property
    def homes(self) -> frozenset[str]:
        """The governments that have a word of their own for it; of an office the one to which it belongs."""
        return frozenset(home for term in self.terms for home in term.homes)

    def words(self, language: str) -> tuple[EntryTerm, ...]:
        """The words of a language."""
        return tuple(term for term in self.terms if term.language == language)

    def preferred(self, language: str, home: str = "") -> str:
        """The word to use, for a government if it has one of its own; empty if there is none in that language."""
        found = [term for term in self.words(language) if term.status == "preferred"]
        own = [term for term in found if home and home in term.homes]
        everywhere = [term for term in found if not term.homes]
        return next((term.text for term in (*own, *everywhere, *found)), "")
