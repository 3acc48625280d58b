"""Prose fields of records: CommonMark with tables, and nothing that could run.

markdown-it-py escapes raw HTML (``html: False``) and refuses ``javascript:``, ``vbscript:`` and ``data:`` links.
Images are off: they would be fetched from another host.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from markdown_it import MarkdownIt
from markupsafe import Markup

from portal.pages.address import relative

if TYPE_CHECKING:
    from collections.abc import Iterator

PORTAL_LINK = re.compile(r"\]\(\s*<?(/[^)\s>]*)")
"""A link inside prose to a page of this portal: an address that begins with ``/``."""


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")


def show_prose(text: str, page: str) -> Markup:
    """HTML of a prose field on the page at that address.

    Links that begin with ``/`` lead to pages of the same locale. Headings get the ids ``section-1``, ``section-2`` …,
    equal in both locales because both have the same headings.
    """
    environment: dict[str, Any] = {}
    tokens = _parser().parse(text, environment)
    headings = 0
    for token in tokens:
        if token.type == "heading_open":
            headings += 1
            token.attrSet("id", f"section-{headings}")
        for child in token.children or ():
            if child.type == "link_open":
                target = str(child.attrs["href"])
                if target.startswith("/"):
                    child.attrSet("href", relative(target[1:], page))
                elif not target.startswith("#"):
                    child.attrSet("rel", "external noopener")
    return Markup(_parser().renderer.render(tokens, _parser().options, environment))


def portal_links(text: str) -> Iterator[str]:
    """The addresses below the root of the portal that a prose field links to."""
    for link in PORTAL_LINK.finditer(text):
        yield link[1][1:]
