"""All records of a portal, by kind and id."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, TypeVar, overload

from portal.model.records.city import City
from portal.model.records.country import Country
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
    UNITS,
    Kind,
)
from portal.model.records.press_release import PressRelease
from portal.model.records.record import Record
from portal.model.values.strict import Model

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.data.media_file import MediaFile
    from portal.data.problem import Place
    from portal.model.reading.load import Loaded, Row
    from portal.model.records.concept import Concept
    from portal.model.records.exchange import Exchange
    from portal.model.records.home import Home, Unit
    from portal.model.records.label import Label
    from portal.model.records.organization import Organization
    from portal.model.records.plan import Plan
    from portal.model.records.source import Source
    from portal.model.records.tombstone import Tombstone
    from portal.model.records.trip_report import TripReport
    from portal.model.values.moment import Moment
    from portal.model.values.partial_date import PartialDate

R = TypeVar("R", bound=Model)

HOME_OF_UNIT, WITHDRAWN, MEDIA = "home_of_unit", "withdrawn", "media"
"""What the catalog keeps besides units and the records of each kind."""


class Catalog:
    """Records that may be shown; what is not public at the moment of the build is not in here at all."""

    def __init__(
        self,
        now: Moment,
        shelves: Mapping[str, Mapping[str, Any]],
        places: Mapping[tuple[str, str], Place],
        digests: Mapping[tuple[str, str], bytes],
    ) -> None:
        self.now = now
        """The moment of the build. Pages may show its day only: a page cannot be made anew every minute."""
        self.shelves = shelves
        """What is known by an id or a key: by kind, and by ``units``, ``home_of_unit``, ``withdrawn``, ``media``."""
        self.places = places
        """Where each record is written, by kind and id: what the edit button opens."""
        self.digests = digests
        """Of what is public of each record, by kind and id: the same digest, the same record."""

    @overload
    def of(self, kind: Kind[R]) -> Mapping[str, R]: ...

    @overload
    def of(self, kind: str) -> Mapping[str, Record]: ...

    def of(self, kind: Kind[R] | str) -> Mapping[str, Any]:
        """The records of a kind by id, or by the key of their file; also by the kind's name alone."""
        return self.shelves[kind if isinstance(kind, str) else kind.name]

    def has(self, kinds: tuple[str, ...], record_id: str) -> bool:
        """Whether there is a record of one of these kinds with that id, or such a unit."""
        return any(record_id in self.shelves[kind] for kind in kinds)

    @property
    def today(self) -> PartialDate:
        """The day of the build, in Asia/Taipei."""
        return self.now.day

    @property
    def publishers(self) -> list[Home]:
        """The homes that publish here, in the order of the file."""
        return [home for home in self.homes.values() if home.publishes]

    # Kinds that much code and many templates name have an attribute each.

    @cached_property
    def labels(self) -> Mapping[str, Label]:
        """Words of the interface, by key."""
        return self.of(LABELS)

    @cached_property
    def countries(self) -> Mapping[str, Country]:
        """Countries and territories, by code."""
        return self.of(COUNTRIES)

    @cached_property
    def sources(self) -> Mapping[str, Source]:
        """Documents."""
        return self.of(SOURCES)

    @cached_property
    def homes(self) -> Mapping[str, Home]:
        """Governments that publish here or are mentioned."""
        return self.of(HOMES)

    @cached_property
    def cities(self) -> Mapping[str, City]:
        """Partner places."""
        return self.of(CITIES)

    @cached_property
    def organizations(self) -> Mapping[str, Organization]:
        """International bodies."""
        return self.of(ORGANIZATIONS)

    @cached_property
    def exchanges(self) -> Mapping[str, Exchange]:
        """What happened, or will."""
        return self.of(EXCHANGES)

    @cached_property
    def press_releases(self) -> Mapping[str, PressRelease]:
        """Press releases, without those that were withdrawn."""
        return self.of(PRESS_RELEASES)

    @cached_property
    def trip_reports(self) -> Mapping[str, TripReport]:
        """Reports on trips."""
        return self.of(TRIP_REPORTS)

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        """Plans."""
        return self.of(PLANS)

    @cached_property
    def glossary(self) -> Mapping[str, Concept]:
        """Concepts."""
        return self.of(GLOSSARY)

    @cached_property
    def tombstones(self) -> Mapping[str, Tombstone]:
        """Ends of pages, by the address that was published, as ``/press/2026/news/``."""
        return self.of(TOMBSTONES)

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Offices of homes."""
        return self.shelves[UNITS]

    @cached_property
    def home_of_unit(self) -> Mapping[str, Home]:
        """The home that each unit belongs to, by the unit's id."""
        return self.shelves[HOME_OF_UNIT]

    @cached_property
    def withdrawn(self) -> Mapping[str, PressRelease]:
        """Press releases that were withdrawn, which are not among the others: only their own pages tell of them."""
        return self.shelves[WITHDRAWN]

    @cached_property
    def media(self) -> Mapping[str, MediaFile]:
        """The pictures and attachments of public press releases, by id of the release and name: ``news/sado.jpg``."""
        return self.shelves[MEDIA]


