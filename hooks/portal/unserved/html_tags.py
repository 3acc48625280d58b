"""The start tags of an HTML page and their attributes, by the rules of its syntax (HTML, 13.1.2)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKUP = re.compile(
    r"<(?:!--.*?--|[!/?][^>]*|([a-zA-Z][^\s/>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*+))>", re.DOTALL
)
_OPEN = re.compile(r"<[a-zA-Z!/?]")
_ATTRIBUTE = re.compile(r"""([^\s"'<>/=]+)(?:\s*=\s*("[^"]*"|'[^']*'|[^\s"'=<>`]+))?""")
_TEXT_ONLY = frozenset({"script", "style", "textarea", "title"})
"""Elements in which there are no tags."""


@dataclass(frozen=True, slots=True)
class Attribute:
    """A value, and where it stands."""

    value: str
    """Without character references."""
    start: int
    """Of what is written, with its quotes."""
    end: int


@dataclass(frozen=True, slots=True)
class Tag:
    """A start tag."""

    name: str
    attributes: dict[str, Attribute]
    start: int
    end: int
    """Behind its last sign."""

    def value(self, name: str) -> str:
        """The value of an attribute; empty if it has none."""
        found = self.attributes.get(name)
        return found.value if found else ""


def start_tags(html: str) -> Iterator[Tag]:
    """Every start tag of a page, in order; what looks like one in a script, a comment or a value is none."""
    at = 0
    while begin := _OPEN.search(html, at):
        found = _MARKUP.match(html, begin.start())
        if found is None:  # it never ends, so nothing comes after it
            return
        at = found.end()
        if not found[1]:
            continue
        name = found[1].lower()
        yield Tag(name, _attributes(html, *found.span(2)), found.start(), at)
        if name in _TEXT_ONLY:
            end = re.compile(rf"</{name}\b", re.IGNORECASE).search(html, at)
            at = end.start() if end else len(html)


def _attributes(html: str, start: int, end: int) -> dict[str, Attribute]:
    found: dict[str, Attribute] = {}
    for match in _ATTRIBUTE.finditer(html, start, end):
        written = match[2] or ""
        value = written[1:-1] if written[:1] in ("'", '"') else written
        place = match.span(2) if match[2] else (match.end(), match.end())
        found.setdefault(match[1].lower(), Attribute(unescape(value), *place))
    return found


def element_end(html: str, tag: Tag) -> int:
    """Where a script ends, behind its end tag."""
    end = re.compile(rf"</{tag.name}\s*>", re.IGNORECASE).search(html, tag.end)
    return end.end() if end else len(html)
