"""All records of a portal, by kind and id."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.model.records.kinds import BY_NAME, Filing

if TYPE_CHECKING:
    from portal.data.media_file import MediaFile
    from portal.data.problem import Place
    from portal.model.reading.load import Loaded, Row
    from portal.model.records.city import City
    from portal.model.records.concept import Concept
    from portal.model.records.country import Country
    from portal.model.records.exchange import Exchange
    from portal.model.records.home import Home, Unit
    from portal.model.records.label import Label
    from portal.model.records.organization import Organization
    from portal.model.records.plan import Plan
    from portal.model.records.press_release import PressRelease
    from portal.model.records.source import Source
    from portal.model.records.tombstone import Tombstone
    from portal.model.records.trip_report import TripReport
    from portal.model.values.moment import Moment
    from portal.model.values.partial_date import PartialDate


@dataclass(slots=True)
class Catalog:
    """Records that may be shown; what is not public at the moment of the build is not in here at all."""

    now: Moment
    """The moment of the build. Pages may show its day only: a page cannot be made anew every minute."""
    labels: dict[str, Label] = field(default_factory=dict)
    countries: dict[str, Country] = field(default_factory=dict)
    sources: dict[str, Source] = field(default_factory=dict)
    homes: dict[str, Home] = field(default_factory=dict)
    units: dict[str, Unit] = field(default_factory=dict)
    home_of_unit: dict[str, Home] = field(default_factory=dict)
    """The home that each unit belongs to, by the unit's id."""
    cities: dict[str, City] = field(default_factory=dict)
    organizations: dict[str, Organization] = field(default_factory=dict)
    exchanges: dict[str, Exchange] = field(default_factory=dict)
    press_releases: dict[str, PressRelease] = field(default_factory=dict)
    withdrawn: dict[str, PressRelease] = field(default_factory=dict)
    """Press releases that were withdrawn, which are not among the others: only their own pages tell of them."""
    trip_reports: dict[str, TripReport] = field(default_factory=dict)
    plans: dict[str, Plan] = field(default_factory=dict)
    glossary: dict[str, Concept] = field(default_factory=dict)
    tombstones: dict[str, Tombstone] = field(default_factory=dict)
    """By the address that was published, as ``/press/2026/news/``."""
    media: dict[str, MediaFile] = field(default_factory=dict)
    """The pictures and attachments of public press releases, by id of the release and name: ``news/sado.jpg``."""
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    """Where each record is written, by kind and id: what the edit button opens."""

    digests: dict[tuple[str, str], bytes] = field(default_factory=dict)
    """Of what is public of each record, by kind and id: the same digest, the same record."""

    @property
    def today(self) -> PartialDate:
        """The day of the build, in Asia/Taipei."""
        return self.now.day

    @property
    def publishers(self) -> list[Home]:
        """The homes that publish here, in the order of the file."""
        return [home for home in self.homes.values() if home.publishes]


def build_catalog(loaded: Loaded, now: Moment, *, expired: bool = False) -> Catalog:
    """The catalog of all loaded records that are public at that moment; with ``expired`` also of those that were."""
    catalog = Catalog(now)
    for kind, rows in loaded.rows.items():
        if BY_NAME[kind].filing is Filing.MAP:
            getattr(catalog, kind).update((str(row.loc[-1]), row.record) for row in rows)
            catalog.digests |= {(kind, str(row.loc[-1])): row.digest for row in rows}
            if kind != "labels":
                catalog.places |= {(kind, str(row.loc[-1])): row.place() for row in rows}
            continue
        for row in rows:
            if kind == "countries" or (
                row.record.has_come(now) and (expired or not row.record.is_over(now))
            ):
                _add(row, catalog)
                if kind == "press_releases" and not row.record.withdrawn:
                    _add_media(row, loaded, catalog)
    for home in catalog.homes.values():
        for unit in home.units:
            catalog.units[unit.id] = unit
            catalog.home_of_unit[unit.id] = home
    return catalog


def _add(row: Row, catalog: Catalog) -> None:
    """Put a record that is public into the catalog, without those of its parts that are not."""
    kind, record, digest = row.kind, row.record, row.digest
    if kind == "cities":
        record = _public_city(record, catalog)
        if record is None:
            return
        if record is not row.record:
            digest += repr([(tie.home, tie.unit) for tie in record.partnerships]).encode()
    shelf = "withdrawn" if kind == "press_releases" and record.withdrawn else kind
    getattr(catalog, shelf)[record.id] = record
    catalog.places[kind, record.id] = row.place()
    catalog.digests[kind, record.id] = catalog.digests[shelf, record.id] = digest


def _add_media(row: Row, loaded: Loaded, catalog: Catalog) -> None:
    """Put what lies beside a public press release into the catalog, as far as the release names it."""
    for part in (*row.record.images, *row.record.attachments):
        file = loaded.media.get(row.media_name(part.file))
        if file is not None:
            key = f"{row.record.id}/{part.file}"
            catalog.media[key] = file
            catalog.digests["media", key] = repr((file.size, file.width, file.height)).encode()


def _public_city(city: City, catalog: Catalog) -> City | None:
    """The city with its public ties; nothing when all its ties are kept back, as its page would tell of them.

    A city of an unknown country is left out too: nothing could list it, and the code is a problem of its own.
    """
    ties = city.partnerships
    public = tuple(p for p in ties if not p.confidential and p.home in catalog.homes)
    if city.country not in catalog.countries or (ties and not public):
        return None
    return city if public == ties else city.model_copy(update={"partnerships": public})
