"""What every record has: an id, sources, when it was last checked, whether it is public."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from portal.model.dates import FullDate, PartialDate
from portal.model.reference import Id, IssuerId, SourceRef
from portal.model.strict import Flag, Model
from portal.model.text import Names, Text, Url, Verbatim, Words

Recallable = Literal[
    "name", "level", "subdivision", "coordinates", "kind", "status", "signed", "ended", "adopting_units",
    "since", "until", "start", "end", "place", "summary", "founded", "seat", "website", "rhythm", "roles",
    "terms", "definition", "note",
]  # fmt: skip
"""Fields whose value an editor may recall without a source. Each has a label ``field.…``."""


class Discrepancy(Model):
    """A place where a source contradicts itself or cannot be right: what is printed, and how we read it."""

    about: Text
    """Which value is meant."""
    printed: Verbatim
    """The value as the source prints it, by language tag."""
    reading: Text
    """What the portal takes it to mean, and why."""


class Evidence(Model):
    """Where facts come from and how far they are checked."""

    sources: tuple[SourceRef, ...] = ()
    """Ids of documents in `sources.yaml`, or web addresses."""
    verified: FullDate | None = None
    """Day on which a person last compared the facts with the sources. Left out: not in headline counts."""
    unsourced: tuple[Recallable, ...] = ()
    """Names of fields whose value is recalled and stands in no source; the page marks them."""

    @model_validator(mode="after")
    def _unsourced_are_fields(self) -> Self:
        for name in self.unsourced:
            if name not in type(self).model_fields:
                raise PydanticCustomError("unknown-field", "unknown-field", {"found": name})
        return self


class Record(Evidence):
    """A record with a page or an entry of its own."""

    id: Id
    """Permanent and unique within its kind; never reused, equal in both languages, part of the address."""
    former_ids: tuple[Id, ...] = ()
    """Ids this record had before: their addresses lead here."""
    aliases: tuple[Words, ...] = ()
    """Other names and spellings under which people look for it, in any language."""
    same_as: tuple[Url, ...] = ()
    """Addresses of the same thing elsewhere, such as Wikidata (schema.org `sameAs`)."""
    discrepancies: tuple[Discrepancy, ...] = ()
    """Values that a source prints wrongly or twice differently; shown on the page."""
    updated: FullDate | None = None
    """Day on which what it says was last changed in substance (資料更新)."""
    maintainer: IssuerId | None = None
    """The home or unit that answers for it (資料維護). Left out: the portal's editors."""
    draft: Flag = False
    """`true`: in no output at all."""
    public_from: FullDate | None = None
    """The first day on which it may appear in any output."""

    @property
    def modified(self) -> PartialDate | None:
        """When what it says was last changed, as far as it says itself (schema.org ``dateModified``)."""
        return self.updated

    def is_public(self, today: PartialDate) -> bool:
        """Whether it may appear in any output on that day (Asia/Taipei)."""
        return not self.draft and (self.public_from is None or self.public_from <= today)


class Named(Record):
    """A record known by a name."""

    name: Names
    """In Chinese and English, and in the language of the place if that is another."""
    note: Text | None = Field(default=None)
    """What a reader must know to understand the record rightly."""
