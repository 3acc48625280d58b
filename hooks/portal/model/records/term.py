"""Terms: the words for one meaning, and how far to use each (TBX, ISO 30042:2019)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portal.model.values.field_marks import Essential, Labels
from portal.model.values.reference import HomeId
from portal.model.values.strict import Model
from portal.model.values.tense import DateHappened
from portal.model.values.words import Chinese, English, Text

TermStatus = Annotated[Literal["preferred", "admitted", "deprecated"], Labels("term")]
"""TBX `administrativeStatus`: use it; may be used; do not use it."""

TermType = Annotated[Literal["abbreviation", "short-form", "variant"], Labels("term.type")]
"""TBX `termType`: shortened in letters (`MOU`, 行國處); a part that stands for the whole; another spelling (姐妹市)."""

PartOfSpeech = Annotated[Literal["noun", "proper-noun", "verb", "adjective"], Labels("term.speech")]
"""TBX `partOfSpeech`."""

Usage = Annotated[
    Literal["formal", "in-house", "colloquial", "dated", "everyday"], Labels("term.usage")
]
"""TBX `register`: of signed texts; of offices among themselves; of the press and of speech; of earlier times; of
everyday language, where most readers know it or it means something else."""


class ChineseTerm(Model):
    """A Chinese word for it."""

    term: Chinese
    """The word."""
    status: TermStatus
    """Whether to use it."""
    homes: Annotated[tuple[HomeId, ...], Essential()] = ()
    """The only governments to which this status applies. If left out, it applies everywhere."""
    type: TermType | None = None
    """What sort of word it is. If left out, the full form."""
    part_of_speech: PartOfSpeech = "noun"
    """Its part of speech. If left out, a noun."""
    usage: Usage | None = None
    """In which texts it stands, if not in all. A word that is `everyday` too is looked up but explained in no text."""
    until: DateHappened | None = None
    """The last day on which a name that was given up was right; in records of a later date it is told."""
    note: Text | None = None
    """When to use it, or why not."""


class EnglishTerm(ChineseTerm):
    """An English word for it."""

    term: English
    """The word."""
    forms: tuple[English, ...] = ()
    """Its inflected forms, where they are not the regular plural of a noun: `[signed, signing]`."""


class OtherTerms(Model):
    """Words for something that has a name, by language, besides that name."""

    zh: tuple[ChineseTerm, ...] = ()
    """Chinese words. The preferred ones are those of certain governments: the name itself holds for all others."""
    en: tuple[EnglishTerm, ...] = ()
    """English words."""

    def __bool__(self) -> bool:
        """Whether there is any word: those of governments that are not public are gone."""
        return bool(self.zh or self.en)


class Terms(OtherTerms):
    """Words by language, with at least one preferred word in each."""

    zh: tuple[ChineseTerm, ...] = Field(min_length=1)
    """Chinese words, the preferred one first."""
    en: tuple[EnglishTerm, ...] = Field(min_length=1)
    """English words, the preferred one first."""
