"""Where in the source of a written page something stands that is seen in its HTML.

Python-Markdown keeps no places. So a page in which something is wrong is parsed once more, with a mark (a character
of private use) in places where it changes nothing: in link targets, tags, lists of attributes and the first word of
each line. Where the mark turns up in the HTML, there the place belongs.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from portal.data.problem import Place
from portal.pages.writing.html_parts import (
    ESCAPED,
    FIRST_MARK,
    LATER,
    LESS_THAN,
    MARKER,
    MOST_MARKS,
)
from portal.pages.writing.html_scan import HtmlScan

if TYPE_CHECKING:
    from collections.abc import Callable

_POINTS = re.compile(
    r"(?P<target>\]\([ \t]*<?)"
    r"|(?P<definition>\]:[ \t]*<?(?=\S))"
    r"|(?P<tag><[A-Za-z](?:(?!://)[^\s/>@])*(?=[\s/>]))"
    r"|(?P<list>\{:?[ ]*(?=[^\s{}]))"
)
_WORD = re.compile(r"^(?:[^\w<{}\[\]()&`\\!?~\n]|[\d_])*[^\W\d_]", re.MULTILINE)
"""A line up to the first letter of its text, unless something else comes first that a mark could change."""

_BETWEEN = 400
"""How far apart in the source two characters may be that follow one another in the text."""

_NEAR = 2000
"""How far after a mark something is looked for."""


def mark(source: str) -> tuple[str, dict[int, int]]:
    """The source with marks, and the position of each, by its number."""
    source = re.sub(f"[{chr(FIRST_MARK)}-\U0010ffff]", "\ufffd", source)
    points = [(found.end(), found.lastgroup or "") for found in _POINTS.finditer(source)]
    points += [(found.end(), "word") for found in _WORD.finditer(source)]
    text: list[str] = []
    offsets: dict[int, int] = {}
    end = 0
    for index, (offset, kind) in enumerate(sorted(points)[:MOST_MARKS]):
        number = index + (LATER if kind == "definition" else 0)
        sign = chr(FIRST_MARK + number)
        offsets[number] = offset
        shown = {"tag": f" {sign}", "list": f"{MARKER}={sign} "}.get(kind, sign)
        text += [source[end:offset], shown]
        end = offset
    return "".join([*text, source[end:]]), offsets


class SourcePlaces:
    """The places of what a scan of a page's HTML holds."""

    def __init__(
        self, path: str, source: str, line: int, html: Callable[[str], str | None], scan: HtmlScan
    ) -> None:
        self._path, self._source, self._line = path, source, line
        self._html, self._scan = html, scan

    @cached_property
    def _marked(self) -> tuple[HtmlScan, dict[int, int]] | None:
        """The scan of the page with marks; None if these changed what it says."""
        text, offsets = mark(self._source)
        html = self._html(text)
        scan = HtmlScan(html) if html is not None else None
        return (scan, offsets) if scan and scan.shape == self._scan.shape else None

    def start(self) -> Place:
        """Where the text begins."""
        return Place(self._path, self._line)

    def element(self, index: int, *sought: str, listed: bool = False) -> Place:
        """Where an element stands or, in it, what is sought; ``listed``: in its list of attributes, if it has one."""
        if not self._marked:
            return self.anywhere(*sought)
        element, offsets = self._marked[0].elements[index], self._marked[1]
        if element.level and element.mark is None and not any(sought):
            number = element.after if element.after is not None else element.listed
            if number is not None:
                return self._line_of(offsets[number])
        own = element.listed if listed or element.mark is None else element.mark
        own = element.mark if own is None else own
        if own is None:
            return self._after(element.before, *sought)
        offset = offsets[own]
        begin = offset - len(element.tag) - 1
        is_tag = begin >= 0 and self._source[begin:offset].lower() == f"<{element.tag}"
        return self._found(begin if is_tag else offset, *sought)

    def text(self, index: int, position: int, *sought: str) -> Place:
        """Where text stands: the first of what is sought that is found near the position in a run."""
        if not self._marked:
            return self.anywhere(*sought)
        begin, before = self._begin(index, position)
        if begin is None:
            return self._after(self._marked[0].runs[index].before, *sought)
        offset = self._follow(begin, before)
        for words in filter(None, sought):
            found = self._source.find(words, offset, offset + _NEAR)
            if found >= 0:
                return self._place(found)
        return self._found(begin, *sought)

    def _begin(self, index: int, position: int) -> tuple[int | None, str]:
        """Where the last line begins whose first word stands before a position, and the text between the two."""
        assert self._marked
        runs, offsets = self._marked[0].runs, self._marked[1]
        between = ""
        for run in reversed(runs[: index + 1]):
            words = ((at, offsets[number]) for at, number in run.marks)
            lines = [
                (run.text.rfind("\n", 0, at) + 1, self._source.rfind("\n", 0, offset) + 1)
                for at, offset in words
                if offset in self._words
            ]
            lines = [(start, line) for start, line in lines if start <= position]
            if lines:
                start, line = lines[-1]
                return line, run.text[start:position] + between
            between = run.text[:position] + between
            position = sys.maxsize
        return None, ""

    def _follow(self, offset: int, text: str) -> int:
        """The first place in the source to which a text can reach that begins at an offset: marks stand between."""
        is_literal = False
        for character in text:
            if character == ESCAPED:
                is_literal = True
            elif is_literal or character.isspace():  # it can be written as a reference
                is_literal = False
            else:
                sign = "<" if character == LESS_THAN else character
                found = self._source.find(sign, offset, offset + _BETWEEN)
                offset = found + 1 if found >= 0 else offset
        return offset

    def at(self, offset: int) -> Place:
        """The place of a character of the source."""
        return self._place(offset)

    @cached_property
    def _words(self) -> frozenset[int]:
        """Where a line has its first word."""
        return frozenset(found.end() for found in _WORD.finditer(self._source))

    def _after(self, number: int | None, *sought: str) -> Place:
        if number is None or not self._marked:
            return self.anywhere(*sought)
        offset = self._marked[1][number]
        return self._found(self._source.rfind("\n", 0, offset) + 1, *sought)

    def anywhere(self, *sought: str) -> Place:
        """Where one of these stands first, or else where the text begins."""
        return self._found(0, *sought, near=len(self._source))

    def _found(self, offset: int, *sought: str, near: int = _NEAR) -> Place:
        for words in filter(None, sought):
            position = self._source.find(words, offset, offset + near)
            if position >= 0:
                return self._place(position)
        return self._place(offset)

    def _line_of(self, offset: int) -> Place:
        start = self._source.rfind("\n", 0, offset) + 1
        line = self._source[start:offset]
        return self._place(start + len(line) - len(line.lstrip(" \t>")))

    def _place(self, offset: int) -> Place:
        line = bisect_right(self._starts, offset)
        return Place(self._path, self._line + line - 1, offset - self._starts[line - 1] + 1)

    @cached_property
    def _starts(self) -> list[int]:
        """Where each line begins."""
        return [0, *(found.end() for found in re.finditer("\n", self._source))]
