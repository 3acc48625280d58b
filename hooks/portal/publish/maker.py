"""Pages and feeds become files: rendered, pages put into their frames, and written where their content is new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import escape

from portal.data.store import digest
from portal.model.values.locale import LOCALES
from portal.outputs.feeds.feed import feed_links
from portal.outputs.feeds.feed_files import FeedFile, FeedWriter, feed_files, feed_keys
from portal.pages.render.renderer import template_digests
from portal.publish.tree import bring

if TYPE_CHECKING:
    from portal.edition import Edition
    from portal.pages.page import PageSource
    from portal.pages.render.facts import Facts
    from portal.pages.render.trace import Fact
    from portal.publish.frame import Frame
    from portal.publish.tree import Entry, Tree

FrameOf = Callable[["PageSource", str], "Frame"]
"""Gives the frame of a page in a locale."""


@dataclass(frozen=True, slots=True)
class Job:
    """A page or a feed to be made in a locale."""

    path: str
    """Of the file to be written."""
    source: PageSource | FeedFile
    locale: str


class Maker:
    """Renders pages and writes them; used by several processes, each on its own pages."""

    def __init__(self, edition: Edition, frame_of: FrameOf, live: Tree, tree: Tree) -> None:
        self._edition, self._frame_of = edition, frame_of
        self._live, self._tree = live, tree
        self._feeds = FeedWriter(edition)

    def make(self, job: Job) -> tuple[str, Entry, frozenset[Fact]]:
        """Write a file; gives its path, the file as it was written, and what it showed of other records."""
        if isinstance(job.source, FeedFile):
            text, facts = self._feeds.write(job.source, job.locale)
        else:
            text, facts = self._page(job.source, job.locale)
        bring(job.path, text.encode(), self._live, self._tree)
        return job.path, self._tree.files[job.path], facts

    def _page(self, page: PageSource, locale: str) -> tuple[str, frozenset[Fact]]:
        """A page in its frame."""
        rendered = self._edition.render(page, locale)
        view, place = self._edition.view(locale), page.place
        html = self._frame_of(page, locale).fill(
            {
                "title": str(escape(rendered.head.title)),
                "description": str(escape(rendered.head.description)),
                "path": page.path,
                "crumbs": str(view.crumbs(rendered.head)),
                "content": rendered.content,
                "type": "article" if page.is_article else "website",
                "cardurl": str(escape(rendered.card.url)),
                "cardwidth": str(rendered.card.width),
                "cardheight": str(rendered.card.height),
                "cardalt": str(escape(rendered.card.alt)),
                "linked": rendered.linked_data,
                "feeds": feed_links(self._edition.feeds_of(page.path), view),
                "edit": f"{place.path}#L{place.line}" if place else "",
            }
        )
        return html, view.facts()


def jobs_of(edition: Edition) -> list[Job]:
    """The file of every page and of every feed in every locale.

    The locales take turns, so that of two processes each has one, with its templates and the entries of its feeds.
    """
    sources: list[PageSource | FeedFile] = [*edition.pages.values(), *feed_files(edition)]
    return [
        Job(source.dest_uri(locale), source, locale.code)
        for source in sources
        for locale in LOCALES
    ]


def keys_of(edition: Edition, frame_of: FrameOf, facts: Facts) -> dict[str, bytes]:
    """The key of every page and of every feed, by path of its file."""
    templates = template_digests(edition.env, {page.template for page in edition.pages.values()})
    keys = feed_keys(edition, facts)
    for page in edition.pages.values():
        own = templates[page.template] + facts.of_value(page.params) + str(page.place).encode()
        own += edition.site.encode()
        own += str([feed.folder for feed in edition.feeds_of(page.path)]).encode()
        for locale in LOCALES:
            keys[page.dest_uri(locale)] = digest(own + frame_of(page, locale.code).digest)
    return keys
