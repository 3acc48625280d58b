"""What all records share: id, sources, date of verification, and whether they are public."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from portal.model.records.correction import Correction
from portal.model.records.term import OtherTerms
from portal.model.values.field_marks import Labels, Meaning
from portal.model.values.moment import Moment
from portal.model.values.names import Names
from portal.model.values.reference import Id, IssuerId, SourceRef
from portal.model.values.strict import Flag, Model
from portal.model.values.tense import DayRecorded, MomentOfPublication
from portal.model.values.time_order import NotBefore, OldestFirst
from portal.model.values.url import Url
from portal.model.values.words import Text, Verbatim, Words
from portal.text.policy import is_untranslated

Recallable = Annotated[Literal[
    "name", "level", "subdivision", "coordinates", "kind", "status", "signed", "ended", "adopting_units",
    "since", "until", "start", "end", "place", "summary", "founded", "seat", "website", "rhythm", "roles",
    "terms", "definition", "note",
], Labels("field")]  # fmt: skip
"""Fields whose value an editor may give from memory, without a source. Each has a label ``field.…``."""


class Discrepancy(Model):
    """A place where a source contradicts itself or cannot be right: the printed text, and how we read it."""

    about: Text
    """Which value is meant."""
    printed: Verbatim
    """The value as the source prints it, by language tag."""
    reading: Text
    """How the portal reads it, and why."""


class Evidence(Model):
    """Where facts come from, and how far they have been verified."""

    sources: tuple[SourceRef, ...] = ()
    """Ids of documents in `sources.yaml`, or web addresses."""
    verified: DayRecorded | None = None
    """Day on which a person last compared the facts with the sources. If left out, headline counts exclude it."""
    unsourced: tuple[Recallable, ...] = ()
    """Names of fields whose value is from memory and in no source; the page marks them."""

    @model_validator(mode="after")
    def _unsourced_are_fields(self) -> Self:
        for name in self.unsourced:
            if name not in type(self).model_fields:
                raise PydanticCustomError("unknown-field", "unknown-field", {"found": name})
        return self


class Record(Evidence):
    """A record with a page or an entry of its own."""

    id: Id
    """Permanent and unique within its kind, never reused, the same in both languages, and part of the address."""
    former_ids: tuple[Id, ...] = ()
    """Former ids of this record; their addresses lead here."""
    aliases: tuple[Words, ...] = ()
    """Other names and spellings that people search for, in any language."""
    same_as: tuple[Url, ...] = ()
    """Addresses of the same thing on other sites, such as Wikidata (schema.org `sameAs`)."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """Values that a source prints wrongly or inconsistently; shown on the page."""
    updated: DayRecorded | None = None
    """Day on which its content was last changed in substance (資料更新); it then needs verification again."""
    maintainer: IssuerId | None = None
    """The home or unit responsible for it (資料維護). If left out, the portal's editors are."""
    draft: Flag = False
    """`true` keeps it out of all outputs."""
    public_from: MomentOfPublication | None = None
    """When it may first appear in any output, to the minute (Asia/Taipei); a date without a time means midnight."""
    public_until: Annotated[MomentOfPublication, NotBefore("public_from")] | None = None
    """The last day on which it may appear in any output, or the minute at which it disappears."""
    corrections: Annotated[tuple[Correction, ...], OldestFirst("date")] = ()
    """Mistakes corrected after publication, oldest first."""

    def title_in(self, locale: str) -> str:
        """What it is called in that locale."""
        raise NotImplementedError(type(self).__name__)

    def formal_name_in(self, locale: str) -> str:
        """What it is called in that locale where the full name matters."""
        return self.title_in(locale)

    @property
    def verifiable(self) -> tuple[Evidence, ...]:
        """What is verified separately: the record, or its parts that have sources of their own."""
        return (self,)

    @property
    def has_days(self) -> bool:
        """Whether calendars can show it: its days are known and not in doubt. Kinds with a calendar override it."""
        return False

    @property
    def appears(self) -> Moment | None:
        """When it becomes public; None if it always was."""
        return self.public_from

    @property
    def leaves(self) -> Moment | None:
        """When it stops being public."""
        return self.public_until and self.public_until.over

    @property
    def turns(self) -> tuple[Moment, ...]:
        """When what pages say of it changes by itself, while it is public."""
        return ()

    @property
    def is_withdrawn(self) -> bool:
        """Whether it is public, but no other record may refer to it any more."""
        return False

    @property
    def public_part(self) -> Self:
        """What may be shown of it while it is public, apart from what refers to records that are not."""
        return self

    @property
    def modified(self) -> Moment | None:
        """When its content was last changed, if the record says (schema.org ``dateModified``)."""
        known = [Moment(self.updated)] if self.updated else []
        return max([*known, *(c.date for c in self.corrections)], default=None)

    def has_come(self, now: Moment) -> bool:
        """Whether it has become public."""
        return not self.draft and (self.appears is None or self.appears <= now)

    def is_over(self, now: Moment) -> bool:
        """Whether it has expired."""
        return self.leaves is not None and self.leaves <= now


class Named(Record):
    """A record known by a name."""

    IS_PLACE: ClassVar[bool] = False
    """Whether it is a place, which has a name in Chinese; an organization may only have one in Latin letters."""

    name: Names
    """In Chinese and English, and in the local language if that is another."""
    terms: OtherTerms | None = None
    """Words for it besides its name: wordings of certain governments, acceptable ones, and those not to use."""
    note: Text | None = Field(default=None)
    """Anything readers must know to understand the record correctly."""

    @model_validator(mode="after")
    def _has_name_of_a_place(self) -> Self:
        if self.IS_PLACE and is_untranslated(self.name.zh):
            raise PydanticCustomError(
                "untranslated", "untranslated", {"found": self.name.zh, "at": ("name", "zh")}
            )
        return self

    def title_in(self, locale: str) -> str:
        """Its name."""
        return self.name[locale]


class Titled(Record):
    """A record known by a title."""

    title: Annotated[Text, Meaning("標題。")]
    """What it is called."""

    def title_in(self, locale: str) -> str:
        """Its title."""
        return self.title[locale]
