"""Dated texts for the public, in both languages."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field

from portal.model.records.attachment import Attachment
from portal.model.records.contact import Contact
from portal.model.records.correction import Withdrawal
from portal.model.records.image import Image
from portal.model.records.record import Titled
from portal.model.values.field_marks import Essential, Labels
from portal.model.values.moment import Moment
from portal.model.values.reference import (
    CityId,
    ExchangeId,
    HomeId,
    IssuerId,
    OrganizationId,
    PlanId,
    TripReportId,
)
from portal.model.values.strict import Count
from portal.model.values.tense import Tense
from portal.model.values.time_order import NotAfter, NotBefore
from portal.model.values.words import Prose, Text

Category = Annotated[Literal[
    "agreements", "visits", "activities", "organizations", "results", "announcements", "background",
], Labels("press.category")]  # fmt: skip
"""The main topic of a release: one each, so that lists do not overlap."""

Audience = Annotated[
    Literal["public", "media", "students", "businesses", "foreign-residents", "governments"],
    Labels("press.audience"),
]
"""The readers a release is written for (schema.org `audience`)."""

Goal = Annotated[Count, Field(ge=1, le=17)]
"""One of the 17 Sustainable Development Goals (UN General Assembly, A/RES/70/1), by number."""


_STAYS = frozenset((
    "id", "former_ids", "title", "date", "issuer", "category", "homes", "cities", "withdrawn",
    "public_from", "public_until",
))  # fmt: skip
"""Fields of a withdrawn release that its page and its feeds need; those feeds are also of homes and cities."""


class PressRelease(Titled):
    """A press release. Without `issuer` it is the portal editors' own text, and sources are required."""

    title: Text
    """Headline."""
    date: Annotated[
        Moment,
        Tense("open", earliest=1900, ahead=10),
        NotBefore("public_from"),
        NotAfter("public_until"),
    ]
    """When it is published, to the minute if known (Asia/Taipei); it is not public before. Its year is the folder."""
    issuer: Annotated[IssuerId | None, Essential()] = None
    """The home or unit that issued it. If left out, the portal's editors wrote it from the sources."""
    category: Category
    """Its main topic; the release is listed there."""
    audience: tuple[Audience, ...] = ("public",)
    """The readers it is written for."""
    lead: Text
    """The news in one or two sentences; shown in lists and feeds."""
    body: Prose
    """The text, in CommonMark; headings begin at level 2."""
    images: tuple[Image, ...] = ()
    """Its pictures, the most important first."""
    attachments: tuple[Attachment, ...] = ()
    """Documents to download with it."""
    contact: Contact | None = None
    """The office that answers questions about it."""
    homes: tuple[HomeId, ...] = ()
    """Homes it is about."""
    cities: tuple[CityId, ...] = ()
    """Cities it is about."""
    organizations: tuple[OrganizationId, ...] = ()
    """Organizations it is about."""
    exchanges: tuple[ExchangeId, ...] = ()
    """Exchanges it reports on."""
    trip_reports: tuple[TripReportId, ...] = ()
    """Trip reports it is about."""
    plans: tuple[PlanId, ...] = ()
    """Plans it is about."""
    goals: tuple[Goal, ...] = ()
    """Sustainable Development Goals it is about, by number."""
    withdrawn: Withdrawal | None = None
    """When and why it was withdrawn. Its page and its feeds keep only this; lists and links leave it out."""

    @property
    def appears(self) -> Moment | None:
        """When it becomes public: not before its date."""
        return max(self.date, self.public_from or self.date)

    @property
    def is_withdrawn(self) -> bool:
        """Whether only its own page and its feeds still tell of it."""
        return self.withdrawn is not None

    @property
    def public_part(self) -> Self:
        """All of it; of a withdrawn one the headline, and when and why it was withdrawn."""
        if self.withdrawn is None:
            return self
        taken = {n: f for n, f in type(self).model_fields.items() if n not in _STAYS}
        blank = {name: _NO_WORDS for name, field in taken.items() if field.is_required()}
        rest = {name: field.get_default() for name, field in taken.items() if name not in blank}
        return self.model_copy(update=rest | blank)

    @property
    def modified(self) -> Moment:
        """When its text was last changed or, for a withdrawn one, when it was withdrawn."""
        changed = self.withdrawn.date if self.withdrawn else super().modified
        return max(self.date, changed or self.date)


_NO_WORDS = Prose.model_construct(zh="", en="")
"""In place of a required text that was taken away."""
