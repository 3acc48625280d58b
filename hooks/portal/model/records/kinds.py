"""The kinds of record, each declared once: all that differs from kind to kind is said here, or derived from it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, Literal, TypeVar, cast

from portal.model.records.city import City
from portal.model.records.concept import Concept
from portal.model.records.country import Country
from portal.model.records.exchange import Exchange
from portal.model.records.home import Home
from portal.model.records.label import Label
from portal.model.records.organization import Organization
from portal.model.records.plan import Plan
from portal.model.records.press_release import PressRelease
from portal.model.records.record import Record
from portal.model.records.source import Source
from portal.model.records.tombstone import Tombstone
from portal.model.records.trip_report import TripReport
from portal.model.values.moment import Moment
from portal.model.values.partial_date import PartialDate
from portal.model.values.strict import Model

if TYPE_CHECKING:
    from collections.abc import Iterator

R_co = TypeVar("R_co", bound=Model, covariant=True)

Feed = Literal["", "news", "calendar"]
"""How records can be followed: not at all; with a feed reader, as texts; with a calendar, as events."""

LAST_RANK = 100
"""The rank of kinds that say none: behind all that do."""

UNITS = "units"
"""The offices of homes: no kind, but named by other records as if they were one."""


class Filing(Enum):
    """How the records of a kind are laid out in files."""

    LIST = "one file, a list of records"
    MAP = "one file, a mapping by key"
    FOLDER = "a folder, a file for each record, named after its id"
    YEARS = "a folder for each year, a file for each record, named after its id"


@dataclass(frozen=True, slots=True)
class Kind(Generic[R_co]):
    """A kind of record."""

    name: str
    """Plural, snake_case: the file or folder in ``data/``, the word in references, the table of the open data."""
    model: type[R_co]
    filing: Filing
    required: bool = False
    """Whether every portal must have it."""
    shared: bool = False
    """Whether the generator's own file is the base that a portal's file adds to."""
    has_media: bool = False
    """Whether pictures and documents may lie beside a record, in a folder that is named after its id."""
    section: str = ""
    """First part of the addresses of its list and its pages, and of the labels of the list: ``press``. Empty: none."""
    noun: str = ""
    """Template and labels of a record's page, and the name of the record in it: ``press_release``.

    Empty: its records have no page, and those of a kind with a list an anchor there.
    """
    date: str = ""
    """The field that says when: the year of files in folders by year and of their addresses, in lists and in the
    search. Empty: its records have no date."""
    end: str = ""
    """The field that says until when, if there is one."""
    schema_type: str = ""
    """The type of all its records in schema.org, which some of them may narrow."""
    rank: int = LAST_RANK
    """Its place among the kinds that the search offers, and among namesakes that it finds."""
    feed: Feed = ""

    @property
    def holds_records(self) -> bool:
        """Whether its values have ids, sources and a time to be public: words, names and tombstones have not."""
        return issubclass(self.model, Record)

    @property
    def has_ids(self) -> bool:
        """Whether its values have an id, and not the key of a file."""
        return self.filing is not Filing.MAP

    @property
    def by_year(self) -> bool:
        """Whether files and addresses are kept apart by year."""
        return self.filing is Filing.YEARS

    @property
    def path(self) -> str:
        """The file, or the folder, inside ``data/``."""
        in_one_file = self.filing in (Filing.LIST, Filing.MAP)
        return f"{self.name}.yaml" if in_one_file else self.name

    def begin(self, record: Model) -> PartialDate | None:
        """When a record begins, of any precision; nothing for a kind without a date."""
        return _day(getattr(record, self.date)) if self.date else None

    def finish(self, record: Model) -> PartialDate | None:
        """When it ends, if that is known."""
        return _day(getattr(record, self.end)) if self.end else None


def _day(value: PartialDate | Moment | int | None) -> PartialDate | None:
    if isinstance(value, Moment):
        return value.day
    return PartialDate(value) if isinstance(value, int) else value


class Kinds(Collection[Kind[Model]]):
    """All kinds, in the order in which they are read: a record may be public only if one of an earlier kind is."""

    def __init__(self) -> None:
        self._by_name: dict[str, Kind[Model]] = {}
        self._by_model: dict[type, Kind[Model]] = {}

    def declare(self, kind: Kind[R_co]) -> Kind[R_co]:
        """Add a kind, before anything is read. Raises ValueError when it contradicts itself or another."""
        if kind.name in self._by_name or kind.model in self._by_model:
            raise ValueError(f"{kind.name}: another kind has this name or model")
        fields = kind.model.model_fields
        if missing := [name for name in (kind.date, kind.end) if name and name not in fields]:
            raise ValueError(f"{kind.name}: the model has no field {missing[0]}")
        if kind.feed == "news" and not issubclass(kind.model, PressRelease):
            raise ValueError(f"{kind.name}: only press releases can be followed as news")
        if kind.by_year and not kind.date:
            raise ValueError(f"{kind.name}: a kind by year has a date")
        if kind.noun and not (kind.section and kind.schema_type and kind.holds_records):
            raise ValueError(f"{kind.name}: pages need a section, a type in schema.org and records")
        if kind.section and any(other.section == kind.section for other in self):
            raise ValueError(f"{kind.name}: another kind has the section {kind.section}")
        self._by_name[kind.name] = self._by_model[kind.model] = kind
        return kind

    def __iter__(self) -> Iterator[Kind[Model]]:
        return iter(self._by_name.values())

    def __len__(self) -> int:
        return len(self._by_name)

    def __contains__(self, kind: object) -> bool:
        return kind in self._by_name.values()

    def __getitem__(self, name: str) -> Kind[Model]:
        return self._by_name[name]

    def of(self, value: object) -> Kind[Model] | None:
        """The kind of a value; nothing for what is no record, but a part of one or something else."""
        return self._by_model.get(type(value))

    @property
    def with_records(self) -> tuple[Kind[Record], ...]:
        """Those whose values have an id and a time to be public."""
        return tuple(cast("Kind[Record]", kind) for kind in self if kind.holds_records)

    @property
    def with_pages(self) -> tuple[Kind[Record], ...]:
        """Those of which every record has a page; so each has a list too."""
        return tuple(kind for kind in self.with_records if kind.noun)

    @property
    def with_lists(self) -> tuple[Kind[Record], ...]:
        """Those that have a list, the ones with pages first."""
        listed = (kind for kind in self.with_records if kind.section and not kind.noun)
        return (*self.with_pages, *listed)

    @property
    def with_media(self) -> tuple[Kind[Record], ...]:
        """Those with pictures and documents beside a record."""
        return tuple(kind for kind in self.with_records if kind.has_media)


KINDS = Kinds()

LABELS = KINDS.declare(Kind("labels", Label, Filing.MAP, shared=True))

COUNTRIES = KINDS.declare(
    Kind("countries", Country, Filing.LIST, shared=True, schema_type="Country")
)

SOURCES = KINDS.declare(
    Kind("sources", Source, Filing.LIST, section="sources", schema_type="CreativeWork")
)

HOMES = KINDS.declare(
    Kind(
        "homes", Home, Filing.LIST, required=True,
        section="homes", noun="home", schema_type="GovernmentOrganization", rank=10,
    )
)  # fmt: skip

CITIES = KINDS.declare(
    Kind(
        "cities", City, Filing.LIST, required=True,
        section="cities", noun="city", schema_type="AdministrativeArea", rank=20,
    )
)  # fmt: skip

ORGANIZATIONS = KINDS.declare(
    Kind(
        "organizations", Organization, Filing.LIST,
        section="organizations", noun="organization", schema_type="Organization", rank=30,
    )
)  # fmt: skip

EXCHANGES = KINDS.declare(
    Kind(
        "exchanges", Exchange, Filing.YEARS,
        section="exchanges", noun="exchange", date="start", end="end", schema_type="Event", rank=80,
        feed="calendar",
    )
)  # fmt: skip

PRESS_RELEASES = KINDS.declare(
    Kind(
        "press_releases", PressRelease, Filing.YEARS, has_media=True,
        section="press", noun="press_release", date="date", schema_type="NewsArticle", rank=90,
        feed="news",
    )
)  # fmt: skip

TRIP_REPORTS = KINDS.declare(
    Kind(
        "trip_reports", TripReport, Filing.FOLDER,
        section="reports", noun="trip_report", date="start", end="end", schema_type="Report", rank=70,
    )
)  # fmt: skip

PLANS = KINDS.declare(
    Kind(
        "plans", Plan, Filing.FOLDER,
        section="plans", noun="plan", date="start", end="end", schema_type="CreativeWork", rank=60,
    )
)  # fmt: skip

GLOSSARY = KINDS.declare(
    Kind(
        "glossary", Concept, Filing.LIST,
        section="glossary", noun="concept", schema_type="DefinedTerm", rank=50,
    )
)  # fmt: skip

TOMBSTONES = KINDS.declare(Kind("tombstones", Tombstone, Filing.MAP))
