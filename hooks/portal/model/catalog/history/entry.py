"""An entry of a history: something that took place, is planned, or runs out on a day."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from portal.model.records.exchange import FIGURE, ExchangeType
from portal.model.values.field_marks import choices_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.tie import Seat, Tie
    from portal.model.records.exchange import Exchange
    from portal.model.records.organization import Role
    from portal.model.records.partnership import Agreement, Stage
    from portal.model.records.plan import Plan
    from portal.model.records.record import Evidence, Record
    from portal.model.records.trip_report import TripReport
    from portal.model.values.partial_date import PartialDate

FAMILIES: dict[str, tuple[str, ...]] = {
    "signings": ("signing",),
    "visits": ("visit-received", "visit-made", "meeting"),
    "conferences": ("conference", "course"),
    "activities": (
        "culture", "sport", "fair", "promotion", "transport", "donation", "student-exchange", "staff-exchange",
    ),
    "affairs": ("tie", "approval", "expiry", "membership", "role"),
    "papers": ("report", "plan"),
}  # fmt: skip
"""The kinds of entries by family, in the order in which they are drawn; a family has a color and a shape."""

FAMILY_OF = {kind: family for family, kinds in FAMILIES.items() for kind in kinds}

assert set(choices_of(ExchangeType)) - {FIGURE} <= FAMILY_OF.keys()

State = Literal["past", "planned", "overdue", "cancelled", "due"]
"""``planned``: it is to come; ``overdue``: a plan of which nobody recorded the outcome; ``due``: an agreement that
runs out in this year or later. Only what is ``past`` is counted."""


@dataclass(slots=True)
class Entry:
    """What several records may tell of: an exchange, a signing, a turn of a tie, a membership, a report, a plan."""

    id: str
    """Of the exchange, or of the tie, seat or document and the date: unique, and the same from build to build."""
    kind: str
    """A type of exchange but ``count``, or another kind of ``FAMILIES``."""
    start: PartialDate
    end: PartialDate | None = None
    """The last day, if not the first."""
    within: bool = False
    """Whether it took place on unknown days between both."""
    homes: tuple[str, ...] = ()
    """Governments that took part, themselves or by a unit, by id."""
    units: tuple[str, ...] = ()
    cities: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    """Those of the cities that were involved but not represented."""
    organizations: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    """Codes of countries that are named without a city."""
    exchange: Exchange | None = None
    ties: list[Tie] = field(default_factory=list)
    """Ties that it began or changed."""
    agreements: list[Agreement] = field(default_factory=list)
    """What was signed; of an expiry, what runs out."""
    stages: list[Stage] = field(default_factory=list)
    """What the records of ties say of it."""
    seat: Seat | None = None
    role: Role | None = None
    """The office taken; without one, the membership itself."""
    is_end: bool = False
    """Whether a tie or a membership ended."""
    reports: list[TripReport] = field(default_factory=list)
    plan: Plan | None = None
    inner: list[Entry] = field(default_factory=list)
    """What took place within it."""

    @property
    def family(self) -> str:
        """The family of its kind."""
        return FAMILY_OF[self.kind]

    @property
    def last(self) -> PartialDate:
        """Its last day, as far as it is known."""
        return self.end or self.start

    @property
    def has_days(self) -> bool:
        """Whether calendars can show it: an exchange or a signing, of days that are known and not in doubt."""
        if self.exchange:
            return self.exchange.has_days
        told: list[Evidence] = [*self.agreements, *self.stages]
        told = told or [tie.partnership for tie in self.ties]
        doubted = all("signed" in part.unsourced for part in told)
        return self.kind == "signing" and bool(self.start.day) and not doubted

    def state(self, today: PartialDate) -> State:
        """What is to be said of it on a day."""
        if self.exchange and self.exchange.status != "held":
            if self.exchange.status == "cancelled":
                return "cancelled"
            return "overdue" if self.exchange.is_overdue(today) else "planned"
        if self.kind == "expiry" and not self.start.surely_before(today):
            return "due"
        return "planned" if self.start > today else "past"

    @property
    def evidence(self) -> tuple[Evidence, ...]:
        """The records that tell of it, and have sources."""
        told: list[Evidence] = [self.exchange] if self.exchange else []
        told += [*self.agreements, *self.stages, *self.reports]
        told += [
            part for part in (self.role, self.seat and self.seat.membership, self.plan) if part
        ]
        return tuple(told or [tie.partnership for tie in self.ties])

    @property
    def records(self) -> tuple[Record, ...]:
        """The records that tell of it."""
        told: list[Record] = [self.exchange] if self.exchange else []
        told += [*(tie.city for tie in self.ties), *self.reports]
        told += [self.seat.organization] if self.seat else []
        return tuple([*told, self.plan] if self.plan else told)

    def subjects(self) -> Iterator[str]:
        """The subjects in whose histories it stands, as ``cities/jp-kaga``; of ties it knows only its own."""
        for kind in ("homes", "units", "cities", "organizations"):
            yield from (f"{kind}/{one}" for one in getattr(self, kind))


def newest_first(entry: Entry) -> tuple[int, int, int, int, int, str]:
    """The key by which entries are sorted: a month follows its days, and a year its months."""
    last = entry.last
    return -entry.start.year, -entry.start.month, -entry.start.day, -last.month, -last.day, entry.id
