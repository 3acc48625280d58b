"""Dated texts for the public, in both languages."""

from __future__ import annotations

from portal.model.dates import FullDate, PartialDate
from portal.model.record import Record
from portal.model.reference import (
    CityId,
    ExchangeId,
    HomeId,
    IssuerId,
    OrganizationId,
    PlanId,
    TripReportId,
)
from portal.model.text import Prose, Text


class PressRelease(Record):
    """A press release. Without `issuer` it is the portal editors' own text, and its sources must be given."""

    title: Text
    """Headline."""
    date: FullDate
    """Day of publication; its year is the folder and part of the address."""
    issuer: IssuerId | None = None
    """The home or unit that issued it. Left out: written by the portal's editors from the sources."""
    lead: Text
    """The news in one or two sentences; shown in lists."""
    body: Prose
    """The text, in CommonMark; headings begin at level 2."""
    homes: tuple[HomeId, ...] = ()
    """Homes it is about."""
    cities: tuple[CityId, ...] = ()
    """Cities it is about."""
    organizations: tuple[OrganizationId, ...] = ()
    """Organizations it is about."""
    exchanges: tuple[ExchangeId, ...] = ()
    """Exchanges it reports."""
    trip_reports: tuple[TripReportId, ...] = ()
    """Trip reports it is about."""
    plans: tuple[PlanId, ...] = ()
    """Plans it is about."""

    @property
    def modified(self) -> PartialDate:
        """When its text was last changed, or else published."""
        return self.updated or self.date
