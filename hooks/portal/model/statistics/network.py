"""Which governments and which of their partners meet in which organizations."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.statistics.statistic import Row, Statistic

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.records.organization import Membership


@dataclass(frozen=True, slots=True)
class Table:
    """An organization in which governments here are members now."""

    organization: str
    homes: tuple[tuple[str, Membership], ...]
    """Those governments, in their order."""
    cities: tuple[str, ...]
    """Places on record that are members too, in the order of the records."""


@dataclass(frozen=True, slots=True)
class Fellow:
    """A place that is a member of an organization beside a government here."""

    shared: tuple[tuple[str, tuple[str, ...]], ...]
    """Each such government, with the organizations that they share."""
    tied: tuple[str, ...]
    """Governments that have a tie with it, themselves or through an office, and not only a proposed one."""

    def with_home(self, home: str) -> tuple[str, ...]:
        """The organizations that it shares with a government."""
        return dict(self.shared).get(home, ())


@dataclass(frozen=True, slots=True)
class Network:
    """The organizations that governments here have joined, and who meets them there."""

    tables: tuple[Table, ...]
    """Those with the most governments first, then those with the most places."""
    fellows: dict[str, Fellow]
    """By the ids of the places, in the order of the records."""

    def statistic(self, homes: tuple[str, ...]) -> Statistic:
        """How many organizations each place shares with each government."""
        rows = tuple(
            Row(city, tuple(len(one.with_home(home)) for home in homes))
            for city, one in self.fellows.items()
        )
        return Statistic("shared-organizations", "cities", "homes", homes, rows, sums=False)


def network(catalog: Catalog, relations: Relations) -> Network:
    """Memberships that have not ended; those of governments that do not publish here are left out."""
    homes = [home.id for home in catalog.publishers]
    tables = []
    meetings: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for organization in catalog.organizations.values():
        now = [seat for seat in organization.memberships if not seat.has_ended(catalog.today)]
        seats = {seat.home: seat for seat in now if seat.home}
        own = tuple((home, seats[home]) for home in homes if home in seats)
        if own:
            cities = tuple(seat.city for seat in now if seat.city)
            tables.append(Table(organization.id, own, cities))
            for city in cities:
                for home, _ in own:
                    meetings[city][home].append(organization.id)
    tables.sort(key=lambda one: (-len(one.homes), -len(one.cities)))
    tied = _tied(homes, relations)
    fellows = {
        city: Fellow(
            tuple((home, tuple(meetings[city][home])) for home in homes if home in meetings[city]),
            tuple(home for home in homes if home in tied[city]),
        )
        for city in catalog.cities
        if city in meetings
    }
    return Network(tuple(tables), fellows)


def _tied(homes: list[str], relations: Relations) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for home in homes:
        for tie in relations.ties_of_home.get(home, ()):
            if tie.partnership.status != "proposed":
                found[tie.city.id].add(home)
    return found
