"""Jinja2 templates turn page sources into HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from portal.pages.view import View

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from portal.model.catalog import Catalog
    from portal.model.relations import Relations
    from portal.pages.page import PageSource


def environment(folders: Iterable[Path]) -> Environment:
    """The Jinja environment for templates in these folders; a template in an earlier one wins.

    Text is escaped unless a helper made the HTML; an unknown name stops the build.
    """
    return Environment(
        loader=FileSystemLoader([str(folder) for folder in folders]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def render(env: Environment, page: PageSource, catalog: Catalog, relations: Relations) -> str:
    """The HTML of a page's content, without the frame around it."""
    view = View(catalog, relations, page.locale, page.path)
    return env.get_template(page.template).render(context(view) | page.params)


def context(view: View) -> dict[str, Any]:
    """What every template may use besides what it names at its top."""
    return {"view": view, "t": view.t, "link": view.link, "url": view.url, "locale": view.locale}
