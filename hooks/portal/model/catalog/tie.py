"""Parts of records with the record they are written under: a tie of a city, a seat in an organization."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.records.city import City
    from portal.model.records.organization import Membership, Organization
    from portal.model.records.partnership import Partnership


@dataclass(frozen=True, slots=True)
class Tie:
    """A partnership with the city it is written under."""

    city: City
    partnership: Partnership

    @property
    def owner(self) -> str:
        """The id of the home, or of its unit, that has the tie; a city has one tie with each."""
        return self.partnership.unit or self.partnership.home

    @property
    def key(self) -> str:
        """The id that open data give the tie: ``jp-hachioji--kaohsiung``."""
        return f"{self.city.id}--{self.owner}"


def ties_of(cities: Iterable[City]) -> Iterator[Tie]:
    """All ties of these cities, in the order of their records."""
    return (Tie(city, partnership) for city in cities for partnership in city.partnerships)


@dataclass(frozen=True, slots=True)
class Seat:
    """A membership with the organization it is written under."""

    organization: Organization
    membership: Membership
