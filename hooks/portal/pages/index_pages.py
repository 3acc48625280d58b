"""Pages that list records: every record is reachable from them without JavaScript."""

from __future__ import annotations

from collections import defaultdict
from itertools import groupby
from typing import TYPE_CHECKING, Any

from portal.data.problem import Place
from portal.model.country import CONTINENTS
from portal.model.doubts import doubts
from portal.model.partnership import PARTNERSHIP_KINDS
from portal.pages.page import Crumb, PageSource

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.city import City
    from portal.pages.view import View


def index_pages(view: View) -> Iterator[PageSource]:
    """Every list, in one locale. ``view`` stands at the root. A kind without records has none."""
    catalog = view.catalog
    yield _index(view, "homes/", "homes.html.j2", "homes")
    yield from _city_lists(view)
    if catalog.organizations:
        yield _index(view, "organizations/", "organizations.html.j2", "organizations")
    yield from _by_year(view, "exchanges/", "exchanges", catalog.exchanges.values())
    yield from _by_year(view, "press/", "press_releases", catalog.press_releases.values())
    for path, kind in (
        ("reports/", "trip_reports"),
        ("plans/", "plans"),
        ("glossary/", "glossary"),
    ):
        if getattr(catalog, kind):
            yield _index(view, path, f"{kind}.html.j2", kind)
    if catalog.sources:
        yield _index(view, "sources/", "sources.html.j2", "sources", leaf=True)
    listed = list(doubts(catalog))
    yield _index(
        view, "needs-verification/", "needs_verification.html.j2", "homes", leaf=True, doubts=listed
    )
    yield _index(view, "site-map/", "site_map.html.j2", "homes", leaf=True)


def _index(
    view: View,
    path: str,
    template: str,
    kind: str,
    *,
    title: str = "",
    crumbs: tuple[Crumb, ...] = (),
    leaf: bool = False,
    **params: Any,
) -> PageSource:
    """A list below the root; its title and description are labels named after the first part of its path."""
    folder = path.partition("/")[0]
    title = title or str(view.t(f"{folder}.title"))
    return PageSource(
        path=path,
        locale=view.locale,
        template=template,
        title=title,
        description=str(view.t(f"{folder}.index_description", title=title)),
        crumbs=crumbs,
        params={"title": title, **params},
        place=Place(_file(kind)),
        is_index=not leaf,
    )


def _file(kind: str) -> str:
    years = kind in ("exchanges", "press_releases", "trip_reports", "plans")
    return f"data/{kind}" if years else f"data/{kind}.yaml"


def _city_lists(view: View) -> Iterator[PageSource]:
    cities = view.catalog.cities.values()
    by_country: dict[str, list[City]] = defaultdict(list)
    by_kind: dict[str, list[City]] = defaultdict(list)
    for city in cities:
        by_country[city.country].append(city)
        for kind in {partnership.kind for partnership in city.partnerships}:
            by_kind[kind].append(city)
    by_continent: dict[str, list[City]] = defaultdict(list)
    for code, members in by_country.items():
        by_continent[view.catalog.countries[code].continent] += members

    def page(path: str, title: str, members: Iterable[City], **params: Any) -> PageSource:
        crumbs = (Crumb(str(view.t("cities.title")), "cities/"),) if path != "cities/" else ()
        return _index(
            view, path, "cities.html.j2", "cities",
            title=title, crumbs=crumbs, leaf=path != "cities/",
            continents=group_by_continent(view, members), **params,
        )  # fmt: skip

    filters = {
        "kinds": [kind for kind in PARTNERSHIP_KINDS if kind in by_kind],
        "all_continents": [name for name in CONTINENTS if name in by_continent],
        "countries": sorted(by_country, key=lambda code: view.catalog.countries[code].name.en),
    }
    yield page("cities/", str(view.t("cities.title")), cities, **filters)
    none: dict[str, list[str]] = {"kinds": [], "all_continents": [], "countries": []}
    for name, members in by_continent.items():
        title = str(view.t("cities.in", place=view.t(f"continent.{name}")))
        yield page(f"cities/continents/{name}/", title, members, **none)
    for code, members in by_country.items():
        title = str(view.t("cities.in", place=view.country(code)))
        yield page(f"cities/countries/{code.lower()}/", title, members, **none)
    for name, members in by_kind.items():
        title = str(view.t(f"kind.{name}.plural"))
        yield page(f"cities/kinds/{name}/", title, members, **none)


def group_by_continent(
    view: View, cities: Iterable[City]
) -> list[tuple[str, list[tuple[str, list[City]]]]]:
    """Cities by continent and, inside, by country in the order of English names."""
    countries = view.catalog.countries

    def key(city: City) -> tuple[int, str, str]:
        country = countries[city.country]
        return CONTINENTS.index(country.continent), country.name.en, city.name.en

    ordered = sorted(cities, key=key)
    return [
        (continent, [(code, list(items)) for code, items in groupby(group, lambda c: c.country)])
        for continent, group in groupby(ordered, lambda c: countries[c.country].continent)
    ]


def _by_year(view: View, root: str, kind: str, records: Iterable[Any]) -> Iterator[PageSource]:
    years: dict[int, list[Any]] = defaultdict(list)
    for record in records:
        years[_date(record).year].append(record)
    if not years:
        return
    ordered = [
        (year, sorted(years[year], key=lambda r: (_date(r), r.id), reverse=True))
        for year in sorted(years, reverse=True)
    ]
    yield _index(view, root, f"{kind}.html.j2", kind, years=ordered, ways=True)
    crumbs = (Crumb(str(view.t(f"{root.rstrip('/')}.title")), root),)
    for year, members in ordered:
        title = str(view.t(f"{root.rstrip('/')}.in_year", year=year))
        yield _index(
            view, f"{root}{year}/", f"{kind}.html.j2", kind,
            title=title, crumbs=crumbs, years=[(year, members)], ways=False,
        )  # fmt: skip


def _date(record: Any) -> Any:
    return record.start if hasattr(record, "start") else record.date
