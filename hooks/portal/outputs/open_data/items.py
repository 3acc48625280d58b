"""The sources of rows of the open data: records, and those parts of records that people look for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from portal.model.catalog.tie import ties_of
from portal.model.records.kinds import ORGANIZATIONS
from portal.pages.address import address, tie_address, unit_address
from portal.pages.city_pages import country_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.city import City
    from portal.model.records.home import Home
    from portal.model.records.kind import Kind
    from portal.model.records.organization import Membership, Organization
    from portal.model.records.record import Record
    from portal.model.values.strict import Model


@dataclass(frozen=True, slots=True)
class Item:
    """What a row is made from."""

    id: str
    record: Model
    path: str
    """The address of the page that shows it, below a locale's root; empty if there is none."""
    owner: str = ""
    """Id of the record that holds it, if it is a part of one."""
    holder: Model | None = None
    """That record."""


JOINT = "--"
"""Between the ids of which the id of a part consists; no id contains it."""

Items = Callable[["Catalog"], Iterable[Item]]

Ids = Callable[[Any], Iterable[str]]
"""The ids of all rows that a record would have if all of it were public."""


def records(kind: Kind[Record]) -> Items:
    """Those of a kind that has pages, or a list with their anchors."""

    def items(catalog: Catalog) -> Iterator[Item]:
        for record in catalog.of(kind).values():
            yield Item(record.id, record, address(kind.name, record))

    return items


def countries(catalog: Catalog) -> Iterator[Item]:
    """All of them, as a list of codes; those with cities have a page."""
    used = {city.country for city in catalog.cities.values()}
    for country in catalog.countries.values():
        path = country_address(country.id) if country.id in used else ""
        yield Item(country.id, country, path)


def units(catalog: Catalog) -> Iterator[Item]:
    """Each has a place on the page of its home's units."""
    for home in catalog.homes.values():
        for unit in home.units:
            yield Item(unit.id, unit, unit_address(catalog, unit.id), home.id, home)


def unit_ids(home: Home) -> list[str]:
    """Those of its offices."""
    return [unit.id for unit in home.units]


def partnerships(catalog: Catalog) -> Iterator[Item]:
    """Each has a page below that of its city."""
    for tie in ties_of(catalog.cities.values()):
        yield Item(tie.key, tie.partnership, tie_address(tie), tie.city.id, tie.city)


def partnership_ids(city: City) -> list[str]:
    """Those of its ties."""
    return [tie.key for tie in ties_of([city])]


def memberships(catalog: Catalog) -> Iterator[Item]:
    """They are on the page of the organization."""
    for organization in catalog.organizations.values():
        path = address(ORGANIZATIONS.name, organization)
        for seat in organization.memberships:
            yield Item(_seat_id(organization.id, seat), seat, path, organization.id, organization)


def membership_ids(organization: Organization) -> list[str]:
    """Those of its members, whether these are public or not."""
    return [_seat_id(organization.id, seat) for seat in organization.memberships]


def _seat_id(organization_id: str, seat: Membership) -> str:
    """A home or city is a member once."""
    return f"{organization_id}{JOINT}{seat.home or seat.city}"
