"""International organizations and their members."""

from __future__ import annotations

from typing import Annotated, Literal

from portal.model.records.record import Evidence, Named
from portal.model.values.field_marks import Essential, Labels
from portal.model.values.names import Names
from portal.model.values.partial_date import PartialDate
from portal.model.values.reference import CityId, CountryCode, HomeId, Id
from portal.model.values.strict import Count, Model
from portal.model.values.tense import DateHappened, DateLongAgo, Tense
from portal.model.values.time_order import Inside, NotBefore, OldestFirst
from portal.model.values.url import Url
from portal.model.values.words import Text, Words

OrganizationKind = Annotated[Literal[
    "city-network", "initiative", "programme", "conference", "centre",
    "intergovernmental", "development-bank", "non-governmental", "agency", "research",
], Labels("organization.kind")]  # fmt: skip
"""The type of organization."""

MembershipClass = Annotated[
    Literal[
        "member", "full", "associate", "corporate", "founding", "host", "participant", "signatory"
    ],
    Labels("membership"),
]
"""The class of membership."""


class Role(Evidence):
    """An office held in an organization."""

    title: Text
    """Name of the office: 執行局委員, Executive Bureau member."""
    start: Annotated[PartialDate, Tense("open", ahead=10)] | None = None
    """First day of the term."""
    end: Annotated[PartialDate, Tense("open", ahead=30), NotBefore("start")] | None = None
    """Last day of the term."""


class Membership(Evidence):
    """The membership of a home, or of a city on record here, in an organization. Give either `home` or `city`."""

    home: Annotated[HomeId | None, Essential()] = None
    """The government that is a member."""
    city: Annotated[CityId | None, Essential()] = None
    """The partner city that is a member."""
    membership_class: MembershipClass
    """Its class of membership."""
    since: DateHappened | None = None
    """When it joined."""
    until: Annotated[DateHappened, NotBefore("since")] | None = None
    """When it left, if it did."""
    roles: Annotated[tuple[Role, ...], Inside(("start", "end"), "since", "until")] = ()
    """Offices held."""
    groups: tuple[Id, ...] = ()
    """Ids of the organization's groups in which it takes part."""
    note: Text | None = None
    """Anything readers must know."""

    def has_ended(self, today: PartialDate) -> bool:
        """Whether it is surely over."""
        return self.until is not None and self.until.surely_before(today)


class Group(Model):
    """A standing group of members, such as a cluster, committee or section."""

    id: Id
    """Unique within the organization."""
    name: Names
    """Official name."""
    lead: CityId | None = None
    """The city that leads it."""


class Headcount(Evidence):
    """The number of members on a date; the parts must add up to the total."""

    date: DateHappened
    """The date of the numbers."""
    full: Count = 0
    """Full members."""
    associate: Count = 0
    """Associate members."""
    corporate: Count = 0
    """Corporate members."""
    total: Count
    """All members, as printed."""


class Organization(Named):
    """An international organization: a network, program, conference or agency."""

    acronym: Words | None = None
    """Its acronym, as the organization writes it: `UCLG ASPAC`."""
    kind: OrganizationKind
    """The type of organization."""
    founded: DateLongAgo | None = None
    """When it was founded."""
    seat: Text | None = None
    """City of its headquarters."""
    seat_country: CountryCode | None = None
    """Country of its headquarters."""
    website: Url | None = None
    """Official site."""
    rhythm: Text | None = None
    """How often its bodies meet."""
    groups: tuple[Group, ...] = ()
    """Standing groups of members."""
    headcounts: Annotated[
        tuple[Headcount, ...], OldestFirst("date"), Inside(("date",), "founded")
    ] = ()
    """Numbers of members, oldest first."""
    memberships: Annotated[tuple[Membership, ...], Inside(("since", "until"), "founded")] = ()
    """Members among the homes and the cities on record here. Without any, it is known only from exchanges."""

    @property
    def verifiable(self) -> tuple[Evidence, ...]:
        """Its memberships, and then the organization itself."""
        return (*self.memberships, self)
