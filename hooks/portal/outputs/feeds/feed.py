"""Feeds and calendars: which exist, and what each contains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from portal.model.catalog.history.calendar_entries import calendar_entries
from portal.model.catalog.history.entry import Entry
from portal.model.catalog.history.histories import EVERY
from portal.model.records.kinds import EXCHANGES, KINDS
from portal.model.values.reference import references
from portal.pages.address import address
from portal.pages.press_pages import all_releases, category_path, in_category, of_city, of_home

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.records.press_release import PressRelease
    from portal.model.records.record import Record
    from portal.model.values.partial_date import PartialDate
    from portal.pages.render.view import View

NEWEST = 20
"""Entries of a feed: readers fetch it often."""

NEWS = {"atom.xml": "application/atom+xml", "feed.json": "application/feed+json"}
"""The files of a feed of releases, beside the page that it belongs to, and their types (RFC 4287, JSON Feed 1.1)."""

CALENDAR = {"calendar.ics": "text/calendar"}
"""The file of a calendar, and its type (RFC 5545)."""

_FORMATS = {"atom.xml": "Atom", "feed.json": "JSON Feed", "calendar.ics": "iCalendar"}
"""What readers call each."""

EVERY_EVENT = f"{EXCHANGES.section}/"
"""The page whose calendar has all exchanges and signings."""

_PARTIES = (("homes",), ("cities",))
"""The kinds whose records have calendars."""

Title = Callable[["View"], str]
"""Returns a title in the locale of a view."""


@dataclass(frozen=True, slots=True)
class Feed:
    """The press releases or the events of one page, for readers to follow."""

    folder: str
    """The address of the page below a locale's root: ``press/``, ``cities/jp-hachioji/``."""
    title: Title
    records: tuple[Any, ...]
    """Releases, including withdrawn ones: the last changed first, so that corrections reach those who read the text.
    Events: entries of histories and records whose exact days are known, in order of date."""
    types: dict[str, str]
    """The files of the feed, and their media types."""


def feeds(catalog: Catalog, relations: Relations) -> list[Feed]:
    """Every feed: of all, of each home and city, and for releases of each category. None is empty."""
    events = (*_moments(catalog, relations), *_events(catalog))
    return [*_grouped(_releases(catalog), NEWS), *_grouped(events, CALENDAR)]


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
    """Each release with every page whose feed has it, and the title of that feed."""
    for release in (*catalog.press_releases.values(), *catalog.withdrawn.values()):
        yield "press/", all_releases, release
        category = release.category
        yield category_path(category), partial(in_category, category=category), release
        for home_id in release.homes:
            home = address("homes", catalog.homes[home_id])
            yield home, partial(of_home, home_id=home_id), release
        for city_id in release.cities:
            city = address("cities", catalog.cities[city_id])
            yield city, partial(of_city, city_id=city_id), release


def _moments(catalog: Catalog, relations: Relations) -> Iterator[tuple[str, Title, Entry]]:
    """Each exchange and signing of the timeline that calendars can show, with every page whose calendar has it."""
    for entry in calendar_entries(relations.histories.get(EVERY, ())):
        yield EVERY_EVENT, partial(_all, section=EXCHANGES.section), entry
    for (kind,) in _PARTIES:
        for party in catalog.of(kind).values():
            subject, title = f"{kind}/{party.id}", partial(_of, kind=kind, party_id=party.id)
            for entry in calendar_entries(relations.histories.get(subject, ()), subject):
                yield address(kind, party), title, entry


def _events(catalog: Catalog) -> Iterator[tuple[str, Title, Record]]:
    """The same for records of other kinds that have calendars."""
    others = (
        kind for kind in KINDS.with_pages if kind.feed == "calendar" and kind is not EXCHANGES
    )
    for kind in others:
        for record in catalog.of(kind).values():
            if not record.has_days:
                continue
            yield f"{kind.section}/", partial(_all, section=kind.section), record
            named = [(k[0], named_id) for _, k, named_id in references(record) if k in _PARTIES]
            for party_kind, party_id in dict.fromkeys(named):
                title = partial(_of, kind=party_kind, party_id=party_id)
                yield address(party_kind, catalog.of(party_kind)[party_id]), title, record


def _newest(releases: Iterable[PressRelease]) -> tuple[PressRelease, ...]:
    return tuple(sorted(releases, key=attrgetter("modified", "id"), reverse=True)[:NEWEST])


def _in_order(events: Iterable[Record | Entry]) -> tuple[Record | Entry, ...]:
    return tuple(sorted(events, key=lambda event: (_begin(event), event.id)))


def _begin(record: Record | Entry) -> PartialDate:
    if isinstance(record, Entry):
        return record.start
    kind = KINDS.of(record)
    begin = kind.begin(record) if kind else None
    assert begin is not None, "only what has days is in a calendar"
    return begin


def _all(view: View, *, section: str) -> str:
    return view.plain(f"{section}.title")


def _of(view: View, *, kind: str, party_id: str) -> str:
    """The calendar of a party has events of all kinds; most are exchanges."""
    party = view.catalog.of(kind)[party_id]
    return view.plain("exchanges.of_party", party=view.title(party))


def feed_links(found: Iterable[Feed], view: View) -> Markup:
    """``<link>`` elements for the head of a page, which tell browsers and feed readers about its feeds."""
    return Markup(
        "".join(
            f'<link rel="alternate" type="{kind}" title="{_link_title(feed, name, view)}"'
            f' href="{view.url(feed.folder + name)}">'
            for feed in found
            for name, kind in feed.types.items()
        )
    )


def _link_title(feed: Feed, name: str, view: View) -> Markup:
    """Two formats of a feed differ by name, where a program offers both."""
    return view.t("feed.link", title=feed.title(view), format=_FORMATS[name])
