"""The governments whose diplomacy the portal shows, and their offices."""

from __future__ import annotations

from typing import Annotated, Literal

from portal.model.records.record import Evidence, Named
from portal.model.values.coordinates import Coordinates
from portal.model.values.field_marks import Labels
from portal.model.values.partial_date import FullDate
from portal.model.values.reference import Id, UnitId
from portal.model.values.strict import Count, Flag
from portal.model.values.text import Names, Prose, Text, Url

Level = Annotated[Literal[
    "city", "special-municipality", "county", "prefecture", "province", "state", "district",
    "township", "county-administered-city", "region", "territory", "bureau",
], Labels("level")]  # fmt: skip
"""Level of a place or office in its own country's order."""


class Unit(Evidence):
    """An office or a lower government of a home, with its one official English name."""

    id: Id
    """Permanent and unique over all homes: begins with the home's id, as `kaohsiung-tourism`."""
    name: Names
    """Official name without the government's: 觀光局, Tourism Bureau."""
    level: Level
    """`bureau` for offices; `district`, `township` … for lower governments, whose ties are their own."""
    former_names: tuple[Names, ...] = ()
    """Official names it had before."""
    note: Text | None = None
    """What a reader must know, such as a reorganization."""


class Committee(Evidence):
    """A standing body that steers a home's international affairs."""

    name: Names
    """Official name."""
    chair: Text
    """Who chairs it, by role."""
    members_min: Count
    """Smallest number of members besides the chair."""
    members_max: Count
    """Largest number of members besides the chair."""
    composition: Text
    """From whom members are chosen."""
    tasks: tuple[Text, ...]
    """What it is charged with."""


class StatedCount(Evidence):
    """A total that the government or the press printed; the portal shows it beside its own count."""

    date: FullDate | None = None
    """The day the number speaks of, if known; else say it in `as_of`."""
    as_of: Text
    """When and by whom the number was given."""
    sister: Count | None = None
    """Sister cities, as stated."""
    partner: Count | None = None
    """Partner cities, as stated."""
    friendship: Count | None = None
    """Friendship cities, as stated."""
    total: Count | None = None
    """All ties together, as stated."""


class Home(Named):
    """A government that publishes here, or one that the records of another government need."""

    full_name: Names
    """The government's official name: 臺北市政府, Taipei City Government."""
    level: Level
    """Its level in the order of local government."""
    coordinates: Coordinates | None = None
    """Where its seat lies."""
    publishes: Flag = True
    """`false`: shown only because records mention it; outside the front page and the totals."""
    summary: Prose | None = None
    """How this government conducts city diplomacy, in a few sentences."""
    goals: tuple[Text, ...] = ()
    """Its stated goals."""
    lines_of_work: tuple[Text, ...] = ()
    """What its international-affairs section does."""
    website: Url | None = None
    """Official site."""
    contact_unit: UnitId | None = None
    """The unit that answers for international affairs."""
    units: tuple[Unit, ...] = ()
    """Its offices and lower governments that records name."""
    committees: tuple[Committee, ...] = ()
    """Standing bodies for international affairs."""
    stated_counts: tuple[StatedCount, ...] = ()
    """Totals as stated elsewhere, by date."""

    def formal_name_in(self, locale: str) -> str:
        """The government's official name."""
        return self.full_name[locale]
