"""A portal: a folder with ``data/`` and ``content/``, read, checked and laid out in pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from portal.model.catalog import Catalog, build_catalog
from portal.model.checks import check
from portal.model.load import load
from portal.model.locale import LOCALES
from portal.model.relations import Relations, build_relations
from portal.pages.index_pages import index_pages
from portal.pages.record_pages import record_pages
from portal.pages.render import context, environment, render
from portal.pages.view import View
from portal.pages.written import prose_link_problems, written_problems

if TYPE_CHECKING:
    from jinja2 import Environment

    from portal.data.problem import Problem
    from portal.model.dates import PartialDate
    from portal.model.load import Loaded
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
    """Read, check and lay out the portal in a folder. Whatever is wrong is in ``problems``; nothing is raised."""
    loaded = load(root, GENERATOR)
    problems = [*loaded.problems, *check(loaded, today)]
    # Without records a preview can still show its frame and the problems.
    portal = Portal(root, Catalog(today, labels=loaded.labels), Relations(), problems)
    if not problems:
        portal.catalog = build_catalog(loaded, today)
        portal.relations = build_relations(portal.catalog)
        portal.pages = {page.src_uri: page for page in lay_out(portal)}
    problems += written_problems(root, portal.pages)
    problems += _links(loaded, portal)
    problems.sort()
    return portal


def _links(loaded: Loaded, portal: Portal) -> list[Problem]:
    """Links in prose can be followed only once it is known which pages there are."""
    return prose_link_problems(portal.root, loaded, portal.pages) if portal.pages else []


def lay_out(portal: Portal) -> list[PageSource]:
    """Every generated page in every locale."""
    pages: list[PageSource] = []
    for locale in LOCALES:
        view = portal.view(locale.code)
        pages += [*index_pages(view), *record_pages(view)]
    return pages
