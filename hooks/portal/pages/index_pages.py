"""Pages that list records: every record is reachable from them without JavaScript."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from portal.data.problem import Place
from portal.model.catalog.doubts import doubts
from portal.model.records.country import CONTINENTS
from portal.model.records.partnership import PARTNERSHIP_KINDS
from portal.pages.page import PageSource
from portal.pages.press_pages import press_pages
from portal.pages.render.head import Crumb, Head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.city import City
    from portal.model.records.exchange import Exchange
    from portal.pages.render.view import View

    Title = Callable[[View], str]


def index_pages(catalog: Catalog, *, search: bool = True) -> Iterator[PageSource]:
    """Every list; a kind without records has none. With ``search`` the map of the site names the page of the search."""
    yield _index("homes/", "homes.html.j2", "homes")
    yield from _city_lists(catalog)
    if catalog.organizations:
        yield _index("organizations/", "organizations.html.j2", "organizations")
    yield from _exchanges_by_year(catalog.exchanges.values())
    yield from press_pages(catalog)
    for path, kind in (
        ("reports/", "trip_reports"),
        ("plans/", "plans"),
        ("glossary/", "glossary"),
    ):
        if getattr(catalog, kind):
            yield _index(path, f"{kind}.html.j2", kind)
    if catalog.sources:
        yield _index("sources/", "sources.html.j2", "sources", leaf=True)
    listed = list(doubts(catalog))
    yield _index(
        "needs-verification/", "needs_verification.html.j2", "homes", leaf=True, doubts=listed
    )
    yield _index("site-map/", "site_map.html.j2", "homes", leaf=True, search=search)


def _index(
    path: str,
    template: str,
    kind: str,
    *,
    title: Title | None = None,
    leaf: bool = False,
    **params: Any,
) -> PageSource:
    """A list; without a title of its own it has that of its section."""
    return PageSource(
        path=path,
        template=template,
        head=partial(_head, folder=path.partition("/")[0], title=title),
        params=params,
        place=Place(_file(kind)),
        is_index=not leaf,
    )


def _head(view: View, *, folder: str, title: Title | None) -> Head:
    """The labels of a section are named after the first part of its address."""
    section = view.plain(f"{folder}.title")
    own = title(view) if title else section
    description = view.plain(f"{folder}.index_description", title=own)
    return Head(own, description, (Crumb(section, f"{folder}/"),) if title else ())


def _file(kind: str) -> str:
    years = kind in ("exchanges", "press_releases", "trip_reports", "plans")
    return f"data/{kind}" if years else f"data/{kind}.yaml"


def _city_lists(catalog: Catalog) -> Iterator[PageSource]:
    cities = sorted(catalog.cities.values(), key=partial(_city_order, catalog))
    by_country: dict[str, list[City]] = defaultdict(list)
    by_kind: dict[str, list[City]] = defaultdict(list)
    by_continent: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        by_country[city.country].append(city)
        by_continent[catalog.countries[city.country].continent].append(city)
        for kind in {partnership.kind for partnership in city.partnerships}:
            by_kind[kind].append(city)

    def page(path: str, title: Title | None, members: Iterable[City], **ways: Any) -> PageSource:
        ways = ways or {"kinds": [], "all_continents": [], "countries": []}
        return _index(
            path, "cities.html.j2", "cities",
            title=title, leaf=title is not None,
            continents=_by_continent(catalog, members), **ways,
        )  # fmt: skip

    yield page(
        "cities/", None, cities,
        kinds=[kind for kind in PARTNERSHIP_KINDS if kind in by_kind],
        all_continents=[name for name in CONTINENTS if name in by_continent],
        countries=sorted(by_country, key=lambda code: catalog.countries[code].name.en),
    )  # fmt: skip
    for name, members in by_continent.items():
        yield page(f"cities/continents/{name}/", partial(_in_continent, name=name), members)
    for code, members in by_country.items():
        yield page(f"cities/countries/{code.lower()}/", partial(_in_country, code=code), members)
    for name, members in by_kind.items():
        yield page(f"cities/kinds/{name}/", partial(_of_kind, name=name), members)


def _in_continent(view: View, *, name: str) -> str:
    return view.plain("cities.in", place=view.plain(f"continent.{name}"))


def _in_country(view: View, *, code: str) -> str:
    return view.plain("cities.in", place=view.country(code))


def _of_kind(view: View, *, name: str) -> str:
    return view.plain(f"kind.{name}.plural")


def _city_order(catalog: Catalog, city: City) -> tuple[int, str, str]:
    country = catalog.countries[city.country]
    return CONTINENTS.index(country.continent), country.name.en, city.name.en


def _by_continent(
    catalog: Catalog, ordered: Iterable[City]
) -> list[tuple[str, list[tuple[str, list[City]]]]]:
    """Cities, which are ordered so, by continent and, inside, by country."""
    return [
        (continent, [(code, list(items)) for code, items in groupby(group, lambda c: c.country)])
        for continent, group in groupby(ordered, lambda c: catalog.countries[c.country].continent)
    ]


def _exchanges_by_year(exchanges: Iterable[Exchange]) -> Iterator[PageSource]:
    newest = sorted(exchanges, key=attrgetter("start", "id"), reverse=True)
    years = [(year, list(found)) for year, found in groupby(newest, lambda e: e.start.year)]
    if not years:
        return
    every = [year for year, _ in years]
    has_days = any(exchange.has_days for exchange in newest)
    yield _index(
        "exchanges/", "exchanges.html.j2", "exchanges", years=years, ways=every, has_days=has_days
    )
    for year, members in years:
        yield _index(
            f"exchanges/{year}/", "exchanges.html.j2", "exchanges",
            title=partial(_in_year, year=year), years=[(year, members)], ways=[], has_days=False,
        )  # fmt: skip


def _in_year(view: View, *, year: int) -> str:
    return view.plain("exchanges.in_year", year=year)
