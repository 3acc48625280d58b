"""The files of feeds in each locale: Atom (RFC 4287), JSON Feed 1.1, iCalendar (RFC 5545)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from portal.data.store import digest
from portal.model.values.locale import BY_CODE, LOCALES
from portal.outputs.cards.drawn_files import icon_path
from portal.outputs.feeds.calendar_event import calendar_event, calendar_head
from portal.outputs.feeds.event_texts import KEPT, EventTexts
from portal.outputs.feeds.feed import CALENDAR, EVERY_EVENT, NEWS
from portal.outputs.feeds.feed_entry import feed_entry
from portal.pages.render.jinja import template_digests

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.edition import Edition
    from portal.model.values.locale import Locale
    from portal.outputs.feeds.feed import Feed
    from portal.pages.render.trace import Fact
    from portal.pages.render.view import View
    from portal.site_file import Made

TEMPLATES = ("atom.xml.j2", "atom_entry.xml.j2", "feed_entry.html.j2")
"""The templates of feeds of releases."""

STYLES = "assets/feed.css"
"""The style sheet with which browsers show the XML of a feed as a page."""

VERSION = "https://jsonfeed.org/version/1.1"

END = "END:VCALENDAR\r\n"


@dataclass(frozen=True, slots=True)
class FeedFile:
    """A feed in one format; it exists in every locale."""

    feed: Feed
    name: str
    """One of the feed's ``types``."""

    @property
    def path(self) -> str:
        """Its address below a locale's root: ``press/atom.xml``."""
        return f"{self.feed.folder}{self.name}"

    def dest_uri(self, locale: Locale) -> str:
        """The file that is published: ``en/press/atom.xml``."""
        return f"{locale.prefix}{self.path}"


@dataclass(frozen=True, slots=True)
class _Entry:
    """A record in one locale, in the words of each format."""

    by_name: dict[str, str]
    facts: frozenset[Fact]
    """What it shows besides its record."""


def feed_keys(edition: Edition, feeds: Iterable[Feed]) -> dict[str, bytes]:
    """The key of every file by its address below a locale's root: a digest of what is known before it is made."""
    digests = template_digests(edition.env, TEMPLATES)
    made_with = {**dict.fromkeys(NEWS, b"".join(digests.values())), **dict.fromkeys(CALENDAR, b"")}
    keys: dict[str, bytes] = {}
    for feed in feeds:
        said = edition.facts.of_value(feed.records) + edition.site.encode()
        for name in feed.types:
            keys[FeedFile(feed, name).path] = digest(made_with[name] + said)
    return keys


class FeedWriter:
    """Writes the feeds of an edition; a record in several feeds is rendered once for each locale."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._entries: dict[tuple[type, str, str], _Entry] = {}
        kept = edition.basis.kept_at(KEPT)
        self._events = {one.code: EventTexts(kept and kept / one.code) for one in LOCALES}

    def write(self, file: FeedFile, locale: str) -> Made:
        """The text of a feed, and what it shows besides its records."""
        entries = [self._entry(record, locale, file.feed) for record in file.feed.records]
        texts = [entry.by_name[file.name] for entry in entries]
        make = {"atom.xml": self._atom, "feed.json": self._json, "calendar.ics": self._calendar}
        view = self._edition.view(locale)
        text = make[file.name](file, view, texts)
        if file.feed.folder == EVERY_EVENT:
            self._events[locale].save()
        return text, view.facts().union(*(entry.facts for entry in entries))

    def _entry(self, record: Any, locale: str, feed: Feed) -> _Entry:
        key = type(record), record.id, locale
        known = self._entries.get(key)
        if known is None:
            view = self._edition.view(locale)
            if feed.types is NEWS:
                words = feed_entry(self._edition, record, view)
            else:
                words = dict.fromkeys(CALENDAR, calendar_event(record, view, self._events[locale]))
            known = self._entries[key] = _Entry(words, view.facts())
        return known

    def _base(self, file: FeedFile, locale: str) -> str:
        """The absolute address of the page that a feed belongs to."""
        return f"{self._edition.basis.base}{BY_CODE[locale].prefix}{file.feed.folder}"

    def _atom(self, file: FeedFile, view: View, entries: list[str]) -> str:
        others = [other for other in LOCALES if other.code != view.locale]
        return self._edition.renderer(view.locale).fill(
            view,
            "atom.xml.j2",
            feed=file.feed,
            base=self._base(file, view.locale),
            others=[(other.lang, self._base(file, other.code)) for other in others],
            styles="../" * file.dest_uri(BY_CODE[view.locale]).count("/") + STYLES,
            icon=f"{self._edition.basis.base}{icon_path(192)}",
            entries=entries,
        )

    def _json(self, file: FeedFile, view: View, entries: list[str]) -> str:
        base = self._base(file, view.locale)
        head = {
            "version": VERSION,
            "title": f"{file.feed.title(view)} – {view.plain('site.name')}",
            "home_page_url": base,
            "feed_url": f"{base}{file.name}",
            "description": view.plain("site.description"),
            "user_comment": view.plain("feed.note"),
            "icon": f"{self._edition.basis.base}{icon_path(512)}",
            "language": view.lang,
            "authors": [{"name": view.plain("site.name")}],
        }
        # The items are JSON already, each made once for all feeds that have it; so are the events below.
        text = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
        items = ",\n".join(entries)
        return f'{text},\n "items": [\n{items}\n]}}\n'

    def _calendar(self, file: FeedFile, view: View, events: list[str]) -> str:
        base = self._base(file, view.locale)
        head = calendar_head(view, file.feed.title(view), base, f"{base}{file.name}")
        return "".join([head.to_ical().decode().removesuffix(END), *events, END])
