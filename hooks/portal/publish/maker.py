"""Turns pages into files: renders them and puts them into their frames."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from markupsafe import escape

from portal.data.store import digest
from portal.model.values.locale import LOCALES
from portal.pages.render.jinja import compile_ahead, template_digests
from portal.site_file import TracedFile

if TYPE_CHECKING:
    from portal.edition import Edition
    from portal.pages.page import PageSource
    from portal.publish.frame import Frame
    from portal.site_file import Made

FrameOf = Callable[["PageSource", str], "Frame"]
"""Returns the frame of a page in a locale."""


def page_files(edition: Edition, frame_of: FrameOf) -> list[TracedFile]:
    """The file of every page in every locale.

    The locales alternate, so that each of two processes has one, with its templates and feed entries.
    """
    templates = template_digests(edition.env, {page.template for page in edition.pages.values()})
    compile_ahead(edition.env, templates)
    files = []
    for page in edition.pages.values():
        own = templates[page.template] + edition.facts.of_value(page.params)
        own += f"{page.place}{edition.site}".encode()
        own += b"".join(output.key(page) for output in edition.outputs)
        for locale in LOCALES:
            key = digest(own + frame_of(page, locale.code).digest)
            make = partial(_make, edition, page, locale.code, frame_of)
            files.append(TracedFile(page.dest_uri(locale), key, make))
    return files


def _make(edition: Edition, page: PageSource, locale: str, frame_of: FrameOf) -> Made:
    """A page in its frame."""
    rendered, place = edition.render(page, locale), page.place
    html = frame_of(page, locale).fill(
        {
            "title": str(escape(rendered.head.title)),
            "window": str(escape(rendered.head.window or rendered.head.title)),
            "description": str(escape(rendered.head.description)),
            "path": page.path,
            "crumbs": rendered.crumbs,
            "content": rendered.content,
            "type": "article" if page.is_article else "website",
            "edit": f"{place.path}#L{place.line}" if place else "",
            **rendered.added,
        }
    )
    return html, rendered.facts
