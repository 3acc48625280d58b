"""The governments whose diplomacy the portal shows, and their offices."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, ClassVar, Literal

from pydantic import Field

from portal.model.records.partnership import PartnershipKind
from portal.model.records.record import Evidence, Named
from portal.model.records.term import OtherTerms
from portal.model.values.coordinates import Coordinates
from portal.model.values.field_marks import Essential, Labels
from portal.model.values.names import Names, PlaceNames
from portal.model.values.reference import CityId, Id, UnitId
from portal.model.values.strict import Count, Flag, Model
from portal.model.values.tense import DateHappened
from portal.model.values.time_order import OldestFirst
from portal.model.values.url import Url
from portal.model.values.words import Prose, Text

if TYPE_CHECKING:
    from collections.abc import Collection

Level = Annotated[Literal[
    "city", "special-municipality", "county", "prefecture", "province", "state", "district",
    "township", "county-administered-city", "region", "territory", "bureau",
], Labels("level")]  # fmt: skip
"""Level of a place or office in its own country's system."""


class Unit(Evidence):
    """An office or lower-level government of a home, with its one official English name."""

    id: Id
    """Permanent and unique across all homes; it begins with the home's id: `kaohsiung-tourism`."""
    name: PlaceNames
    """Official name without that of the government: 觀光局, Tourism Bureau."""
    level: Level
    """`bureau` for offices; `district`, `township` and so on for lower-level governments, whose ties are their own."""
    former_names: tuple[PlaceNames, ...] = ()
    """Its former official names."""
    terms: OtherTerms | None = None
    """Words for it besides its name, with that of the government or without: acceptable ones, and those not to use."""
    note: Text | None = None
    """Anything readers must know, such as a reorganization."""


class Committee(Evidence):
    """A standing body that guides a home's international affairs."""

    name: PlaceNames
    """Official name."""
    chair: Text
    """The chair, by role."""
    members_min: Count
    """Smallest number of members besides the chair."""
    members_max: Count
    """Largest number of members besides the chair."""
    composition: Text
    """Where its members come from."""
    tasks: tuple[Text, ...]
    """Its duties."""


StatedBy = Annotated[Literal["government", "press"], Labels("counts.stated_by")]
"""`government` if the government itself says it, also where the press quotes it; `press` if only a report does."""


Counted = Annotated[Literal["included", "left-out", "unclear"], Labels("reconciliation.counted")]
"""Whether a stated number includes some ties, leaves them out, or does not let it be known."""


class CountReason(Model):
    """Why a stated number is not the portal's own: some ties, or a number of ties, and the reason."""

    cities: tuple[Annotated[CityId, Essential()], ...] = ()
    """The cities whose ties with this government it is about."""
    number: Annotated[Count | None, Field(ge=1)] = None
    """How many ties it is about, if the stated number includes ties of which no record is kept."""
    kind: PartnershipKind | None = None
    """The kind as which the stated number counts them, if it is not that of the tie, or if `number` stands here."""
    counted: Counted
    """Whether the stated number includes them."""
    reason: Text
    """How that is known, or why it is not."""


class StatedCount(Evidence):
    """Numbers that the government or the press stated; the portal shows them beside its own."""

    date: DateHappened | None = None
    """The day, month or year for which it was stated, if known; otherwise explain in `as_of`."""
    stated_by: StatedBy
    """Who states it."""
    as_of: Text
    """When and by whom the number was stated."""
    sister: Count | None = None
    """Sister cities, as stated."""
    partner: Count | None = None
    """Partner cities, as stated."""
    friendship: Count | None = None
    """Friendship cities, as stated."""
    total: Count | None = None
    """Several kinds together, as stated."""
    total_of: tuple[PartnershipKind, ...] = ()
    """The kinds that `total` includes: `[sister, friendship]`. Leave it out only if the source does not say."""
    reasons: tuple[CountReason, ...] = ()
    """What is known of the difference between these numbers and the portal's own; a page sets one against the other."""

    def of(self, kind: str) -> int | None:
        """What it states of one kind alone."""
        return {"sister": self.sister, "partner": self.partner, "friendship": self.friendship}.get(
            kind
        )

    def with_ties(self, home: str, ties: Collection[tuple[str, str]]) -> StatedCount:
        """The same without reasons about a tie that is not among these, given by home and city."""
        left = tuple(
            one for one in self.reasons if all((home, city) in ties for city in one.cities)
        )
        return self if left == self.reasons else self.model_copy(update={"reasons": left})


class Home(Named):
    """A government that publishes here, or one that another government's records refer to."""

    IS_PLACE: ClassVar = True

    full_name: PlaceNames
    """The government's official name: 臺北市政府, Taipei City Government."""
    level: Level
    """Its level in the system of local government."""
    coordinates: Coordinates | None = None
    """The location of its seat."""
    publishes: Flag = True
    """`false` if it is shown only because records mention it; it is then not on the front page or in the totals."""
    summary: Prose | None = None
    """How this government conducts city diplomacy, in a few sentences."""
    goals: tuple[Text, ...] = ()
    """Its stated goals."""
    lines_of_work: tuple[Text, ...] = ()
    """What its international affairs office does."""
    website: Url | None = None
    """Official site."""
    contact_unit: UnitId | None = None
    """The unit in charge of international affairs."""
    units: tuple[Unit, ...] = ()
    """Its offices and lower-level governments that records mention."""
    committees: tuple[Committee, ...] = ()
    """Standing bodies for international affairs."""
    stated_counts: Annotated[tuple[StatedCount, ...], OldestFirst("date")] = ()
    """Totals stated elsewhere, oldest first."""

    def named_with(self, unit: Unit) -> Names:
        """The name beside a unit's own: an office is of the government (高雄市政府觀光局), a district of the place."""
        return self.full_name if unit.level == "bureau" else self.name

    @property
    def latest_statement(self) -> StatedCount | None:
        """The newest of its stated counts; those without a date only if none has one."""
        dated = [stated for stated in self.stated_counts if stated.date]
        return (dated or self.stated_counts or (None,))[-1]

    @property
    def explained(self) -> list[StatedCount]:
        """The stated counts that a page sets against the portal's own: the newest, and those with reasons."""
        return [s for s in self.stated_counts if s.reasons or s is self.latest_statement]

    def formal_name_in(self, locale: str) -> str:
        """The government's official name."""
        return self.full_name[locale]
