"""A portal: a folder with ``data/`` and ``content/``, read, checked and laid out in pages."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from portal.model.catalog import build_catalog
from portal.model.checks import check
from portal.model.load import load
from portal.model.locale import LOCALES
from portal.model.relations import build_relations
from portal.pages.index_pages import index_pages
from portal.pages.links import link_problems
from portal.pages.record_pages import record_pages
from portal.pages.render import context, environment, render
from portal.pages.view import View
from portal.pages.written import written_addresses, written_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from jinja2 import Environment

    from portal.data.problem import Problem
    from portal.model.catalog import Catalog
    from portal.model.dates import PartialDate
    from portal.model.locale import Locale
    from portal.model.relations import Relations
    from portal.pages.page import PageSource

GENERATOR = Path(__file__).resolve().parents[2]
"""Root of the generator: its templates, its theme, and the labels and countries that every portal starts from."""


@dataclass(slots=True)
class Portal:
    """All that is known of a portal before MkDocs builds it."""

    root: Path
    catalog: Catalog
    relations: Relations
    problems: list[Problem]
    """Sorted by place. While there are any, ``pages`` must not be published."""
    pages: dict[str, PageSource] = field(default_factory=dict)
    """Every generated page by its source path, all locales."""
    env: Environment = field(init=False)

    def __post_init__(self) -> None:
        self.env = environment([self.root / "templates", GENERATOR / "templates"])

    def render(self, page: PageSource) -> str:
        """The HTML of a page's content."""
        return render(self.env, page, self.catalog, self.relations)

    def render_part(self, template: str, view: View) -> str:
        """The HTML of a template that is part of a written page."""
        return self.env.get_template(template).render(context(view))

    def view(self, locale: str, path: str = "") -> View:
        """The helpers of templates, for a page at that address."""
        return View(self.catalog, self.relations, locale, path)


def read_portal(root: Path, today: PartialDate) -> Portal:
    """Read, check and lay out the portal in a folder.

    Whatever is wrong is in ``problems``; nothing is raised. While anything is wrong there are no pages.
    """
    with _collection_paused():
        return _read(root, today)


@contextmanager
def _collection_paused() -> Iterator[None]:
    """Keep Python from searching for unreachable cycles: records live to the end, the search takes long."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _read(root: Path, today: PartialDate) -> Portal:
    loaded = load(root, GENERATOR)
    catalog = build_catalog(loaded, today)
    portal = Portal(root, catalog, build_relations(catalog), [])
    generated = {page.path: page for page in lay_out(portal, LOCALES[0])}
    portal.problems = sorted(
        [
            *loaded.problems,
            *check(loaded, today),
            *written_problems(root, generated),
            *link_problems(loaded, generated.keys() | written_addresses(root), today),
        ]
    )
    if not portal.problems:
        first = generated.values()
        others = (page for locale in LOCALES[1:] for page in lay_out(portal, locale))
        portal.pages = {page.src_uri: page for page in (*first, *others)}
    return portal


def lay_out(portal: Portal, locale: Locale) -> Iterator[PageSource]:
    """Every generated page in one locale."""
    view = portal.view(locale.code)
    yield from index_pages(view)
    yield from record_pages(view)
