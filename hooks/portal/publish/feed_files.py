"""The files of feeds: Atom (RFC 4287) and JSON Feed 1.1, in each locale."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.data.store import digest
from portal.model.locale import BY_CODE, LOCALES
from portal.pages.feed import TYPES, Feed
from portal.pages.render import template_digests
from portal.publish.feed_entry import FeedEntry, feed_entry
from portal.publish.pictures import icon_path

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.locale import Locale
    from portal.pages.facts import Facts
    from portal.pages.trace import Fact
    from portal.portal import Portal

TEMPLATES = {
    "atom.xml": ("atom.xml.j2", "atom_entry.xml.j2", "feed_entry.html.j2"),
    "feed.json": ("feed_entry.html.j2",),
}
"""What each file is made with."""

STYLES = "assets/feed.css"
"""What lets a browser show the XML of a feed as a page."""

VERSION = "https://jsonfeed.org/version/1.1"


@dataclass(frozen=True, slots=True)
class FeedFile:
    """A feed in one format; it exists in every locale."""

    feed: Feed
    name: str
    """A key of ``TYPES``."""

    def dest_uri(self, locale: Locale) -> str:
        """The file that is published: ``en/press/atom.xml``."""
        return f"{locale.prefix}{self.feed.folder}{self.name}"


def feed_files(portal: Portal) -> Iterator[FeedFile]:
    """Every file of every feed."""
    return (FeedFile(feed, name) for feed in portal.feeds.values() for name in TYPES)


def feed_keys(portal: Portal, facts: Facts) -> dict[str, bytes]:
    """The key of every file, by its path: a digest of what is known before it is made."""
    names = {template for used in TEMPLATES.values() for template in used}
    digests = template_digests(portal.env, names)
    made_with = {name: b"".join(digests[t] for t in used) for name, used in TEMPLATES.items()}
    keys: dict[str, bytes] = {}
    for file in feed_files(portal):
        own = made_with[file.name] + facts.of_value(file.feed.releases) + portal.site.encode()
        keys |= {file.dest_uri(locale): digest(own) for locale in LOCALES}
    return keys


class FeedWriter:
    """Writes the feeds of a portal; a release that stands in several is put into words once for each locale."""

    def __init__(self, portal: Portal) -> None:
        self._portal = portal
        self._entries: dict[tuple[str, str], FeedEntry] = {}

    def write(self, file: FeedFile, locale: str) -> tuple[str, frozenset[Fact]]:
        """The text of a feed, and what it shows besides its releases."""
        entries = [self._entry(release.id, locale, file.feed) for release in file.feed.releases]
        texts = [entry.by_name[file.name] for entry in entries]
        text, facts = (self._atom if file.name == "atom.xml" else self._json)(file, locale, texts)
        return text, facts.union(*(entry.facts for entry in entries))

    def _entry(self, release_id: str, locale: str, feed: Feed) -> FeedEntry:
        known = self._entries.get((release_id, locale))
        if known is None:
            release = next(r for r in feed.releases if r.id == release_id)
            known = self._entries[release_id, locale] = feed_entry(self._portal, release, locale)
        return known

    def _atom(self, file: FeedFile, locale: str, entries: list[str]) -> tuple[str, frozenset[Fact]]:
        site, own = self._portal.site or "/", BY_CODE[locale]
        renderer = self._portal.renderer(locale)
        folder = file.feed.folder
        xml = renderer.render_part(
            "atom.xml.j2",
            feed=file.feed,
            base=f"{site}{own.prefix}{folder}",
            others=[(o.lang, f"{site}{o.prefix}{folder}") for o in LOCALES if o is not own],
            styles="../" * f"{own.prefix}{folder}".count("/") + STYLES,
            icon=f"{site}{icon_path(192)}",
            entries=entries,
        )
        return xml, renderer.view.facts()

    def _json(self, file: FeedFile, locale: str, entries: list[str]) -> tuple[str, frozenset[Fact]]:
        site, own = self._portal.site or "/", BY_CODE[locale]
        view = self._portal.view(locale)
        view.stand_at("")
        base = f"{site}{own.prefix}{file.feed.folder}"
        head = {
            "version": VERSION,
            "title": f"{file.feed.title(view)} – {view.plain('site.name')}",
            "home_page_url": base,
            "feed_url": f"{base}{file.name}",
            "description": view.plain("site.description"),
            "user_comment": view.plain("feed.note"),
            "icon": f"{site}{icon_path(512)}",
            "language": view.lang,
            "authors": [{"name": view.plain("site.name")}],
        }
        # The items are JSON already, each made once for all feeds that have it.
        text = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
        items = ",\n".join(entries)
        return f'{text},\n "items": [\n{items}\n]}}\n', view.facts()
