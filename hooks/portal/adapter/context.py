"""The context of the frame's templates, on written pages and in the frames of generated ones."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from portal.model.values.locale import BY_CODE, LOCALES
from portal.pages.render.heading_words import break_headings
from portal.pages.writing.front_matter import meta

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.pages import Page

    from portal.data.problem import Problem
    from portal.pages.render.view import View

LISTED = ("statistics", "open-data", "sources", "needs-verification", "site-map")
"""The pages of records that every page leads to in its footer, besides the feed."""


def common_context(view: View, problems: list[Problem]) -> dict[str, Any]:
    """What every frame of a locale needs, including that of the error page."""
    return {
        "view": view,
        "t": view.t,
        "lang": view.lang,
        "locales": LOCALES,
        "listed": LISTED,
        "problems": [problem.line(view.locale) for problem in problems],
        "prefix": BY_CODE[view.locale].prefix,
        "is_front": False,
    }


def place_context(path: str, section: str, config: MkDocsConfig) -> dict[str, Any]:
    """The location of a page below a locale's root: its address in each locale, and where it can be edited."""
    site = config.site_url or ""
    addresses = [(locale, f"{locale.prefix}{path}") for locale in LOCALES]
    edit_root = ""
    if config.repo_url and config.edit_uri:
        content = urljoin(f"{config.repo_url.rstrip('/')}/", config.edit_uri)
        edit_root = urljoin(content, "../")
    return {
        "alternates": [
            {"locale": locale, "url": url, "canonical": f"{site}{url}"} for locale, url in addresses
        ],
        "section": section,
        "edit_root": edit_root,
    }


def page_source(page: Page) -> str:
    """The Markdown of a written page, whose front matter becomes text, as in records: ``NO`` is not false."""
    page.meta, body = meta(page.file.content_string)
    return body


def written_path(page: Page, view: View) -> str:
    """The address of a written page below the root of its locale."""
    return page.url.removeprefix("./").removeprefix(view.prefix)


def written_context(page: Page, view: View, config: MkDocsConfig) -> dict[str, Any]:
    """What the frame of a written page needs besides the common context."""
    path = written_path(page, view)
    above = page.parent.children[0] if page.parent and page.parent.children else None
    return place_context(path, path.partition("/")[0], config) | {
        "path": path,
        "title": page.title,
        "description": page.meta.get("description") or config.site_description,
        "content": break_headings(page.content or "", view.words),
        "above": above if above is not page else None,
        "is_written": True,
        "is_front": not path,
        "edit_url": page.edit_url,
        "at": "true",
    }
