"""Reports on official trips abroad (公務出國報告)."""

from __future__ import annotations

from typing import Annotated

from portal.model.records.follow_up import FollowUp
from portal.model.records.record import Titled
from portal.model.values.reference import CityId, ExchangeId, HomeId, OrganizationId, UnitId
from portal.model.values.strict import Model
from portal.model.values.tense import DayHappened
from portal.model.values.time_order import Inside, NotBefore, OldestFirst
from portal.model.values.words import Prose, Text


class Session(Model):
    """An item of the program."""

    start: DayHappened
    """The day, or the first day."""
    end: Annotated[DayHappened, NotBefore("start")] | None = None
    """Last day, if not the first."""
    title: Text
    """What took place."""
    text: Prose | None = None
    """What was said or seen."""


class Recommendation(Model):
    """What the traveler recommends, and what became of it."""

    text: Text
    """The recommendation."""
    follow_ups: Annotated[tuple[FollowUp, ...], OldestFirst("date")] = ()
    """What became of it, oldest first; empty if no source says."""


class TripReport(Titled):
    """An official's report on a trip: who went (by role), where, when, what they learned, what they recommend."""

    title: Text
    """Title of the report."""
    home: HomeId
    """The government that sent the traveler."""
    unit: UnitId | None = None
    """The unit that sent the traveler."""
    travelers: tuple[Text, ...]
    """The travelers, by role, never by name."""
    purpose: Text
    """The purpose of the trip."""
    place: Text
    """The destination."""
    start: DayHappened
    """Day of departure."""
    end: Annotated[DayHappened, NotBefore("start")]
    """Day of return."""
    reported: Annotated[DayHappened, NotBefore("end")] | None = None
    """Date of the report."""
    shared: Annotated[DayHappened, NotBefore("end")] | None = None
    """Day on which the findings were shared with colleagues."""
    cities: tuple[CityId, ...] = ()
    """Cities visited or met with."""
    organizations: tuple[OrganizationId, ...] = ()
    """Organizations visited, met with or studied."""
    exchanges: tuple[ExchangeId, ...] = ()
    """Exchanges it reports on."""
    summary: Prose
    """The report in brief."""
    programme: Annotated[
        tuple[Session, ...], OldestFirst("start"), Inside(("start", "end"), "start", "end")
    ] = ()
    """What took place, oldest first."""
    findings: tuple[Text, ...] = ()
    """What was learned."""
    recommendations: tuple[Recommendation, ...] = ()
    """What the traveler recommends."""
