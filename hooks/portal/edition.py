"""A portal: a folder with ``data/`` and ``content/``, read, checked and laid out in pages."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.relations import build_relations
from portal.model.catalog.schedule import schedule
from portal.model.checks.check import check
from portal.model.reading.load import load
from portal.outputs.cards.card_problems import card_problems
from portal.outputs.feeds.feed import NEWS, feeds
from portal.outputs.open_data.changes import snapshot_problems
from portal.outputs.open_data.kept_back import kept_back
from portal.pages.layout import Layout
from portal.pages.render.renderer import Renderer, environment
from portal.resources import BASE, TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2 import Environment

    from portal.data.problem import Problem
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.catalog.schedule import Schedule
    from portal.model.reading.memory import Memory
    from portal.model.values.moment import Moment
    from portal.outputs.feeds.feed import Feed
    from portal.pages.page import PageSource
    from portal.pages.render.renderer import Rendered
    from portal.pages.render.view import View


@dataclass
class Edition:
    """All that is known of a portal before MkDocs builds it."""

    root: Path
    catalog: Catalog
    relations: Relations
    schedule: Schedule
    """How long the same records are public."""
    problems: list[Problem]
    """Sorted by place. While there are any, there are no pages."""
    site: str
    """The absolute address of the published root, with a slash at its end; empty where nobody knows it."""
    pages: dict[str, PageSource]
    """Every generated page by its address; it exists in every locale."""
    moved: dict[str, str]
    """Addresses that were published and lead on, and where to."""
    kept_back: dict[str, set[str]]
    """Ids of what is written and not public now, by table of the open data."""
    env: Environment = field(init=False)
    _renderers: dict[str, Renderer] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.env = environment([self.root / "templates", TEMPLATES])

    def renderer(self, locale: str) -> Renderer:
        """What renders pages in that locale."""
        if locale not in self._renderers:
            found = Renderer(self.env, self.catalog, self.relations, locale, self.site)
            self._renderers[locale] = found
        return self._renderers[locale]

    def render(self, page: PageSource, locale: str) -> Rendered:
        """A page in a locale."""
        return self.renderer(locale).render(page)

    @cached_property
    def feeds(self) -> list[Feed]:
        """What can be followed with a program of one's own."""
        return feeds(self.catalog)

    @cached_property
    def _news(self) -> dict[str, Feed]:
        """The feeds of releases, by the address of their page."""
        return {feed.folder: feed for feed in self.feeds if feed.types is NEWS}

    def feeds_of(self, path: str) -> list[Feed]:
        """The feeds of releases that a page names: its own, and on lists of the press that of all."""
        page = self.pages.get(path)
        is_list = path.startswith("press/") and page is not None and page.is_index
        folders = dict.fromkeys([path, "press/"] if is_list else [path])
        return [self._news[folder] for folder in folders if folder in self._news]

    def view(self, locale: str) -> View:
        """The helpers of templates in a locale."""
        return self.renderer(locale).view


def read_portal(
    root: Path,
    now: Moment,
    memory: Memory | None = None,
    *,
    processes: int = 1,
    site: str = "",
    search: bool = True,
) -> Edition:
    """Read, check and lay out the portal in a folder; files that ``memory`` knows are not parsed again.

    ``search`` tells whether it has a page for searching.
    Whatever is wrong is in ``problems``; nothing is raised. While anything is wrong there are no pages.
    """
    with collection_paused():
        return _read(root, now, memory, processes, site, search=search)


@contextmanager
def collection_paused() -> Iterator[None]:
    """Keep Python from searching for unreachable cycles: records live to the end, the search takes long."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _read(
    root: Path, now: Moment, memory: Memory | None, processes: int, site: str, *, search: bool
) -> Edition:
    loaded = load(root, BASE, memory, processes=processes)
    catalog = build_catalog(loaded, now)
    relations = build_relations(catalog)
    layout = Layout(root, loaded, catalog, relations, search=search)
    found = [*loaded.problems, *check(loaded, now), *card_problems(loaded), *layout.problems()]
    problems = sorted([*found, *snapshot_problems(root)])
    return Edition(
        root,
        catalog,
        relations,
        schedule(loaded, now),
        problems,
        site,
        pages={} if problems else layout.pages,
        moved=layout.moved,
        kept_back=kept_back(loaded, catalog),
    )
