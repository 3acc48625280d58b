"""The kinds of record: where each lies in ``data/`` and which model gives it types."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from portal.model.city import City
from portal.model.concept import Concept
from portal.model.country import Country
from portal.model.exchange import Exchange
from portal.model.home import Home
from portal.model.label import Label
from portal.model.organization import Organization
from portal.model.plan import Plan
from portal.model.press_release import PressRelease
from portal.model.record import Record
from portal.model.source import Source
from portal.model.tombstone import Tombstone
from portal.model.trip_report import TripReport

if TYPE_CHECKING:
    from portal.model.strict import Model


class Layout(Enum):
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
    layout: Layout
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
        in_one_file = self.layout in (Layout.LIST, Layout.MAP)
        return f"{self.name}.yaml" if in_one_file else self.name


KINDS: tuple[Kind, ...] = (
    Kind("labels", Label, Layout.MAP, shared=True),
    Kind("countries", Country, Layout.LIST, shared=True),
    Kind("sources", Source, Layout.LIST),
    Kind("homes", Home, Layout.LIST, required=True),
    Kind("cities", City, Layout.LIST, required=True),
    Kind("organizations", Organization, Layout.LIST),
    Kind("exchanges", Exchange, Layout.YEARS),
    Kind("press_releases", PressRelease, Layout.YEARS, has_media=True),
    Kind("trip_reports", TripReport, Layout.FOLDER),
    Kind("plans", Plan, Layout.FOLDER),
    Kind("glossary", Concept, Layout.LIST),
    Kind("tombstones", Tombstone, Layout.MAP),
)
"""Every kind, in the order in which it is read."""

BY_NAME = {kind.name: kind for kind in KINDS}
"""The kinds by their name."""

WITH_MEDIA = next(kind for kind in KINDS if kind.has_media)
"""The kind whose records have pictures and documents."""
