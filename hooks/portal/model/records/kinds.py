"""The kinds of record: where each lies in ``data/`` and which model gives it types."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

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

if TYPE_CHECKING:
    from portal.model.values.strict import Model


class Filing(Enum):
    """How the records of a kind are laid out in files."""

    LIST = "one file, a list of records"
    MAP = "one file, a mapping by key"
    FOLDER = "a folder, a file for each record, named after its id"
    YEARS = "a folder for each year, a file for each record, named after its id"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of record."""

    name: str
    """Plural, snake_case: the file or folder in ``data/`` and the word in references."""
    model: type[Model]
    filing: Filing
    required: bool = False
    """Whether every portal must have it."""
    shared: bool = False
    """Whether the generator's own file is the base that a portal's file adds to."""
    has_media: bool = False
    """Whether pictures and documents may lie beside a record, in a folder that is named after its id."""

    @property
    def holds_records(self) -> bool:
        """Whether its values have ids, sources and a time to be public: words, names and tombstones have not."""
        return issubclass(self.model, Record)

    @property
    def path(self) -> str:
        """The file, or the folder, inside ``data/``."""
        in_one_file = self.filing in (Filing.LIST, Filing.MAP)
        return f"{self.name}.yaml" if in_one_file else self.name


KINDS: tuple[Kind, ...] = (
    Kind("labels", Label, Filing.MAP, shared=True),
    Kind("countries", Country, Filing.LIST, shared=True),
    Kind("sources", Source, Filing.LIST),
    Kind("homes", Home, Filing.LIST, required=True),
    Kind("cities", City, Filing.LIST, required=True),
    Kind("organizations", Organization, Filing.LIST),
    Kind("exchanges", Exchange, Filing.YEARS),
    Kind("press_releases", PressRelease, Filing.YEARS, has_media=True),
    Kind("trip_reports", TripReport, Filing.FOLDER),
    Kind("plans", Plan, Filing.FOLDER),
    Kind("glossary", Concept, Filing.LIST),
    Kind("tombstones", Tombstone, Filing.MAP),
)
"""Every kind, in the order in which it is read."""

BY_NAME = {kind.name: kind for kind in KINDS}
"""The kinds by their name."""

WITH_MEDIA = next(kind for kind in KINDS if kind.has_media)
"""The kind whose records have pictures and documents."""
