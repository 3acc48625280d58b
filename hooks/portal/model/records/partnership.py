"""The tie between a home and a city, and the agreements behind it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from portal.model.records.record import Evidence
from portal.model.values.field_marks import Essential, Labels, Secret, choices_of
from portal.model.values.names import Names
from portal.model.values.partial_date import PartialDate
from portal.model.values.reference import ExchangeId, HomeId, PartyId, UnitId
from portal.model.values.strict import Flag, Model
from portal.model.values.tense import DateHappened, Tense
from portal.model.values.time_order import Inside, NotBefore, OldestFirst
from portal.model.values.url import Url
from portal.model.values.words import Text, Verbatim

PartnershipKind = Annotated[
    Literal["sister", "friendship", "partner", "agreement-only"], Labels("kind")
]
"""`agreement-only` is a memorandum on a single topic, never included in headline counts."""

PARTNERSHIP_KINDS: tuple[PartnershipKind, ...] = (
    "sister",
    "friendship",
    "partner",
    "agreement-only",
)
"""In the order in which lists show them."""

HEADLINE_KINDS = PARTNERSHIP_KINDS[:-1]
"""Those that headline counts include."""

Status = Annotated[
    Literal["proposed", "signed", "active", "dormant", "ended", "unknown"], Labels("status")
]
"""`proposed` → `signed` → `active`; then `dormant` or `ended`. `unknown` if only the other side lists the tie."""

STATUSES: tuple[str, ...] = choices_of(Status)
"""In the order in which lists show them."""


class Commitment(Evidence):
    """What the parties of an agreement committed to, and what became of it."""

    text: Text
    """What is to be done."""
    outcome: Text | None = None
    """What became of it, according to a source."""
    exchanges: tuple[ExchangeId, ...] = ()
    """Exchanges that carried it out."""


class Agreement(Evidence):
    """A signed instrument."""

    title: Text
    """What it is called here."""
    as_signed: Verbatim | None = None
    """Its title exactly as signed, by language tag."""
    signed: DateHappened | None = None
    """Day, month or year of signing."""
    until: Annotated[PartialDate, Tense("open", ahead=50), NotBefore("signed")] | None = None
    """When it expires, if it says."""
    parties: tuple[PartyId, ...] = Field(min_length=2)
    """Ids of the homes, units, cities or organizations that signed."""
    subject: Text | None = None
    """What it is about."""
    renews: Flag = False
    """`true` if it renews, confirms or replaces an earlier agreement of the same parties."""
    commitments: tuple[Commitment, ...] = ()
    """What the parties committed to."""
    document: Url | None = None
    """Where the text can be read."""


class Signers(Model):
    """Bodies that signed and have since been replaced; they are shown but never counted."""

    home: Names | None = None
    """The predecessor of the home, such as 高雄縣."""
    city: Names | None = None
    """The predecessor of the city, such as Landkreis Annaberg."""


class Stage(Evidence):
    """A turning point in a tie."""

    date: DateHappened | None = None
    """When it happened, or was first reported."""
    title: Text | None = None
    """What happened, in a few words, as lists tell it; if left out, lists take the text when it is short."""
    text: Text
    """What happened."""
    approver: Text | None = None
    """The body that approved the tie, if this was an approval: a council, a ministry."""
    kind: PartnershipKind | None = None
    """The kind it had from then on, if that changed."""
    status: Status | None = None
    """The status it had from then on, if that changed."""


class Partnership(Evidence):
    """The tie between one home, or one of its units, and the city under which it is written."""

    home: HomeId
    """The government that has the tie, or to which the unit belongs."""
    unit: Annotated[UnitId | None, Essential()] = None
    """The unit (township, district, bureau) that has the tie; such a tie is never counted for the home."""
    kind: PartnershipKind
    """What the two sides call the tie."""
    status: Status
    """Its present status."""
    signed: DateHappened | None = None
    """When it became a tie of the present kind. If left out, the date is unknown or that of the first agreement."""
    ended: Annotated[DateHappened, NotBefore("signed")] | None = None
    """When it ended or lapsed."""
    signed_by: Signers | None = None
    """Predecessors that signed in place of today's home or city."""
    adopting_units: tuple[UnitId, ...] = ()
    """Units responsible for the tie (認養局處)."""
    agreements: Annotated[tuple[Agreement, ...], Inside(("signed",), end="ended")] = ()
    """Signed instruments. Write one with three parties only once, under any of the cities that signed."""
    history: Annotated[tuple[Stage, ...], OldestFirst("date")] = ()
    """Its turning points, oldest first."""
    note: Text | None = None
    """Anything readers must know to understand the tie correctly."""
    confidential: Annotated[Flag, Secret()] = False
    """`true` keeps it out of all outputs, for example a proposed tie before the approvals required by law."""

    @property
    def since(self) -> PartialDate | None:
        """`signed`, or otherwise the date of the first agreement."""
        dates = [agreement.signed for agreement in self.agreements if agreement.signed]
        return self.signed or min(dates, default=None)

    @property
    def is_headline(self) -> bool:
        """Whether headline counts include it: a home's own tie, more than a memorandum, in force, and verified."""
        return (
            self.unit is None
            and self.kind in HEADLINE_KINDS
            and self.status in ("signed", "active")
            and self.verified is not None
        )
