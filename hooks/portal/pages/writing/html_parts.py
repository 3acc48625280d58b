"""Elements and text in the HTML of a written page, and the characters that stand for something in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

FIRST_MARK, LATER, MOST_MARKS = 0xF0000, 0x10000, 0xFFF0
"""The characters of private use that stand for places in the source (see ``source_places``): from the first on, those
that follow one another in the text as in the source; that much later those of definitions; the most of either."""

ESCAPED = "\U0010fffd"
"""Stands before a character that the source escapes or refers to: readers are meant to see it."""

LESS_THAN = "\U0010fffc"
"""Stands for a ``<`` that begins no tag, although the source does not write it as an entity."""

MARKER = "data-at"
"""The attribute with the mark of an attribute list."""

HEADING = re.compile(r"h[1-6]")

QUOTING = ("blockquote", "cite", "q")
"""Elements with words of others, and with titles of their works."""


@dataclass(slots=True)
class Element:
    """An element; a comment, whose tag is ``!``; an end tag without a start, whose tag begins with ``/``."""

    tag: str
    attrs: dict[str, str]
    name_end: int
    """Where in the HTML the name of its start tag ends; 0 without one."""
    end: int = 0
    """Where its start tag ends."""
    mark: int | None = None
    """The number of the first mark that it carries itself."""
    listed: int | None = None
    """The number of the mark of its attribute list."""
    before: int | None = None
    """That of the last mark before it."""
    after: int | None = None
    """That of the first mark in it or after it."""
    text: str = ""
    """Of a heading or a link."""
    lang: str = ""
    """The language of what it holds, if the page says so."""
    follows: str = ""
    """The character of text right before it."""
    last: int = 0
    """The index of the last element in it; its own or a smaller one if it holds none."""
    is_open: bool = False
    """Whether its end tag is missing."""

    @property
    def level(self) -> int:
        """The level of a heading, otherwise 0."""
        return int(self.tag[1]) if HEADING.fullmatch(self.tag) else 0


@dataclass(slots=True)
class Run:
    """Text between two tags."""

    text: str
    is_verbatim: bool
    """Whether it is shown as it is written, as in ``<code>``."""
    heading: int | None
    """The index of the heading around it."""
    in_item: bool
    """Whether it is the text of an item of a list."""
    before: int | None = None
    """The number of the last mark before it."""
    marks: list[tuple[int, int]] = field(default_factory=list)
    """Positions in it, and the number of the mark that stood there."""
    tag: str = ""
    """The element that begins the line of text to which it belongs."""
    line: int = 0
    """The number of that line of text, which goes on through emphasis, links and the like."""
    lang: str = ""
    """The language that the page gives for it."""
    depth: int = 0
    """The number of lists around it."""
    column: int = 0
    """The number of its cell in the row, from 0."""
    is_after_link: bool = False
    """Whether a link ends right before it."""
    is_after_break: bool = False
    """Whether a line break comes right before it."""
    is_quoted: bool = False
    """Whether it is marked as words of others."""


def plain(text: str) -> str:
    """Text of a scan as readers see it, but for characters that are escaped."""
    return text.replace(ESCAPED, "").replace(LESS_THAN, "<")
