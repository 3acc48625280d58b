"""What the rows of the open data are made from: records, and parts of records that are looked for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from portal.pages.address import address, unit_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.organization import Membership
    from portal.model.records.partnership import Partnership


@dataclass(frozen=True, slots=True)
class Item:
    """What a row is made from."""

    id: str
    record: Any
    path: str
    """Of the page that shows it, below a locale's root; empty if none does."""
    owner: str = ""
    """Id of the record that holds it, if it is a part of one."""


Items = Callable[["Catalog"], Iterable[Item]]


def records(kind: str) -> Items:
    """Those of a kind that has pages."""

    def items(catalog: Catalog) -> Iterator[Item]:
        for record in getattr(catalog, kind).values():
            yield Item(record.id, record, address(kind, record))

    return items


def countries(catalog: Catalog) -> Iterator[Item]:
    """All of them, as a list of codes; those with cities have a page."""
    used = {city.country for city in catalog.cities.values()}
    for country in catalog.countries.values():
        path = f"cities/countries/{country.id.lower()}/" if country.id in used else ""
        yield Item(country.id, country, path)


def units(catalog: Catalog) -> Iterator[Item]:
    """Each has a place on the page of its home's units."""
    for home in catalog.homes.values():
        for unit in home.units:
            yield Item(unit.id, unit, unit_address(catalog, unit.id), home.id)


def partnerships(catalog: Catalog) -> Iterator[Item]:
    """Each has a place on the page of its city."""
    for city in catalog.cities.values():
        page = address("cities", city)
        for tie in city.partnerships:
            yield Item(tie_id(city.id, tie), tie, f"{page}#{tie.unit or tie.home}", city.id)


def tie_id(city_id: str, tie: Partnership) -> str:
    """A city has one tie with a home, and one with each unit."""
    return f"{city_id}--{tie.unit or tie.home}"


def memberships(catalog: Catalog) -> Iterator[Item]:
    """They stand on the page of the organization."""
    for organization in catalog.organizations.values():
        path = address("organizations", organization)
        for seat in organization.memberships:
            if is_seen(seat, catalog):
                yield Item(seat_id(organization.id, seat), seat, path, organization.id)


def is_seen(seat: Membership, catalog: Catalog) -> bool:
    """Whether the member is public."""
    return seat.home in catalog.homes or seat.city in catalog.cities


def seat_id(organization_id: str, seat: Membership) -> str:
    """A home or city is a member once."""
    return f"{organization_id}--{seat.home or seat.city}"
