"""Glossary: concepts, and the words for them in each language (TBX, ISO 30042:2019)."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from portal.model.records.record import Record
from portal.model.values.field_marks import Essential, Labels
from portal.model.values.reference import ConceptId, HomeId, OrganizationId
from portal.model.values.strict import Model
from portal.model.values.words import Chinese, English, Text
from portal.model.values.zhuyin import Zhuyin, check_reading

SubjectField = Annotated[Literal[
    "relation", "document", "diplomacy", "protocol", "activity", "network", "urban-policy", "planning", "budget",
    "administration", "title", "institution", "organization", "event", "place", "date",
], Labels("subject_field")]  # fmt: skip
"""Field of knowledge (TBX `subjectField`)."""

TermStatus = Annotated[Literal["preferred", "admitted", "deprecated"], Labels("term")]
"""TBX `administrativeStatus`: use it; may be used; do not use it."""


class ChineseTerm(Model):
    """A Chinese word for the concept."""

    term: Chinese
    """The word."""
    status: TermStatus
    """Whether to use it."""
    home: Annotated[HomeId | None, Essential()] = None
    """The only government to which this status applies. If left out, it applies everywhere."""
    note: Text | None = None
    """When to use it, or why not."""


class EnglishTerm(ChineseTerm):
    """An English word for the concept."""

    term: English
    """The word."""


class Terms(Model):
    """Words by language, with at least one preferred word in each."""

    zh: tuple[ChineseTerm, ...] = Field(min_length=1)
    """Chinese words, the preferred one first."""
    en: tuple[EnglishTerm, ...] = Field(min_length=1)
    """English words, the preferred one first."""


class Concept(Record):
    """A concept: one meaning, with all the words for it."""

    subject_field: SubjectField
    """Field of knowledge."""
    definition: Text | None = None
    """What it means, in one sentence."""
    note: Text | None = None
    """Usage: who uses it, and what it does not mean."""
    terms: Terms
    """Words for it, by language."""
    reading: Zhuyin | None = None
    """How its preferred Chinese word is read, a syllable of Zhuyin for each character: ``ㄔㄤˊ ㄑㄧˊ``. Only where a
    character is not read as usual; the list in the order of Zhuyin goes by it."""
    organization: OrganizationId | None = None
    """The record of the organization it names, if there is one."""
    related: tuple[ConceptId, ...] = ()
    """Ids of concepts to compare."""

    @model_validator(mode="after")
    def _is_read_whole(self) -> Self:
        if self.reading:
            check_reading(self.reading, self.preferred("zh"))
        return self

    def preferred(self, locale: str) -> str:
        """The first preferred word in ``zh`` or ``en``, if possible one that applies everywhere."""
        terms = self.terms.zh if locale == "zh" else self.terms.en
        ranked = sorted(terms, key=lambda t: (t.status != "preferred", t.home is not None))
        return ranked[0].term

    def title_in(self, locale: str) -> str:
        """The word to use."""
        return self.preferred(locale)