def build_catalog(loaded: Loaded, now: Moment, *, expired: bool = False) -> Catalog:
    """The catalog of all loaded records that are public at that moment; with ``expired`` also of those that were."""
    public = _Public(loaded.media)
    for kind in KINDS:
        for row in loaded.of(kind):
            record = row.record
            if not isinstance(record, Record):
                key = record.id if isinstance(record, Country) else str(row.loc[-1])
                public.put(kind.name, key, record, row.digest)
                if kind is not LABELS:
                    public.places[kind.name, key] = row.place()
            elif record.has_come(now) and (expired or not record.is_over(now)):
                public.add(record, row)
    for home in public.shelves[HOMES.name].values():
        for unit in home.units:
            public.shelves[UNITS][unit.id] = unit
            public.shelves[HOME_OF_UNIT][unit.id] = home
    return Catalog(now, public.shelves, public.places, public.digests)


class _Public:
    """What is found to be public, kind by kind: whether a tie is depends on its home."""

    def __init__(self, files: Mapping[str, MediaFile]) -> None:
        names = (*(kind.name for kind in KINDS), UNITS, HOME_OF_UNIT, WITHDRAWN, MEDIA)
        self.shelves: dict[str, dict[str, Any]] = {name: {} for name in names}
        self.places: dict[tuple[str, str], Place] = {}
        self.digests: dict[tuple[str, str], bytes] = {}
        self._files = files

    def put(self, kind: str, key: str, record: Model, digest: bytes) -> None:
        """Take a record as it is."""
        self.shelves[kind][key] = record
        self.digests[kind, key] = digest

    def add(self, record: Record, row: Row[Model]) -> None:
        """Take a record that is public, without those of its parts that are not."""
        kind, digest = row.kind, row.digest
        shelf = kind
        if isinstance(record, City):
            city = self._public_city(record)
            if city is None:
                return
            if city is not record:
                digest += repr([(tie.home, tie.unit) for tie in city.partnerships]).encode()
                record = city
        elif isinstance(record, PressRelease):
            if record.withdrawn:
                shelf = WITHDRAWN
            else:
                self._add_media(record, row)
        self.put(shelf, record.id, record, digest)
        self.digests[kind, record.id] = digest
        self.places[kind, record.id] = row.place()

    def _add_media(self, release: PressRelease, row: Row[Model]) -> None:
        """Take what lies beside a press release, as far as the release names it."""
        images = [image.file for image in release.images]
        for name in (*images, *(attachment.file for attachment in release.attachments)):
            file = self._files.get(row.media_name(name))
            if file is not None:
                key = f"{release.id}/{name}"
                self.shelves[MEDIA][key] = file
                self.digests[MEDIA, key] = repr((file.size, file.width, file.height)).encode()

    def _public_city(self, city: City) -> City | None:
        """The city with its public ties; nothing when all its ties are kept back, as its page would tell of them.

        A city of an unknown country is left out too: nothing could list it, and the code is a problem of its own.
        """
        ties = city.partnerships
        public = tuple(p for p in ties if not p.confidential and p.home in self.shelves[HOMES.name])
        if city.country not in self.shelves[COUNTRIES.name] or (ties and not public):
            return None
        return city if public == ties else city.model_copy(update={"partnerships": public})
