"""What became of something that was recommended."""

from __future__ import annotations

from typing import Annotated, Literal

from portal.model.records.record import Evidence
from portal.model.values.field_marks import Essential, Labels
from portal.model.values.reference import (
    CityId,
    ExchangeId,
    OrganizationId,
    PlanId,
    PressReleaseId,
    TripReportId,
)
from portal.model.values.tense import DateHappened
from portal.model.values.words import Text

FollowUpStatus = Annotated[
    Literal["open", "in-progress", "done", "not-adopted"], Labels("follow_up.status")
]
"""How far it has come."""


class FollowUp(Evidence):
    """A step of what became of something: how far it came, when, and what it led to. Only what a source says."""

    status: FollowUpStatus
    """How far it had come then: `open`, `in-progress`, `done` or `not-adopted`."""
    date: DateHappened | None = None
    """When, as exactly as the source says."""
    text: Text
    """What was done or decided."""
    exchanges: tuple[Annotated[ExchangeId, Essential()], ...] = ()
    """Exchanges that it led to."""
    press_releases: tuple[Annotated[PressReleaseId, Essential()], ...] = ()
    """Press releases that tell of it."""
    trip_reports: tuple[Annotated[TripReportId, Essential()], ...] = ()
    """Later reports that tell of it."""
    plans: tuple[Annotated[PlanId, Essential()], ...] = ()
    """Plans that took it up."""
    cities: tuple[Annotated[CityId, Essential()], ...] = ()
    """Cities to which it led."""
    organizations: tuple[Annotated[OrganizationId, Essential()], ...] = ()
    """Organizations to which it led."""

    def leads_to(self, kind: str, record_id: str) -> bool:
        """Whether it names that record as something that it led to."""
        return record_id in getattr(self, kind, ())


LED_TO = ("exchanges", "press_releases", "trip_reports", "plans", "cities", "organizations")
"""The kinds of records that a follow-up can name, in the order in which pages show them."""
