"""What can be followed with a program of one's own: press releases with a feed reader, exchanges with a calendar."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from portal.pages.address import address
from portal.pages.press_pages import all_releases, category_path, in_category, of_city, of_home

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.exchange import Exchange
    from portal.model.records.press_release import PressRelease
    from portal.pages.render.view import View

NEWEST = 20
"""Entries of a feed: readers fetch it often."""

NEWS = {"atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}
"""The files of a feed of releases, beside the page that it belongs to, and their types (RFC 4287, JSON Feed 1.1)."""

CALENDAR = {"calendar.ics": "text/calendar"}
"""The file of a calendar of exchanges, and its type (RFC 5545)."""

Title = Callable[["View"], str]
"""Gives a title in the locale of a view."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The press releases or the exchanges of one page, as a reader follows them."""

    folder: str
    """The address of the page below a locale's root: ``press/``, ``cities/jp-hachioji/``."""
    title: Title
    records: tuple[Any, ...]
    """Releases: what changed last comes first, so that a correction reaches those who have read the text, withdrawn
    ones too. Exchanges: those whose days are known, in their order."""
    types: dict[str, str]
    """The files of the feed, and their media types."""


def feeds(catalog: Catalog) -> list[Feed]:
    """Every feed: of all, of each home and city, and for releases of each category. None is empty."""
    return [*_grouped(_releases(catalog), NEWS), *_grouped(_exchanges(catalog), CALENDAR)]


def _grouped(found: Iterable[tuple[str, Title, Any]], types: dict[str, str]) -> Iterator[Feed]:
    members: dict[str, list[Any]] = defaultdict(list)
    titles: dict[str, Title] = {}
    for folder, title, record in found:
        members[folder].append(record)
        titles.setdefault(folder, title)
    arrange = _newest if types is NEWS else _in_order
    for folder, records in members.items():
        yield Feed(folder, titles[folder], arrange(records), types)


def _releases(catalog: Catalog) -> Iterator[tuple[str, Title, PressRelease]]:
    """Each release with every page that it is followed from, and what its feed is called."""
    for release in (*catalog.press_releases.values(), *catalog.withdrawn.values()):
        yield "press/", all_releases, release
        category = release.category
        yield category_path(category), partial(in_category, category=category), release
        for home_id in release.homes:
            if home := catalog.homes.get(home_id):
                yield address("homes", home), partial(of_home, home_id=home_id), release
        for city_id in release.cities:
            if city := catalog.cities.get(city_id):
                yield address("cities", city), partial(of_city, city_id=city_id), release


def _exchanges(catalog: Catalog) -> Iterator[tuple[str, Title, Exchange]]:
    """Each exchange whose days are known with every page that it is followed from."""
    for exchange in catalog.exchanges.values():
        if not exchange.has_days:
            continue
        yield "exchanges/", _all_exchanges, exchange
        parties = [("homes", home_id) for home_id in exchange.homes]
        parties += [("cities", part.city) for part in exchange.cities]
        for kind, party_id in parties:
            if party := catalog.of(kind).get(party_id):
                title = partial(_exchanges_of, kind=kind, party_id=party_id)
                yield address(kind, party), title, exchange


def _newest(releases: Iterable[PressRelease]) -> tuple[PressRelease, ...]:
    return tuple(sorted(releases, key=attrgetter("modified", "id"), reverse=True)[:NEWEST])


def _in_order(exchanges: Iterable[Exchange]) -> tuple[Exchange, ...]:
    return tuple(sorted(exchanges, key=attrgetter("start", "id")))


def _all_exchanges(view: View) -> str:
    return view.plain("exchanges.title")


def _exchanges_of(view: View, *, kind: str, party_id: str) -> str:
    party = view.catalog.of(kind)[party_id]
    return view.plain("exchanges.of_party", party=view.title(party))


def feed_links(found: Iterable[Feed], view: View) -> Markup:
    """What tells a browser or a reader that a page has feeds: ``<link>`` elements for its head."""
    return Markup(
        "".join(
            f'<link rel="alternate" type="{kind}" title="{escape(feed.title(view))}"'
            f' href="{view.url(feed.folder + name)}">'
            for feed in found
            for name, kind in feed.types.items()
        )
    )
