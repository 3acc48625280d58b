"""Lists of cities: one of all, and one for each continent, country and kind of tie."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from portal.model.records.country import CONTINENTS
from portal.model.records.kinds import CITIES
from portal.model.records.partnership import PARTNERSHIP_KINDS
from portal.pages.address import ListAddress
from portal.pages.list_page import list_page

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.city import City
    from portal.pages.list_page import Title
    from portal.pages.page import PageSource
    from portal.pages.render.view import View

OF_KIND = ListAddress("cities/kinds/{name}/")
IN_CONTINENT = ListAddress("cities/continents/{name}/")
IN_COUNTRY = ListAddress("cities/countries/{code}/")

CITY_LISTS = (OF_KIND, IN_CONTINENT, IN_COUNTRY)
"""The lists below that of all cities."""


def country_address(code: str) -> str:
    """The list of the cities of a country, by its code in either case."""
    return IN_COUNTRY.of(code=code.lower())


def city_pages(catalog: Catalog) -> Iterator[PageSource]:
    """Every list of cities."""
    cities = sorted(catalog.cities.values(), key=partial(_order, catalog))
    by_country: dict[str, list[City]] = defaultdict(list)
    by_kind: dict[str, list[City]] = defaultdict(list)
    by_continent: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        by_country[city.country].append(city)
        by_continent[catalog.countries[city.country].continent].append(city)
        for kind in dict.fromkeys(partnership.kind for partnership in city.partnerships):
            by_kind[kind].append(city)

    def page(path: str, title: Title | None, members: Iterable[City], **ways: Any) -> PageSource:
        ways = ways or {"kinds": [], "all_continents": [], "countries": []}
        return list_page(
            CITIES, path, title=title, is_leaf=title is not None, is_found=True,
            continents=_by_continent(catalog, members), **ways,
        )  # fmt: skip

    yield page(
        "cities/", None, cities,
        kinds=[kind for kind in PARTNERSHIP_KINDS if kind in by_kind],
        all_continents=[name for name in CONTINENTS if name in by_continent],
        countries=sorted(by_country, key=lambda code: catalog.countries[code].name.en),
    )  # fmt: skip
    for name, members in by_continent.items():
        yield page(IN_CONTINENT.of(name=name), partial(_in_continent, name=name), members)
    for code, members in by_country.items():
        yield page(country_address(code), partial(_in_country, code=code), members)
    for name, members in by_kind.items():
        yield page(OF_KIND.of(name=name), partial(_of_kind, name=name), members)


def _in_continent(view: View, *, name: str) -> str:
    return view.plain("cities.in", place=view.plain(f"continent.{name}"))


def _in_country(view: View, *, code: str) -> str:
    return view.plain("cities.in", place=view.country(code))


def _of_kind(view: View, *, name: str) -> str:
    return view.plain(f"kind.{name}.plural")


def _order(catalog: Catalog, city: City) -> tuple[int, str, str]:
    country = catalog.countries[city.country]
    return CONTINENTS.index(country.continent), country.name.en, city.name.en


def _by_continent(
    catalog: Catalog, ordered: Iterable[City]
) -> list[tuple[str, list[tuple[str, list[City]]]]]:
    """Cities by continent and then by country; they must be in that order."""
    return [
        (continent, [(code, list(items)) for code, items in groupby(group, lambda c: c.country)])
        for continent, group in groupby(ordered, lambda c: catalog.countries[c.country].continent)
    ]
