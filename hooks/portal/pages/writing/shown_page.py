"""What the build does to the HTML of a written page: links find their way, the style sheet aligns columns."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING

from portal.pages.links.link_way import link_way
from portal.pages.writing.html_scan import HtmlScan
from portal.text.line_ends import unwrapped_html

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

_ALIGNED = re.compile(r"""(<t[hd]\b[^<>]*?) style="text-align: (left|center|right);\"""")
_CLASS = re.compile(r""" class="([^"]*)\"""")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?""")
_ADDRESSES = {"a": "href", "img": "src"}


def aligned(html: str) -> str:
    """HTML in which cells are aligned by class; the parser does it by a style, which the policy of pages forbids."""
    return _ALIGNED.sub(lambda cell: _with_class(cell[1], cell[2]), html)


def _with_class(tag: str, name: str) -> str:
    if found := _CLASS.search(tag):
        return f"{tag[: found.end(1)]} {name}{tag[found.end(1) :]}"
    return f'{tag} class="{name}"'


def shown(
    html: str, page: str, prefix: str, files: Callable[[], Collection[str]] | None = None
) -> str:
    """The HTML of a page below the root of a locale as it is published."""
    html = unwrapped_html(aligned(html))
    parts, end = [], 0
    for element in HtmlScan(html).elements:
        name = _ADDRESSES.get(element.tag, "")
        target = element.attrs.get(name, "")
        if target.startswith("/") and not target.startswith("//"):
            way = escape(link_way(target[1:], page, prefix=prefix, files=files))
            for found in _ATTRIBUTE.finditer(html, element.name_end, element.end):
                if found[1].lower() == name and found[2]:
                    parts += [html[end : found.start(2)], f'"{way}"']
                    end = found.end(2)
                    break
    return "".join([*parts, html[end:]])
