"""Lists of press releases: the newest, and all by year, month, home and category."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING

from portal.data.problem import Place
from portal.model.records.kinds import HOMES, PRESS_RELEASES
from portal.model.records.press_release import Category
from portal.model.values.field_marks import choices_of
from portal.model.values.partial_date import PartialDate
from portal.pages.address import ListAddress, address
from portal.pages.page import PageSource
from portal.pages.render.head import Crumb, Head

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.home import Home
    from portal.model.records.press_release import PressRelease
    from portal.pages.render.view import View

    Periods = list[tuple[PartialDate, list[PressRelease]]]
    Title = Callable[[View], str]

CATEGORIES: tuple[str, ...] = choices_of(Category)

IN_YEAR = ListAddress("press/{year}/")
IN_MONTH = ListAddress("press/{year}/{month}/")
IN_CATEGORY = ListAddress("press/categories/{name}/")
OF_HOME = ListAddress("press/homes/{name}/", HOMES.name)

PRESS_LISTS = (IN_YEAR, IN_MONTH, IN_CATEGORY, OF_HOME)
"""The lists below that of all releases."""

ENOUGH = 20
"""Press releases on the first page of the press section."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The narrower lists that a list links to, by their subject."""

    years: tuple[int, ...] = ()
    months: tuple[PartialDate, ...] = ()
    categories: tuple[str, ...] = ()
    homes: tuple[Home, ...] = ()


def press_pages(catalog: Catalog) -> Iterator[PageSource]:
    """Every list."""
    releases = sorted(catalog.press_releases.values(), key=attrgetter("date", "id"), reverse=True)
    years, months = _by(releases, _year), _by(releases, _month)
    by_category: dict[str, list[PressRelease]] = defaultdict(list)
    by_home: dict[str, list[PressRelease]] = defaultdict(list)
    for release in releases:
        by_category[release.category].append(release)
        for home_id in release.homes:
            by_home[home_id].append(release)
    homes = tuple(home for home in catalog.homes.values() if home.id in by_home)
    categories = tuple(category for category in CATEGORIES if category in by_category)
    every_year = tuple(year.year for year, _ in years)
    yield _list(
        "press/", _newest(years), ways=Ways(every_year, (), categories, homes), feed="press/"
    )
    for year in every_year:
        own = [(month, members) for month, members in months if month.year == year]
        ways = Ways(months=tuple(month for month, _ in own))
        yield _list(IN_YEAR.of(year=year), own, title=partial(_in_year, year=year), ways=ways)
    for month, members in months:
        path = IN_MONTH.of(year=month.year, month=f"{month.month:02}")
        title = partial(_in_month, month=month)
        yield _list(path, [(month, members)], title=title, above=month.year)
    for category, members in by_category.items():
        title = partial(in_category, category=category)
        path = category_path(category)
        yield _list(path, _by(members, _year), title=title, brief=True, feed=path)
    for home in homes:
        title = partial(of_home, home_id=home.id)
        path, members = OF_HOME.of(name=home.id), by_home[home.id]
        feed = address(HOMES.name, home)
        yield _list(path, _by(members, _year), title=title, brief=True, feed=feed)


def _list(
    path: str,
    periods: Periods,
    *,
    title: Title | None = None,
    above: int | None = None,
    brief: bool = False,
    ways: Ways | None = None,
    feed: str = "",
) -> PageSource:
    """A list of releases by period; ``brief`` without leads, ``above`` its year, ``feed`` the folder of its feed."""
    return PageSource(
        path=path,
        template=f"{PRESS_RELEASES.name}.html.j2",
        head=partial(_head, title=title, above=above),
        params={"periods": periods, "brief": brief, "ways": ways, "feed": feed},
        place=Place(f"data/{PRESS_RELEASES.path}"),
        is_index=True,
        is_found=title is None,
    )


def _head(view: View, *, title: Title | None, above: int | None) -> Head:
    section = all_releases(view)
    own = title(view) if title else section
    crumbs = [Crumb(section, "press/")] if title else []
    if above:
        crumbs.append(Crumb(view.plain("year.title", year=above), IN_YEAR.of(year=above)))
    return Head(own, view.plain("press.index_description", title=own), tuple(crumbs))


def _by(releases: Iterable[PressRelease], period: Callable[[PressRelease], PartialDate]) -> Periods:
    """Releases by period; they must be in order of date."""
    return [(key, list(members)) for key, members in groupby(releases, key=period)]


def _year(release: PressRelease) -> PartialDate:
    return PartialDate(release.date.year)


def _month(release: PressRelease) -> PartialDate:
    return PartialDate(release.date.year, release.date.day.month)


def _newest(years: Periods) -> Periods:
    """The newest complete years with enough releases to fill a page; nobody would read more."""
    shown: Periods = []
    for year, members in years:
        if sum(len(found) for _, found in shown) >= ENOUGH:
            break
        shown.append((year, members))
    return shown


def _in_year(view: View, *, year: int) -> str:
    return view.plain("press.in_year", year=year)


def _in_month(view: View, *, month: PartialDate) -> str:
    return view.plain("press.in_month", month=view.date(month).striptags())


def all_releases(view: View) -> str:
    """The title of the list of all press releases."""
    return view.plain("press.title")


def category_path(category: str) -> str:
    """The address of the list of a category."""
    return IN_CATEGORY.of(name=category)


def in_category(view: View, *, category: str) -> str:
    """The title of the list of a category."""
    return view.plain("press.in_category", category=view.plain(f"press.category.{category}"))


def of_home(view: View, *, home_id: str) -> str:
    """The title of the list of releases about a home."""
    return view.plain("press.of_home", home=view.title(view.catalog.homes[home_id]))


def of_city(view: View, *, city_id: str) -> str:
    """The title of the list of releases about a city."""
    return view.plain("press.of_home", home=view.title(view.catalog.cities[city_id]))
