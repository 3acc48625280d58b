"""Past and planned events between homes and the world."""

from __future__ import annotations

from typing import Annotated, Literal

from portal.model.records.participants import Participants
from portal.model.records.record import Evidence, Titled
from portal.model.values.field_marks import Labels
from portal.model.values.moment import Moment
from portal.model.values.partial_date import PartialDate
from portal.model.values.reference import (
    CityId,
    CountryCode,
    ExchangeId,
    HomeId,
    OrganizationId,
    PartyId,
    UnitId,
)
from portal.model.values.strict import Flag, Model, Number
from portal.model.values.tense import HAPPENED, Tense, TenseByChoice
from portal.model.values.time_order import NotBefore
from portal.model.values.words import Prose, Text

ExchangeType = Annotated[Literal[
    "visit-received", "visit-made", "meeting", "conference", "course", "signing", "donation",
    "staff-exchange", "student-exchange", "culture", "sport", "fair", "promotion", "transport", "count",
], Labels("exchange.type")]  # fmt: skip
"""The type of exchange. `count` is a figure for a period, such as all receptions in half a year."""

FIGURE = "count"
"""The type of an exchange that is a figure for a period, and no event."""

ExchangeStatus = Annotated[Literal["planned", "held", "cancelled"], Labels("exchange.status")]
"""Whether it took place."""


_TO_COME = Tense("open", ahead=15)
"""Large events are awarded a decade before."""

_BEGUN = TenseByChoice(
    "status", (("held", HAPPENED), ("planned", _TO_COME), ("cancelled", _TO_COME))
)

_FINISHED = TenseByChoice(
    "status",
    (("held", Tense("open", ahead=2)), ("planned", _TO_COME), ("cancelled", _TO_COME)),
)
"""What has begun may go on, as an exchange of students does."""


ExchangeRole = Annotated[
    Literal["host", "guest", "organizer", "signatory", "witness", "donor", "recipient", "speaker"],
    Labels("exchange.role"),
]
"""What somebody was in an exchange."""


class CityPart(Model):
    """A city's part in an exchange."""

    city: CityId
    """Which city."""
    attended: Flag = True
    """`false` if it was involved but not represented."""
    part: Text | None = None
    """What it did or, by role, who came."""


class Figure(Evidence):
    """A number that a source gives, of anything but people."""

    label: Text
    """What is counted."""
    value: Number
    """How many, or how much."""
    unit: Text | None = None
    """Of what."""


class PartyRole(Model):
    """What somebody who took part was, if the type of the exchange does not say it."""

    party: PartyId
    """Id of the home, unit, city or organization; it is among those that took part."""
    role: ExchangeRole
    """What it was."""


class Exchange(Titled):
    """A visit, conference, signing, donation or other event that links homes, units, cities and organizations."""

    title: Text
    """What happened, in a few words."""
    type: ExchangeType
    """The type of exchange."""
    status: ExchangeStatus = "held"
    """Whether it took place."""
    start: Annotated[PartialDate, _BEGUN]
    """First day, or the month or year if that is all that is known. The year is the folder and part of the address."""
    end: Annotated[PartialDate, _FINISHED, NotBefore("start")] | None = None
    """Last day, if not the first."""
    within: Flag = False
    """`true` if it happened on unknown days between `start` and `end`."""
    homes: tuple[HomeId, ...] = ()
    """Governments on this portal that took part."""
    units: tuple[UnitId, ...] = ()
    """Their offices that took part or hosted."""
    cities: tuple[CityPart, ...] = ()
    """Cities that took part."""
    organizations: tuple[OrganizationId, ...] = ()
    """Organizations that took part."""
    counterparts: tuple[Text, ...] = ()
    """Other participants that have no record, by role."""
    countries: tuple[CountryCode, ...] = ()
    """Countries involved, if no city is named."""
    roles: tuple[PartyRole, ...] = ()
    """What those who took part were: host and guest, signatory and witness, donor and recipient."""
    part_of: ExchangeId | None = None
    """The exchange within which it took place, such as the congress of a meeting; lists show it inside that one."""
    follows: tuple[ExchangeId, ...] = ()
    """Earlier exchanges from which it came, according to a source: an invitation, an agreement that it carries out."""
    place: Text | None = None
    """Where."""
    summary: Prose | None = None
    """What happened, in a few sentences."""
    outcomes: tuple[Text, ...] = ()
    """What came of it, each in a sentence."""
    participants: tuple[Participants, ...] = ()
    """How many people took part."""
    figures: tuple[Figure, ...] = ()
    """Other numbers that the source gives."""

    @property
    def is_figure(self) -> bool:
        """Whether it is a figure for a period, which nothing counts as an event."""
        return self.type == FIGURE

    @property
    def has_days(self) -> bool:
        """Whether calendars can show it: its days are known and not in doubt, and it is not just a figure."""
        ends = (self.start, self.end or self.start)
        doubted = self.within or not {"start", "end"}.isdisjoint(self.unsourced)
        return not self.is_figure and not doubted and all(date.day for date in ends)

    @property
    def turns(self) -> tuple[Moment, ...]:
        """When it begins, and is upcoming no longer; when a plan has passed without an outcome."""
        begins = Moment(self.start.first_day)
        passes = Moment((self.end or self.start).last_day).over
        return (begins, passes) if self.status == "planned" else (begins,)

    def is_overdue(self, today: PartialDate) -> bool:
        """Whether its planned time has passed without anyone recording the outcome."""
        return self.status == "planned" and (self.end or self.start).surely_before(today)
