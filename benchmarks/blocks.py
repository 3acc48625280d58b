"""HTML taken apart into data, from which the templates of another generator make the same HTML."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

import lxml.html

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_TEXTS = frozenset(("h1", "h2", "h3", "p"))
_LISTS = frozenset(("ul", "ol"))
_GROUPS = frozenset(("section", "article", "div"))
_OUTER_TAGS = re.compile(r"^<[^>]*>|</[^>]*>$")


def blocks(html: str) -> list[dict[str, Any]]:
    """The parts of a page: headings, paragraphs, lists, lists of facts, and groups of them.

    What is none of these, as a list whose items have classes, stays HTML.

    >>> blocks("<p>Sado</p>")
    [{'kind': 'text', 'tag': 'p', 'attributes': '', 'html': 'Sado'}]
    """
    return [_block(element) for element in lxml.html.fragment_fromstring(html, create_parent="div")]


def _block(element: HtmlElement) -> dict[str, Any]:
    tag = str(element.tag)
    block: dict[str, Any] = {"tag": tag, "attributes": _attributes(element)}
    children = list(element)
    if tag in _TEXTS:
        return {"kind": "text", **block, "html": _inner(element)}
    if tag in _LISTS and all(child.tag == "li" and not child.attrib for child in children):
        return {"kind": "list", **block, "items": [_inner(child) for child in children]}
    if tag == "dl" and [child.tag for child in children] == ["dt", "dd"] * (len(children) // 2):
        names, values = map(_inner, children[::2]), map(_inner, children[1::2])
        return {
            "kind": "facts",
            **block,
            "facts": [list(p) for p in zip(names, values, strict=True)],
        }
    if tag in _GROUPS and not _own_text(element):
        return {"kind": "group", **block, "blocks": [_block(child) for child in children]}
    return {"kind": "html", "html": _outer(element)}


def _attributes(element: HtmlElement) -> str:
    return "".join(f' {name}="{escape(value)}"' for name, value in element.attrib.items())


def _own_text(element: HtmlElement) -> str:
    return "".join([element.text or "", *(child.tail or "" for child in element)]).strip()


def _outer(element: HtmlElement) -> str:
    return str(lxml.html.tostring(element, encoding="unicode", with_tail=False))


def _inner(element: HtmlElement) -> str:
    return _OUTER_TAGS.sub("", _outer(element))
