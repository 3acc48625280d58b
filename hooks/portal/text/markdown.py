"""Prose in CommonMark as its parser reads it: what readers see, its headings, its links.

The parser is pulldown-cmark, with tables. No HTML ever reaches it: each ``<`` comes out as text, unless it begins an
address of the web.
"""

from __future__ import annotations

import re
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, cast

import pyromark

from portal.text.text_block import CODE, LITERAL, Block, Target, plain_lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pyromark.event import BrokenLink

LESS_THAN = "\ue000"
"""Stands for ``<`` while a text is parsed. No text may hold it: it is of private use."""

GONE = "\ue001"
"""Stands for the ``<`` after a backslash, whose place ``LESS_THAN`` takes."""

_TAG = re.compile(r"\\<|<(?!https?://)")

_ESCAPE = re.compile(r"\\.", re.DOTALL)

OPTIONS = pyromark.Options.ENABLE_TABLES

_LEAVES = ("Paragraph", "Heading", "Item", "TableCell", "CodeBlock")
"""Elements that hold text."""


class Prose:
    """A text in CommonMark, parsed once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        """Those that hold text, in order."""
        self.targets: list[Target] = []
        """The targets of links and images, in order."""
        self.undefined: list[tuple[str, str, int]] = []
        """Links that name a definition which the text lacks: as they are written, the label, and where."""
        self._source = without_html(text)
        _Reading(self, self._source).read()

    def plain(self) -> str:
        """What readers see: a line for each block, cells of a row side by side."""
        return plain_lines(self.blocks)

    def headings(self) -> list[Block]:
        """Its headings, in order."""
        return [block for block in self.blocks if block.element == "Heading"]

    def unused_definitions(self) -> Iterator[str]:
        """Labels of definitions that no link uses, whose target no reader finds."""
        used = {target.definition.casefold() for target in self.targets}
        if "]:" in self.text:
            for label in pyromark.reference_definitions(self._source, options=OPTIONS):
                if label.casefold() not in used:
                    yield label


class _Reading:
    """Turns the events of the parser into blocks and targets."""

    def __init__(self, prose: Prose, source: str) -> None:
        self._prose, self._source = prose, source
        self._bytes = b"" if source.isascii() else source.encode()
        self._known = (0, 0)
        """The byte whose place was asked for last, and its place: the next is mostly near."""
        self._open_blocks: list[Block] = []
        self._pieces: list[tuple[list[str], list[str]]] = []
        """The text and the marks of each open block, in pieces: adding to long ones takes time."""
        self._open_targets: list[Target] = []
        self._column = 0
        """Of the next cell of the row."""
        self._number = self._depth = 0
        """Of the next item, if it is the first of an ordered list; the number of lists around it."""

    def read(self) -> None:
        """Take all events."""
        broken: list[BrokenLink] = []
        for event, span in pyromark.events_with_range(
            self._source, options=OPTIONS, broken_link_callback=broken.append
        ):
            if isinstance(event, str):
                if event in ("SoftBreak", "HardBreak"):
                    if event == "HardBreak" and self._open_blocks:
                        block = self._open_blocks[-1]
                        block.breaks.append(len(block.places))
                    self._text("\n", self._at(span["start"]), is_code=False)
                continue
            ((kind, value),) = cast("dict[str, Any]", event).items()
            if kind == "Start":
                self._start(*_named(value), self._at(span["start"]), self._at(span["end"]))
            elif kind == "End":
                self._end(_named(value)[0])
            elif kind in ("Text", "Code"):
                self._text(value, self._at(span["start"]), is_code=kind == "Code")
        for link in broken:
            label = link["reference"].replace(LESS_THAN, "<")
            if not label.startswith("^") and "Shortcut" not in str(link["link_type"]):
                start, end = (self._at(link["span"][name]) for name in ("start", "end"))
                self._prose.undefined.append((self._prose.text[start:end], label, start))

    def _start(self, name: str, details: Any, start: int, end: int) -> None:
        level = 0
        match name:
            case "TableHead" | "TableRow":
                self._column = 0
            case "List":
                self._number = details or 0
                self._depth += 1
            case "Link" | "Image":
                self._open_targets.append(self._target(name == "Image", details, start, end))
                self._prose.targets.append(self._open_targets[-1])
            case "Heading":
                level = int(details["level"][1:])
            case "TableCell":
                level, self._column = self._column, self._column + 1
            case "Item":
                level, self._number = self._number, 0
        if name in _LEAVES:
            is_in_item = name == "Item" or (
                bool(self._open_blocks) and self._open_blocks[-1].element == "Item"
            )
            self._open_blocks.append(
                Block(name, level, start, end, is_in_item=is_in_item, depth=self._depth)
            )
            self._prose.blocks.append(self._open_blocks[-1])
            self._pieces.append(([], []))

    def _target(self, is_image: bool, details: Any, start: int, end: int) -> Target:
        is_inline = details["link_type"] in ("Inline", "Autolink")
        url = details["dest_url"].replace(LESS_THAN, "<")
        definition = "" if is_inline else details["id"]
        begin = start
        if defined := self._definitions.get(definition.casefold()) if definition else None:
            begin, end = (self._at(defined["span"][name]) for name in ("start", "end"))
        within = self._prose.text.rfind(url, begin, end) if url else -1
        at, written = (begin, "") if within < 0 else (within, url)
        return Target(url, start, is_image, definition, details["title"], at, written)

    @cached_property
    def _definitions(self) -> dict[str, Any]:
        found = pyromark.reference_definitions(self._source, options=OPTIONS)
        return {label.casefold(): definition for label, definition in found.items()}

    def _end(self, name: str) -> None:
        if name in _LEAVES:
            block, pieces = self._open_blocks.pop(), self._pieces.pop()
            block.text, block.marks = map("".join, pieces)
        elif name in ("Link", "Image"):
            self._open_targets.pop()
        elif name == "List":
            self._depth -= 1

    def _text(self, text: str, at: int, *, is_code: bool) -> None:
        if not self._open_blocks:
            return
        block = self._open_blocks[-1]
        is_written = self._source.startswith(text, at)  # otherwise a character reference
        places = list(range(at, at + len(text))) if is_written else [at] * len(text)
        if is_code or block.element == "CodeBlock":
            marks = CODE * len(text)
        else:
            marks = text if is_written else LITERAL * len(text)
            if at in self._escaped:
                marks = LITERAL + marks[1:]
            marks = marks.replace(LESS_THAN + GONE, LITERAL * 2).replace(LESS_THAN, "<")
        if GONE in text:
            kept = [n for n, character in enumerate(text) if character != GONE]
            text, marks = ("".join(whole[n] for n in kept) for whole in (text, marks))
            places = [places[n] for n in kept]
        texts, all_marks = self._pieces[-1]
        texts.append(text.replace(LESS_THAN, "<") if is_written else text)
        all_marks.append(marks)
        block.places += places
        for target in self._open_targets:
            target.has_text |= bool(text.strip())

    @cached_property
    def _escaped(self) -> set[int]:
        """Where characters stand after the backslash that escapes them."""
        return {found.end() - 1 for found in _ESCAPE.finditer(self._source)}

    def _at(self, offset: int) -> int:
        """The place of a byte of the source, in characters."""
        if not self._bytes:
            return offset
        known, place = self._known
        if offset >= known:
            place += len(self._bytes[known:offset].decode())
        else:
            place -= len(self._bytes[offset:known].decode())
        self._known = offset, place
        return place


def without_html(text: str) -> str:
    """The text as its parser may read it, of the same length."""
    if "<" not in text:
        return text
    return _TAG.sub(lambda found: LESS_THAN + GONE * (len(found[0]) - 1), text)


def with_text(html: str) -> str:
    """HTML made by the parser, with each ``<`` of the text as readers see it."""
    return html.replace(GONE, "").replace(LESS_THAN, "&lt;")


@lru_cache(maxsize=64)
def parse(text: str) -> Prose:
    """A text in CommonMark, parsed once although several rules look at it."""
    return Prose(text)


def may_link(text: str) -> bool:
    """Whether a text in CommonMark may have links; it is not parsed."""
    return "](" in text or "]:" in text or "<http" in text


def links(text: str) -> Sequence[Target]:
    """The targets of the links of a text in CommonMark, each once by its place: several can share a definition."""
    return _links(text) if may_link(text) else ()


@lru_cache(maxsize=2**17)
def _links(text: str) -> tuple[Target, ...]:
    """Kept for all texts of a portal: the rules that ask for them each go through all."""
    found = (t for t in parse(text).targets if not (t.is_image or t.definition.startswith("^")))
    return tuple({target.at: target for target in found}.values())


def plain_text(text: str) -> str:
    r"""What readers see of a text in CommonMark.

    >>> plain_text("## 合作\n\n- **觀光**\n- [教育](/x/)")
    '合作\n觀光\n教育'
    """
    return parse(text).plain()


def _named(value: Any) -> tuple[str, Any]:
    """The name of an element, and its details."""
    if isinstance(value, str):
        return value, None
    ((name, details),) = value.items()
    return name, details
