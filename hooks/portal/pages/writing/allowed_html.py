"""The HTML that written pages may hold: what a sanitizer leaves of it. nh3 binds ammonia, which parses as browsers do.

Nothing is taken away: what would be is a problem, so that editors see on the page what they wrote.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import nh3

from portal.pages.writing.html_scan import HtmlScan

if TYPE_CHECKING:
    from collections.abc import Iterator

TAGS = frozenset(
    {"a", "abbr", "address", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i"}
    | {"img", "ins", "kbd", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span"}
    | {"strong", "sub", "sup", "time", "u", "var", "wbr"}
    | {"article", "aside", "blockquote", "dd", "details", "div", "dl", "dt", "figcaption", "figure"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "pre", "section", "summary"}
    | {"caption", "col", "colgroup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"}
)
"""Text, lists, tables, figures, and what unfolds: nothing that runs, loads, asks for input or stands elsewhere."""

ATTRIBUTES: dict[str, set[str]] = {
    "*": {"id", "class", "lang", "dir", "title", "role"},
    "a": {"href", "hreflang", "rel", "download", "type"},
    "col": {"span"},
    "colgroup": {"span"},
    "del": {"datetime"},
    "details": {"open"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
    "ins": {"datetime"},
    "li": {"value"},
    "ol": {"start", "reversed", "type"},
    "td": {"colspan", "rowspan", "headers"},
    "th": {"colspan", "rowspan", "headers", "scope", "abbr"},
    "time": {"datetime"},
}
"""By element; ``*`` stands for all, which may also have those that begin with ``aria-``."""

VALUES = {"a": {"target": {"_blank"}}}
"""Attributes that may have certain values only."""

SCHEMES = frozenset({"http", "https", "mailto", "tel"})
"""Of addresses; one without a scheme is judged as a link."""

_NUMBER = "data-number"
_NO_SPACE = re.compile(r"[\x00-\x20]+")
_SCHEME = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*(?=:)")

Taken = tuple[int | None, str, str]
"""The index of an element, if it is known; its tag; the attribute, or nothing if the element itself goes."""


def taken_away(html: str, scan: HtmlScan) -> Iterator[Taken]:
    """What the sanitizer would take away from HTML that has been scanned."""
    numbered = _numbered(html, scan)
    everything = nh3.clean(
        numbered,
        tags={element.tag for element in scan.elements} | TAGS,
        clean_content_tags=set(),
        attributes={"*": {name for e in scan.elements for name in e.attrs} | {_NUMBER}},
        url_schemes=set(_schemes(scan)),
        link_rel=None,
    )
    allowed = nh3.clean(
        numbered,
        tags=set(TAGS),
        clean_content_tags=set(),
        attributes=ATTRIBUTES | {"*": ATTRIBUTES["*"] | {_NUMBER}},
        generic_attribute_prefixes={"aria-"},
        tag_attribute_values=VALUES,
        url_schemes=set(SCHEMES),
        link_rel=None,
    )
    if everything != allowed:
        yield from _differences(HtmlScan(everything), HtmlScan(allowed))


def _numbered(html: str, scan: HtmlScan) -> str:
    """The HTML with the index of each element as an attribute of it."""
    parts, end = [], 0
    for number, element in enumerate(scan.elements):
        if element.name_end:
            parts += [html[end : element.name_end], f' {_NUMBER}="{number}"']
            end = element.name_end
    return "".join([*parts, html[end:]])


def _schemes(scan: HtmlScan) -> Iterator[str]:
    """Every scheme that an attribute can have, as browsers read it."""
    yield from SCHEMES
    for element in scan.elements:
        for value in element.attrs.values():
            if found := _SCHEME.match(_NO_SPACE.sub("", value)):
                yield found[0].lower()


def _differences(everything: HtmlScan, allowed: HtmlScan) -> Iterator[Taken]:
    left: dict[str, Any] = {e.attrs[_NUMBER]: e for e in allowed.elements if _NUMBER in e.attrs}
    unnumbered = [e.tag for e in allowed.elements if _NUMBER not in e.attrs]
    for element in everything.elements:
        number = element.attrs.get(_NUMBER)
        if number is None:  # the parser made it up, or reads as a tag what others do not
            if element.tag in unnumbered:
                unnumbered.remove(element.tag)
            else:
                yield None, element.tag, ""
        elif number not in left:
            yield int(number), element.tag, ""
        else:
            for name in sorted(element.attrs.keys() - left[number].attrs.keys()):
                yield int(number), element.tag, name
