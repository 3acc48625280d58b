"""Takes HTML apart into data, from which another generator's templates make the same HTML."""

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

    Anything else, such as a list whose items have classes, stays HTML.

    >>> blocks("<p>Sado</p>")
    [{'kind': 'text', 'tag': 'p', 'attributes': '', 'html': 'Sado'}]
    """
    return [_block(element) for element in lxml.html.fragment_fromstring(html, create_parent="div")]


def balanced(html: str) -> str:
    """A part of a page without the ends of elements that begin above it, and with those of elements that end below it.

    >>> balanced("</div><div><p>Sado</p>")
    '<div><p>Sado</p></div>'
    """
    return _inner(lxml.html.fragment_fromstring(html, create_parent="div"))


def _block(element: HtmlElement) -> dict[str, Any]:
    tag = str(element.tag)
    block: dict[str, Any] = {"tag": tag, "attributes": _attributes(element)}
    children = list(element)
    if tag in _TEXTS:
        return {"kind": "text", **block, "html": _inner(element)}
    if tag in _LISTS and all(child.tag == "li" and not child.attrib for child in children):
        return {"kind": "list", **block, "items": [_inner(child) for child in children]}
    if tag == "dl" and (facts := _facts(children)):
        boxed = children[0].tag == "div"
        return {"kind": "facts", **block, "boxed": boxed, "facts": facts}
    if tag in _GROUPS and not _own_text(element):
        return {"kind": "group", **block, "blocks": [_block(child) for child in children]}
    return {"kind": "html", "html": _outer(element)}


def _facts(children: list[HtmlElement]) -> list[list[str]]:
    """Names and values, if the list has nothing else; each pair may be inside a ``<div>``."""
    if all(child.tag == "div" and not child.attrib for child in children):
        children = [part for child in children for part in child]
    if [child.tag for child in children] != ["dt", "dd"] * (len(children) // 2):
        return []
    parts = [_inner(child) for child in children]
    return [list(pair) for pair in zip(parts[::2], parts[1::2], strict=True)]


def _attributes(element: HtmlElement) -> str:
    return "".join(
        f' {name}="{escape(value)}"' if value else f" {name}"
        for name, value in element.attrib.items()
    )


def _own_text(element: HtmlElement) -> str:
    return "".join([element.text or "", *(child.tail or "" for child in element)]).strip()


def _outer(element: HtmlElement) -> str:
    return str(lxml.html.tostring(element, encoding="unicode", with_tail=False))


def _inner(element: HtmlElement) -> str:
    return _OUTER_TAGS.sub("", _outer(element))
