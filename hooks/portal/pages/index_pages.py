"""Pages that list records: every record is reachable from them without JavaScript."""

from __future__ import annotations

from collections import defaultdict
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Any

from portal.data.problem import Place
from portal.model.country import CONTINENTS
from portal.model.doubts import doubts
from portal.model.partnership import PARTNERSHIP_KINDS
from portal.pages.page import Crumb, Head, PageSource

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from portal.model.catalog import Catalog
    from portal.model.city import City
    from portal.pages.view import View

    Title = Callable[[View], str]


ENOUGH = 20
"""Press releases on the first page of the press section."""


def index_pages(catalog: Catalog) -> Iterator[PageSource]:
    """Every list. A kind without records has none."""
    yield _index("homes/", "homes.html.j2", "homes")
    yield from _city_lists(catalog)
    if catalog.organizations:
        yield _index("organizations/", "organizations.html.j2", "organizations")
    yield from _by_year("exchanges/", "exchanges", catalog.exchanges.values())
    yield from _by_year("press/", "press_releases", catalog.press_releases.values())
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
    yield _index("site-map/", "site_map.html.j2", "homes", leaf=True)


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


def _by_year(root: str, kind: str, records: Iterable[Any]) -> Iterator[PageSource]:
    years: dict[int, list[Any]] = defaultdict(list)
    for record in records:
        years[_date(record).year].append(record)
    if not years:
        return
    ordered = [
        (year, sorted(years[year], key=lambda r: (_date(r), r.id), reverse=True))
        for year in sorted(years, reverse=True)
    ]
    every = [year for year, _ in ordered]
    shown = _newest(ordered) if kind == "press_releases" else ordered
    yield _index(root, f"{kind}.html.j2", kind, years=shown, ways=every)
    folder = root.rstrip("/")
    for year, members in ordered:
        title = partial(_in_year, folder=folder, year=year)
        yield _index(
            f"{root}{year}/", f"{kind}.html.j2", kind,
            title=title, years=[(year, members)], ways=[],
        )  # fmt: skip


def _newest(years: list[tuple[int, list[Any]]]) -> list[tuple[int, list[Any]]]:
    """The newest years, each whole, with enough releases to fill a page: more would be read by nobody."""
    shown, count = [], 0
    for year, members in years:
        if count >= ENOUGH:
            break
        shown.append((year, members))
        count += len(members)
    return shown


def _in_year(view: View, *, folder: str, year: int) -> str:
    return view.plain(f"{folder}.in_year", year=year)


def _date(record: Any) -> Any:
    return record.start if hasattr(record, "start") else record.date
