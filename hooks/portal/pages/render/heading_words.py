"""Headings inside prose and written pages, whose lines end between words too."""

from __future__ import annotations

import re
from html import unescape
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from collections.abc import Callable

_HEADING = re.compile(r"(<h[1-6][^>]*>)(.*?)(?=</h[1-6]>)", re.DOTALL)
_TAG = re.compile(r"(<[^>]*>)")


def break_headings(html: str, words: Callable[[str], Markup]) -> Markup:
    """The HTML, with the text of its headings given to ``words``; tags inside a heading stay as they are."""

    def marked(found: re.Match[str]) -> str:
        parts = _TAG.split(found[2])
        parts[::2] = [str(words(unescape(text))) for text in parts[::2]]
        return found[1] + "".join(parts)

    return Markup(_HEADING.sub(marked, html))
