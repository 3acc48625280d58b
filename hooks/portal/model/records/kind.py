"""What a kind of record is, and the register of all kinds."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Generic, Literal, TypeVar, cast

from portal.model.records.press_release import PressRelease
from portal.model.records.record import Record
from portal.model.values.strict import Model
from portal.model.values.time_order import day_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from portal.model.values.moment import Moment
    from portal.model.values.partial_date import PartialDate

R_co = TypeVar("R_co", bound=Model, covariant=True)

Feed = Literal["", "news", "calendar"]
"""How readers can follow records: not at all, as texts in a feed reader, or as events in a calendar."""

LAST_RANK = 100
"""The rank of kinds that state none: after all others."""

UNITS = "units"
"""The offices of homes. They are not a kind, but records refer to them as if they were."""


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
    """Whether every portal must have this file or folder."""
    shared: bool = False
    """Whether the generator's own file is the base that a portal's file adds to."""
    has_media: bool = False
    """Whether pictures and documents may be beside a record, in a folder named after its id."""
    section: str = ""
    """First part of the addresses of its list and its pages, and of the labels of the list: ``press``. Empty: none."""
    noun: str = ""
    """Template and labels of a record's page, and the name of the record in it: ``press_release``.

    If empty, its records have no page; if the kind has a list, they have an anchor there.
    """
    date: str = ""
    """The field with the date, which gives the year of folders and addresses, and the date in lists and search.
    If empty, its records have no date."""
    end: str = ""
    """The field with the end date, if there is one."""
    schema_type: str = ""
    """The type of all its records in schema.org, which some of them may narrow."""
    rank: int = LAST_RANK
    """Its position among the kinds that the search offers, and among results of the same name."""
    feed: Feed = ""

    @property
    def holds_records(self) -> bool:
        """Whether its values have ids, sources and publication dates; labels, countries and tombstones do not."""
        return issubclass(self.model, Record)

    @property
    def has_ids(self) -> bool:
        """Whether its values have an id, rather than a key in the file."""
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
        """When a record begins, with any precision; None for a kind without dates."""
        return _day(getattr(record, self.date)) if self.date else None

    def finish(self, record: Model) -> PartialDate | None:
        """When it ends, if that is known."""
        return _day(getattr(record, self.end)) if self.end else None


def _day(value: PartialDate | Moment | int | None) -> PartialDate | None:
    return None if value is None else day_of(value)


class Kinds(Collection[Kind[Model]]):
    """All kinds, in the order in which they are read."""

    def __init__(self) -> None:
        self._by_name: dict[str, Kind[Model]] = {}
        self._by_model: dict[type, Kind[Model]] = {}
        self._chosen: dict[str, tuple[Kind[Record], ...]] = {}

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
        self._chosen.clear()
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
        """The kind of a value; None for anything but a record, such as a part of one."""
        return self._by_model.get(type(value))

    @property
    def with_records(self) -> tuple[Kind[Record], ...]:
        """Those whose values have an id and a time to be public."""
        return self._derived("records", lambda: (kind for kind in self if kind.holds_records))

    @property
    def with_pages(self) -> tuple[Kind[Record], ...]:
        """Those of which every record has a page; so each has a list too."""
        return self._derived("pages", lambda: (k for k in self.with_records if k.noun))

    @property
    def with_lists(self) -> tuple[Kind[Record], ...]:
        """Kinds with a list, those with pages first."""
        listed = (kind for kind in self.with_records if kind.section and not kind.noun)
        return self._derived("lists", lambda: (*self.with_pages, *listed))

    @property
    def with_media(self) -> tuple[Kind[Record], ...]:
        """Those with pictures and documents beside a record."""
        return self._derived("media", lambda: (k for k in self.with_records if k.has_media))

    def _derived(
        self, name: str, choose: Callable[[], Iterable[Kind[Model]]]
    ) -> tuple[Kind[Record], ...]:
        """Some of the kinds, chosen once: this is asked for every page."""
        if name not in self._chosen:
            self._chosen[name] = tuple(cast("Kind[Record]", kind) for kind in choose())
        return self._chosen[name]
