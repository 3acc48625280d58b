"""Pages become files: rendered, put into their frames, and written where their content is new."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import escape

from portal.data.store import digest
from portal.model.locale import LOCALES
from portal.pages.cards import shared_card
from portal.pages.render import template_digests
from portal.publish.tree import bring

if TYPE_CHECKING:
    from portal.pages.facts import Facts
    from portal.pages.page import PageSource
    from portal.pages.trace import Fact
    from portal.portal import Portal
    from portal.publish.frame import Frame
    from portal.publish.tree import Entry, Tree

FrameOf = Callable[["PageSource", str], "Frame"]
"""Gives the frame of a page in a locale."""


@dataclass(frozen=True, slots=True)
class Job:
    """A page to be made in a locale."""

    path: str
    """Of the file to be written."""
    page: PageSource
    locale: str


class Maker:
    """Renders pages and writes them; used by several processes, each on its own pages."""

    def __init__(self, portal: Portal, frame_of: FrameOf, live: Tree, tree: Tree) -> None:
        self._portal, self._frame_of = portal, frame_of
        self._live, self._tree = live, tree

    def make(self, job: Job) -> tuple[str, Entry, frozenset[Fact]]:
        """Write a page; gives its file, the file as it was written, and what the page showed of other records."""
        rendered = self._portal.render(job.page, job.locale)
        view, place = self._portal.view(job.locale), job.page.place
        card = rendered.head.picture or shared_card(view, job.page.path.partition("/")[0])
        html = self._frame_of(job.page, job.locale).fill(
            {
                "title": str(escape(rendered.head.title)),
                "description": str(escape(rendered.head.description)),
                "path": job.page.path,
                "crumbs": str(view.crumbs(rendered.head)),
                "content": rendered.content,
                "cardurl": str(escape(card.url)),
                "cardwidth": str(card.width),
                "cardheight": str(card.height),
                "cardalt": str(escape(card.alt)),
                "linked": rendered.linked_data,
                "edit": f"{place.path}#L{place.line}" if place else "",
            }
        )
        bring(job.path, html.encode(), self._live, self._tree)
        return job.path, self._tree.files[job.path], rendered.facts


def files_of(portal: Portal) -> list[tuple[str, PageSource, str]]:
    """The file of every page in every locale."""
    return [
        (page.dest_uri(locale), page, locale.code)
        for locale in LOCALES
        for page in portal.pages.values()
    ]


def keys_of(portal: Portal, frame_of: FrameOf, facts: Facts) -> dict[str, bytes]:
    """The key of every page, by path of its file."""
    templates = template_digests(portal.env, {page.template for page in portal.pages.values()})
    keys = {}
    for page in portal.pages.values():
        own = templates[page.template] + facts.of_value(page.params) + str(page.place).encode()
        own += portal.site.encode()
        for locale in LOCALES:
            keys[page.dest_uri(locale)] = digest(own + frame_of(page, locale.code).digest)
    return keys
