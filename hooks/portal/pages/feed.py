"""Lists of press releases that can be followed with a feed reader."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from portal.pages.address import address
from portal.pages.press_pages import all_releases, category_path, in_category, of_city, of_home

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from portal.model.catalog import Catalog
    from portal.model.press_release import PressRelease
    from portal.pages.view import View

NEWEST = 20
"""Entries of a feed: readers fetch it often."""

TYPES = {"atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}
"""The files of each feed, beside the page that it belongs to, and their media types (RFC 4287, JSON Feed 1.1)."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The press releases of one page, as a reader follows them."""

    folder: str
    """The address of the page below a locale's root: ``press/``, ``cities/jp-hachioji/``."""
    title: Callable[[View], str]
    """Gives its title in the locale of a view."""
    releases: tuple[PressRelease, ...]
    """What changed last comes first, so that a correction reaches those who have read the text; withdrawn ones too."""


def feeds(catalog: Catalog) -> dict[str, Feed]:
    """Every feed by its folder: of all releases, of each home and city that one is about, of each category.

    A page without releases has no feed.
    """
    members: dict[str, list[PressRelease]] = defaultdict(list)
    titles: dict[str, Callable[[View], str]] = {}
    for release in (*catalog.press_releases.values(), *catalog.withdrawn.values()):
        for folder, title in _followed(catalog, release):
            members[folder].append(release)
            titles.setdefault(folder, title)
    return {folder: Feed(folder, titles[folder], _newest(members[folder])) for folder in members}


def _followed(
    catalog: Catalog, release: PressRelease
) -> Iterator[tuple[str, Callable[[View], str]]]:
    """The feeds that a release belongs to: their folders and their titles."""
    yield "press/", all_releases
    yield category_path(release.category), partial(in_category, category=release.category)
    for home_id in release.homes:
        if home := catalog.homes.get(home_id):
            yield address("homes", home), partial(of_home, home_id=home_id)
    for city_id in release.cities:
        if city := catalog.cities.get(city_id):
            yield address("cities", city), partial(of_city, city_id=city_id)


def _newest(releases: Iterable[PressRelease]) -> tuple[PressRelease, ...]:
    return tuple(sorted(releases, key=attrgetter("modified", "id"), reverse=True)[:NEWEST])


def feed_links(found: Iterable[Feed], view: View) -> Markup:
    """What tells a browser or a reader that a page has feeds: ``<link>`` elements for its head."""
    return Markup(
        "".join(
            f'<link rel="alternate" type="{kind}" title="{escape(feed.title(view))}"'
            f' href="{view.url(feed.folder + name)}">'
            for feed in found
            for name, kind in TYPES.items()
        )
    )
