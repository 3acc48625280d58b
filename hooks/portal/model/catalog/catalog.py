"""All records of a portal, by kind and id."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from portal.model.catalog.called import Called
from portal.model.catalog.feature_words import feature_words
from portal.model.catalog.gate import public_records
from portal.model.records.city import City
from portal.model.records.country import Country
from portal.model.records.kind import UNITS, Kind
from portal.model.records.kinds import (
    CITIES,
    COUNTRIES,
    EXCHANGES,
    GLOSSARY,
    HOMES,
    KINDS,
    LABELS,
    ORGANIZATIONS,
    PLANS,
    PRESS_RELEASES,
    SOURCES,
    TOMBSTONES,
    TRIP_REPORTS,
)
from portal.model.records.press_release import PressRelease
from portal.model.values.strict import Model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.data.media_file import MediaFile
    from portal.data.problem import Place
    from portal.model.catalog.gate import Passed
    from portal.model.reading.load import Loaded, Row
    from portal.model.records.home import Home, Unit
    from portal.model.records.record import Record
    from portal.model.values.moment import Moment
    from portal.model.values.partial_date import PartialDate

R = TypeVar("R", bound=Model)

HOME_OF_UNIT, WITHDRAWN, MEDIA = "home_of_unit", "withdrawn", "media"
"""What the catalog holds besides units and the records of each kind."""


class _Shelf(Generic[R]):
    """What a catalog has of a kind, as an attribute. It is looked up once: every page has a catalog of its own."""

    def __init__(self, kind: Kind[R] | str) -> None:
        self._kind = kind if isinstance(kind, str) else kind.name

    def __set_name__(self, _: type, name: str) -> None:
        self._name = name

    def __get__(self, catalog: Catalog, _: type) -> Mapping[str, R]:
        found = catalog.__dict__[self._name] = catalog.shelves[self._kind]
        return found


class Catalog:
    """Records that may be shown: what passed the gate. Whatever they refer to is in it too, or is a problem."""

    def __init__(
        self,
        now: Moment,
        shelves: Mapping[str, Mapping[str, Any]],
        places: Mapping[tuple[str, str], Place],
        digests: Mapping[tuple[str, str], bytes],
    ) -> None:
        self.now = now
        """The moment of the build. Pages may show only its day, because they cannot be made again every minute."""
        self.shelves = shelves
        """Everything with an id or a key, by kind, and by ``units``, ``home_of_unit``, ``withdrawn``, ``media``."""
        self.places = places
        """Where each record is written, by kind and id: the place that the edit link opens."""
        self.digests = digests
        """The digest of the public part of each record, by kind and id."""
        self._called = Called(shelves)

    @overload
    def of(self, kind: Kind[R]) -> Mapping[str, R]: ...

    @overload
    def of(self, kind: str) -> Mapping[str, Record]: ...

    def of(self, kind: Kind[R] | str) -> Mapping[str, Any]:
        """The records of a kind by id, or by the key of their file; also by the kind's name alone."""
        return self.shelves[kind if isinstance(kind, str) else kind.name]

    def called(self, kind: str, record_id: str) -> tuple[str, ...]:
        """Every name of a record and, of a place, of where it lies; none if it is not there, or has a title only."""
        return self._called.of(kind, record_id)

    @property
    def today(self) -> PartialDate:
        """The day of the build, in Asia/Taipei."""
        return self.now.day

    @property
    def publishers(self) -> list[Home]:
        """The homes that publish here, in the order of the file."""
        return [home for home in self.homes.values() if home.publishes]

    # What much code and many templates name has an attribute each.

    labels = _Shelf(LABELS)
    countries = _Shelf(COUNTRIES)
    sources = _Shelf(SOURCES)
    homes = _Shelf(HOMES)
    units: _Shelf[Unit] = _Shelf(UNITS)
    home_of_unit: _Shelf[Home] = _Shelf(HOME_OF_UNIT)
    """The home that each unit belongs to, by the unit's id."""
    cities = _Shelf(CITIES)
    organizations = _Shelf(ORGANIZATIONS)
    exchanges = _Shelf(EXCHANGES)
    press_releases = _Shelf(PRESS_RELEASES)
    withdrawn: _Shelf[PressRelease] = _Shelf(WITHDRAWN)
    """Press releases that were withdrawn, which are not among the others: only their own pages tell of them."""
    trip_reports = _Shelf(TRIP_REPORTS)
    plans = _Shelf(PLANS)
    glossary = _Shelf(GLOSSARY)
    tombstones = _Shelf(TOMBSTONES)
    """By the address that was published, as ``/press/2026/news/``."""

    @property
    def media(self) -> Mapping[str, MediaFile]:
        """The pictures and attachments of public press releases, by id of the release and name: ``news/sado.jpg``."""
        return self.shelves[MEDIA]


