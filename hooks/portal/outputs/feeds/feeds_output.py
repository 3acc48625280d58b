"""Feeds of press releases, calendars of exchanges and signings."""

from __future__ import annotations

from functools import cached_property, partial
from typing import TYPE_CHECKING

from portal.edition import Output
from portal.model.records.kinds import PRESS_RELEASES
from portal.model.values.locale import LOCALES
from portal.outputs.feeds.feed import NEWS, feed_links, feeds
from portal.outputs.feeds.feed_files import FeedFile, FeedWriter, feed_keys
from portal.pages.chapter_addresses import record_above
from portal.site_file import Files, TracedFile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.edition import Edition
    from portal.outputs.feeds.feed import Feed
    from portal.pages.page import PageSource
    from portal.pages.render.renderer import Shown
    from portal.pages.render.view import View


class Feeds(Output):
    """Feeds and calendars of everything, of each government and city, and of each category of releases."""

    SLOTS = ("feed_links",)

    @cached_property
    def all(self) -> list[Feed]:
        """Every feed and calendar; none is empty."""
        return feeds(self.basis.catalog, self.basis.relations)

    @cached_property
    def _news(self) -> dict[str, Feed]:
        """The feeds of releases, by the address of their page."""
        return {feed.folder: feed for feed in self.all if feed.types is NEWS}

    def of_page(self, path: str) -> list[Feed]:
        """The feeds that a page names: its own or, on a chapter, its record's; with the press that of all releases."""
        own = record_above(path) or path
        names_all = not path or path.startswith(f"{PRESS_RELEASES.section}/")
        folders = dict.fromkeys([own, f"{PRESS_RELEASES.section}/"] if names_all else [own])
        return [self._news[folder] for folder in folders if folder in self._news]

    def head(self, view: View, shown: Shown) -> dict[str, str]:
        """Links to the feeds of the page, which browsers and feed readers look for."""
        return {"feed_links": feed_links(self.of_page(shown.path), view)}

    def key(self, page: PageSource) -> bytes:
        """Which feeds the page names: one can end although the page never showed its last release."""
        return repr([feed.folder for feed in self.of_page(page.path)]).encode()

    def downloads(self) -> Iterator[str]:
        """Every feed in each of its formats and locales."""
        return (file.dest_uri(locale) for file in self._files for locale in LOCALES)

    @property
    def _files(self) -> Iterator[FeedFile]:
        return (FeedFile(feed, name) for feed in self.all for name in feed.types)

    def files(self, edition: Edition) -> Files:
        """Each feed in each of its formats and locales."""
        writer, keys = FeedWriter(edition), feed_keys(edition, self.all)
        return Files(
            traced=[
                TracedFile(
                    file.dest_uri(locale), keys[file.path], partial(writer.write, file, locale.code)
                )
                for file in self._files
                for locale in LOCALES
            ]
        )
