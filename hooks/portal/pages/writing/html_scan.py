"""The HTML of a written page in order: its elements, its text and its comments, each with the marks that it carries."""

from __future__ import annotations

import re
from collections import Counter
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

from portal.pages.writing.html_parts import (
    ESCAPED,
    FIRST_MARK,
    HEADING,
    LATER,
    MARKER,
    MOST_MARKS,
    QUOTING,
    Element,
    Run,
)

_MARKS = re.compile(f"[{chr(FIRST_MARK)}-{chr(FIRST_MARK + LATER + MOST_MARKS - 1)}]")
_VERBATIM = frozenset({"code", "pre", "kbd", "samp", "script", "style", "textarea"})
_ESCAPES = frozenset({"amp", "gt", "quot"})
"""References that the parser of Markdown writes for characters as they are."""

INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "bdo",
        "br",
        "cite",
        "code",
        "del",
        "dfn",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
    }
    | {"mark", "q", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u"}
    | {"var", "wbr", "svg", "use", "path"}
)
"""Elements that stand in a line of text, as icons do; all others begin one and end it."""

_BESIDE = frozenset({"rt", "rp"})
"""Those beside a line of text, which goes on after them."""

VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track"}
    | {"wbr"}
)
_CLOSED_BY_OTHERS = frozenset(
    {"p", "li", "dt", "dd", "tr", "td", "th", "thead", "tbody", "tfoot", "colgroup", "rt", "rp"}
    | {"option"}
)
"""Elements that end without an end tag (HTML, 13.1.2.4)."""


class HtmlScan(HTMLParser):
    """Reads HTML once, from start to end."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=False)
        self.elements: list[Element] = []
        self.runs: list[Run] = []
        self._last: int | None = None
        self._waiting: list[Element] = []
        """Elements that have met no mark yet."""
        self._open: list[Element] = []
        self._outer: list[tuple[str, int]] = []
        """The open elements that begin a line of text, and the number of the line around each."""
        self._worded: list[Element] = []
        """The open elements that keep their text."""
        self._counts: Counter[str] = Counter()
        self._verbatim: list[str] = []
        self._heading: int | None = None
        self._line = self._last_line = self._column = 0
        self._is_text = self._is_after_link = self._is_after_break = False
        """Whether text, the end of a link or a line break came last."""
        self._html = html
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
        start = self._position()
        element = Element(tag, {}, start + 1 + len(tag))
        element.end = start + len(self.get_starttag_text() or "")
        element.before = self._last
        if self._is_text:
            element.follows = self.runs[-1].text[-1:]
        self._is_text = self._is_after_link = False
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
        outer = self._open[-1].lang if self._open else ""
        element.lang = element.attrs.get("lang", outer)
        if tag not in INLINE:
            self._begin_block(tag)
        if tag not in VOID:
            self._open.append(element)
            self._counts[tag] += 1
            if tag == "a" or element.level:
                self._worded.append(element)
        self._is_after_break |= tag == "br"
        for worded in self._worded:
            worded.text += element.attrs.get("alt", "")
        if tag in _VERBATIM:
            self._verbatim.append(tag)
        if element.level:
            self._heading = len(self.elements) - 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A slash at its end does not end an element of HTML."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Part of the interface."""
        self._is_text = False
        if tag in self._verbatim:
            while self._verbatim.pop() != tag:
                pass
        if HEADING.fullmatch(tag):
            self._heading = None
        if self._counts[tag]:
            while (inner := self._end_last()).tag != tag:
                inner.is_open = inner.tag not in _CLOSED_BY_OTHERS
        elif tag not in VOID:
            self.elements.append(Element(f"/{tag}", {}, 0, before=self._last))
        self._is_after_link = tag == "a"

    def _begin_block(self, tag: str) -> None:
        if tag in ("td", "th"):
            self._column += 1
        elif tag == "tr":
            self._column = -1
        if tag not in VOID:
            self._outer.append((tag, self._line))
        self._begin_line()

    def _begin_line(self) -> None:
        self._last_line += 1
        self._line = self._last_line

    def _end_last(self) -> Element:
        element = self._open.pop()
        self._counts[element.tag] -= 1
        element.last = len(self.elements) - 1
        if element.tag not in INLINE:
            _, outer = self._outer.pop()
            self._begin_line()
            if element.tag in _BESIDE:
                self._line = outer
        if self._worded and self._worded[-1] is element:
            self._worded.pop()
        return element

    def handle_data(self, data: str) -> None:
        """Part of the interface."""
        if self._is_text:
            run = self.runs[-1]
        else:
            tags = [element.tag for element in self._open[-2:]]
            in_item = tags[-1:] == ["li"] or tags == ["li", "p"]
            run = Run("", bool(self._verbatim), self._heading, in_item, self._last)
            run.tag, run.line = self._outer[-1][0] if self._outer else "", self._line
            run.column, run.depth = self._column, self._counts["ul"] + self._counts["ol"]
            run.lang = self._open[-1].lang if self._open else ""
            run.is_quoted = any(self._counts[tag] for tag in QUOTING)
            run.is_after_link, run.is_after_break = self._is_after_link, self._is_after_break
            self._is_after_link = self._is_after_break = False
            self.runs.append(run)
            self._is_text = True
        text, marks = self._take(data)
        run.marks += [(len(run.text) + position, number) for position, number in marks]
        run.text += text
        for element in self._worded:
            element.text += text

    def handle_entityref(self, name: str) -> None:
        """Part of the interface."""
        self._refer("&", name, is_meant=name not in _ESCAPES)

    def handle_charref(self, name: str) -> None:
        """Part of the interface."""
        self._refer("&#", name, is_meant=True)

    def _refer(self, sign: str, name: str, *, is_meant: bool) -> None:
        """Text that stands for a character; the parser's own escapes do not tell that it is meant."""
        end = self._position() + len(sign) + len(name)
        written = f"{sign}{name}{';' * self._html.startswith(';', end)}"
        text = unescape(written)
        if not text:  # a control character, which browsers take as it is
            number = name.lstrip("xX")
            text = chr(int(number, 16 if number != name else 10))
        self.handle_data(ESCAPED + text if is_meant and text != written else text)

    def _position(self) -> int:
        line, column = self.getpos()
        return self._starts[line - 1] + column

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
