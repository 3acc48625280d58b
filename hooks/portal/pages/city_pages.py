"""Lists of cities: one of all, and one for each continent, country, kind of tie and status of a tie."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from typing import TYPE_CHECKING, Any

from portal.model.catalog.tie import Tie, ties_of
from portal.model.records.country import CONTINENTS
from portal.model.records.kinds import CITIES
from portal.model.records.partnership import PARTNERSHIP_KINDS, STATUSES
from portal.pages.address import ListAddress
from portal.pages.list_page import list_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.city import City
    from portal.pages.list_page import Title
    from portal.pages.page import PageSource
    from portal.pages.render.view import View

OF_KIND = ListAddress("cities/kinds/{name}/")
OF_STATUS = ListAddress("cities/status/{name}/")
IN_CONTINENT = ListAddress("cities/continents/{name}/")
IN_COUNTRY = ListAddress("cities/countries/{code}/")

CITY_LISTS = (OF_KIND, OF_STATUS, IN_CONTINENT, IN_COUNTRY)
"""The lists below that of all cities."""

TIES = "ties_of_status.html.j2"
"""The template of the ties of a status."""


def country_address(code: str) -> str:
    """The list of the cities of a country, by its code in either case."""
    return IN_COUNTRY.of(code=code.lower())


def kinds_of_ties(catalog: Catalog) -> list[str]:
    """The kinds that public ties have; each has a list."""
    found = {tie.kind for city in catalog.cities.values() for tie in city.partnerships}
    return [kind for kind in PARTNERSHIP_KINDS if kind in found]


def statuses_of_ties(catalog: Catalog) -> list[str]:
    """The statuses that public ties have; each has a list."""
    found = {tie.status for city in catalog.cities.values() for tie in city.partnerships}
    return [status for status in STATUSES if status in found]


def city_pages(catalog: Catalog) -> Iterator[PageSource]:
    """Every list of cities. Templates put them into the order of their locale."""
    by_country: dict[str, list[City]] = defaultdict(list)
    by_kind: dict[str, list[City]] = defaultdict(list)
    by_status: dict[str, list[Tie]] = defaultdict(list)
    by_continent: dict[str, list[City]] = defaultdict(list)
    for city in catalog.cities.values():
        by_country[city.country].append(city)
        by_continent[catalog.countries[city.country].continent].append(city)
        for kind in dict.fromkeys(partnership.kind for partnership in city.partnerships):
            by_kind[kind].append(city)
        for tie in ties_of([city]):
            by_status[tie.partnership.status].append(tie)

    def page(
        path: str, title: Title | None, members: Iterable[City], region: str = "", **ways: Any
    ) -> PageSource:
        ways = ways or {"kinds": [], "statuses": [], "all_continents": [], "countries": []}
        return list_page(
            CITIES, path, title=title, is_leaf=title is not None, is_found=True,
            continents=_by_continent(catalog, members), region=region, **ways,
        )  # fmt: skip

    yield page(
        "cities/", None, catalog.cities.values(),
        kinds=kinds_of_ties(catalog),
        statuses=statuses_of_ties(catalog),
        all_continents=[name for name in CONTINENTS if name in by_continent],
        countries=list(by_country),
    )  # fmt: skip
    for name, members in by_continent.items():
        yield page(IN_CONTINENT.of(name=name), partial(_in_continent, name=name), members, name)
    for code, members in by_country.items():
        yield page(country_address(code), partial(_in_country, code=code), members, code)
    for name, members in by_kind.items():
        yield page(OF_KIND.of(name=name), partial(_of_kind, name=name), members)
    for name, ties in by_status.items():
        yield list_page(
            CITIES, OF_STATUS.of(name=name), title=partial(_of_status, name=name), template=TIES,
            is_leaf=True, is_found=True, status=name, ties=ties,
        )  # fmt: skip


def _in_continent(view: View, *, name: str) -> str:
    return view.plain("cities.in", place=view.plain(f"continent.{name}"))


def _in_country(view: View, *, code: str) -> str:
    return view.plain("cities.in", place=view.within(code))


def _of_kind(view: View, *, name: str) -> str:
    return view.plain(f"kind.{name}.plural")


def _of_status(view: View, *, name: str) -> str:
    return view.plain(f"status.{name}.cities")


def _by_continent(
    catalog: Catalog, cities: Iterable[City]
) -> list[tuple[str, Mapping[str, list[City]]]]:
    """Cities by continent and then by country."""
    found: dict[str, dict[str, list[City]]] = {name: {} for name in CONTINENTS}
    for city in cities:
        countries = found[catalog.countries[city.country].continent]
        countries.setdefault(city.country, []).append(city)
    return [(name, countries) for name, countries in found.items() if countries]
