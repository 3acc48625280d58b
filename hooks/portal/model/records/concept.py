"""Glossary: concepts, and what each means (TBX, ISO 30042:2019)."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import model_validator

from portal.model.records.record import Record
from portal.model.records.term import Terms
from portal.model.values.field_marks import Labels
from portal.model.values.reference import ConceptId, OrganizationId
from portal.model.values.words import Text
from portal.model.values.zhuyin import Zhuyin, check_reading

SubjectField = Annotated[Literal[
    "relation", "document", "diplomacy", "protocol", "activity", "network", "urban-policy", "planning", "budget",
    "administration", "title", "institution", "organization", "event", "place", "date",
], Labels("subject_field")]  # fmt: skip
"""Field of knowledge (TBX `subjectField`)."""


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
    broader: tuple[ConceptId, ...] = ()
    """Ids of the concepts of which it is a kind or a part (SKOS `broader`); narrower ones follow from it."""
    related: tuple[ConceptId, ...] = ()
    """Ids of concepts to compare (SKOS `related`); one of the two need name the other."""

    @model_validator(mode="after")
    def _is_read_whole(self) -> Self:
        if self.reading:
            check_reading(self.reading, self.preferred("zh"))
        return self

    def preferred(self, locale: str) -> str:
        """The first preferred word in ``zh`` or ``en``, if possible one that applies everywhere."""
        terms = self.terms.zh if locale == "zh" else self.terms.en
        ranked = sorted(terms, key=lambda t: (t.status != "preferred", bool(t.homes)))
        return ranked[0].term

    def title_in(self, locale: str) -> str:
        """The word to use."""
        return self.preferred(locale)
