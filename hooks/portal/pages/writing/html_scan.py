"""The HTML of a written page in order: its elements, its text and its comments, each with the marks that it carries."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from itertools import accumulate

FIRST_MARK, LATER, MOST_MARKS = 0xF0000, 0x10000, 0xFFF0
"""The characters of private use that stand for places in the source (see ``source_places``): from the first on, those
that follow one another in the text as in the source; that much later those of definitions; the most of either."""

ESCAPED = "\U0010fffd"
"""Stands for a character that the source escapes: readers are meant to see it."""

LESS_THAN = "\U0010fffc"
"""Stands for a ``<`` that begins no tag, although the source does not write it as an entity."""

MARKER = "data-at"
"""The attribute with the mark of an attribute list."""

_MARKS = re.compile(f"[{chr(FIRST_MARK)}-{chr(FIRST_MARK + LATER + MOST_MARKS - 1)}]")
_VERBATIM = frozenset({"code", "pre", "kbd", "samp", "script", "style", "textarea"})
_HEADING = re.compile(r"h[1-6]")
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"}
    | {"wbr"}
)
_CLOSED_BY_OTHERS = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt", "rp"}
    | {"option"}
)
"""Elements that end without an end tag (HTML, 13.1.2.4)."""


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
    """Of a heading."""
    is_open: bool = False
    """Whether its end tag is missing."""

    @property
    def level(self) -> int:
        """The level of a heading, otherwise 0."""
        return int(self.tag[1]) if _HEADING.fullmatch(self.tag) else 0


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


def plain(text: str) -> str:
    """Text of a scan as readers see it, but for characters that are escaped."""
    return text.replace(ESCAPED, "").replace(LESS_THAN, "<")


class HtmlScan(HTMLParser):
    """Reads HTML once, from start to end."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.runs: list[Run] = []
        self._last: int | None = None
        self._waiting: list[Element] = []
        """Elements that have met no mark yet."""
        self._open: list[Element] = []
        self._counts: Counter[str] = Counter()
        self._verbatim: list[str] = []
        self._heading: int | None = None
        self._starts = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self.feed(html)
        self.close()
        for element in self._open:
            element.is_open = element.tag not in _CLOSED_BY_OTHERS

    @property
    def shape(self) -> tuple[list[str], int]:
        """What two scans of the same page have in common."""
        return [element.tag for element in self.elements], len(self.runs)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Part of the interface."""
        line, column = self.getpos()
        start = self._starts[line - 1] + column
        element = Element(tag, {}, start + 1 + len(tag))
        element.end = start + len(self.get_starttag_text() or "")
        element.before = self._last
        self.elements.append(element)
        self._waiting.append(element)
        for name, value in attrs:
            plain, numbers = self._take(name)
            text, inner = self._take(value or "")
            if plain == MARKER and not text:
                element.listed = inner[0][1] if inner else None
            elif plain:
                element.attrs.setdefault(plain, text)
                numbers += inner
            if numbers and element.mark is None:
                element.mark = numbers[0][1]
        if tag not in _VOID:
            self._open.append(element)
            self._counts[tag] += 1
        if tag in _VERBATIM:
            self._verbatim.append(tag)
        if element.level:
            self._heading = len(self.elements) - 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A slash at its end does not end an element of HTML."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Part of the interface."""
        if tag in self._verbatim:
            while self._verbatim.pop() != tag:
                pass
        if _HEADING.fullmatch(tag):
            self._heading = None
        if self._counts[tag]:
            while (inner := self._end_last()).tag != tag:
                inner.is_open = inner.tag not in _CLOSED_BY_OTHERS
        elif tag not in _VOID:
            self.elements.append(Element(f"/{tag}", {}, 0, before=self._last))

    def _end_last(self) -> Element:
        element = self._open.pop()
        self._counts[element.tag] -= 1
        return element

    def handle_data(self, data: str) -> None:
        """Part of the interface."""
        tags = [element.tag for element in self._open[-2:]]
        in_item = tags[-1:] == ["li"] or tags == ["li", "p"]
        run = Run("", bool(self._verbatim), self._heading, in_item, self._last)
        run.text, run.marks = self._take(data)
        self.runs.append(run)
        if self._heading is not None:
            self.elements[self._heading].text += run.text

    def handle_comment(self, data: str) -> None:
        """Part of the interface."""
        comment = Element("!", {}, 0, before=self._last, text=self._take(data)[0])
        self.elements.append(comment)

    def handle_pi(self, data: str) -> None:
        """Browsers read ``<?…>`` as a comment."""
        self.handle_comment(data)

    def parse_html_declaration(self, i: int) -> int:
        """Browsers read everything else that begins with ``<!`` as a comment."""
        return self.parse_bogus_comment(i)

    def _take(self, text: str) -> tuple[str, list[tuple[int, int]]]:
        """The text without its marks, and these."""
        if text.isascii() or not _MARKS.search(text):
            return text, []
        marks, plain, end = [], "", 0
        for found in _MARKS.finditer(text):
            plain += text[end : found.start()]
            end = found.end()
            marks.append((len(plain), ord(found[0]) - FIRST_MARK))
        numbers = [number for _, number in marks if number < LATER]
        if numbers:
            self._last = numbers[-1]
            for element in self._waiting:
                element.after = numbers[0]
            self._waiting.clear()
        return plain + text[end:], marks