def build_catalog(
    loaded: Loaded, now: Moment, *, expired: bool = False, sound: bool = False
) -> Catalog:
    """The catalog of everything that is public at that moment or, with ``expired``, was public before.

    With ``sound``, it holds nothing that refers to an id that nothing has: it can be shown in spite of such problems.
    """
    public = _Public(loaded.media)
    for kind in KINDS:
        if not kind.holds_records:
            for row in loaded.of(kind):
                public.put(kind, row)
    for passed in public_records(loaded, now, expired=expired, sound=sound):
        public.add(passed)
    texts = (public.shelves[shelf].values() for shelf in (PRESS_RELEASES.name, WITHDRAWN))
    for key, row in feature_words(loaded.of(LABELS), chain.from_iterable(texts)):
        public.shelves[LABELS.name][key] = row.record
        public.digests[LABELS.name, key] = row.digest
    for home in public.shelves[HOMES.name].values():
        for unit in home.units:
            public.shelves[UNITS][unit.id] = unit
            public.shelves[HOME_OF_UNIT][unit.id] = home
    return Catalog(now, public.shelves, public.places, public.digests)


class _Public:
    """Puts what is public on its shelves."""

    def __init__(self, files: Mapping[str, MediaFile]) -> None:
        names = (*(kind.name for kind in KINDS), UNITS, HOME_OF_UNIT, WITHDRAWN, MEDIA)
        self.shelves: dict[str, dict[str, Any]] = {name: {} for name in names}
        self.places: dict[tuple[str, str], Place] = {}
        self.digests: dict[tuple[str, str], bytes] = {}
        self._files = files

    def put(self, kind: Kind[Model], row: Row[Model]) -> None:
        """Take what is always public: a label, a country, a tombstone."""
        record = row.record
        key = record.id if isinstance(record, Country) else str(row.loc[-1])
        self.shelves[kind.name][key] = record
        self.digests[kind.name, key] = row.digest
        if kind is not LABELS:
            self.places[kind.name, key] = row.place()

    def add(self, passed: Passed) -> None:
        """Take a public record.

        A city of an unknown country is left out: no page could list it, and the code is a separate problem.
        """
        row, record, kind = passed.row, passed.record, passed.row.kind
        if isinstance(record, City) and record.country not in self.shelves[COUNTRIES.name]:
            return
        if isinstance(record, PressRelease):
            self._add_media(record, row)
        shelf = WITHDRAWN if record.is_withdrawn else kind
        self.shelves[shelf][record.id] = record
        self.digests[shelf, record.id] = self.digests[kind, record.id] = passed.digest
        self.places[kind, record.id] = row.place()

    def _add_media(self, release: PressRelease, row: Row[Record]) -> None:
        """Take the files beside a press release that the release lists."""
        images = [image.file for image in release.images]
        for name in (*images, *(attachment.file for attachment in release.attachments)):
            file = self._files.get(row.media_name(name))
            if file is not None:
                key = f"{release.id}/{name}"
                self.shelves[MEDIA][key] = file
                self.digests[MEDIA, key] = repr((file.size, file.width, file.height)).encode()
