"""Prose in CommonMark as its parser reads it: what readers see, its headings, and marks that stay raw.

The parser is pulldown-cmark, with tables. No HTML ever reaches it: each ``<`` comes out as text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

import pyromark

if TYPE_CHECKING:
    from collections.abc import Iterator

LESS_THAN = "\ue000"
"""Stands for ``<`` while a text is parsed. No text may hold it: it is of private use."""

OPTIONS = pyromark.Options.ENABLE_TABLES

UNREAD = "\ufffc"
"""Stands in the marks of a block for what is no mark: code, escaped characters, character references."""

_LEAVES = ("Paragraph", "Heading", "Item", "TableCell", "CodeBlock")
"""Elements that hold text."""


@dataclass(slots=True)
class Block:
    """A paragraph, heading, item, cell or block of code, with what readers see of it."""

    element: str
    """``Paragraph``, ``Heading``, ``Item``, ``TableCell`` or ``CodeBlock``."""
    level: int = 0
    """Of a heading, from 1; of a cell its column, from 0."""
    start: int = 0
    """Where it begins in the source, in characters."""
    end: int = 0
    text: str = ""
    marks: str = ""
    """As long as the text, with ``UNREAD`` for each character that cannot be a mark left over."""
    places: list[int] = field(default_factory=list)
    """Where each character of the text stands in the source."""


@dataclass(frozen=True, slots=True)
class Target:
    """The target of a link or an image."""

    url: str
    start: int
    """Where the link begins in the source, in characters."""
    is_image: bool
    definition: str
    """The label of the definition that gives the target; empty if it stands in the link."""


class Prose:
    """A text in CommonMark, parsed once."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        """Those that hold text, in order."""
        self.targets: list[Target] = []
        """The targets of links and images, in order."""
        self._source = text.replace("<", LESS_THAN)
        self._places = _places_of_bytes(self._source)
        self._read()

    def plain(self) -> str:
        """What readers see: a line for each block, cells of a row side by side."""
        lines: list[str] = []
        was_cell = False
        for block in self.blocks:
            text = " ".join(block.text.split())
            if not text:
                continue
            is_cell = block.element == "TableCell"
            if is_cell and was_cell and block.level:
                lines[-1] += f" | {text}"
            else:
                lines.append(text)
            was_cell = is_cell
        return "\n".join(lines)

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

    def _read(self) -> None:
        open_blocks: list[Block] = []
        cells = 0
        for event, span in pyromark.events_with_range(self._source, options=OPTIONS):
            start, end = span["start"], span["end"]
            if isinstance(event, str):
                if open_blocks and event in ("SoftBreak", "HardBreak"):
                    self._add(open_blocks[-1], "\n", start, is_mark=False)
                continue
            ((kind, value),) = cast("dict[str, Any]", event).items()
            if kind == "Start":
                name, details = _named(value)
                if name in ("TableHead", "TableRow"):
                    cells = 0
                elif name in ("Link", "Image"):
                    self._note_target(details, start, is_image=name == "Image")
                if name in _LEAVES:
                    block = Block(name, 0, self._at(start), self._at(end))
                    if name == "Heading":
                        block.level = int(details["level"][1:])
                    elif name == "TableCell":
                        block.level, cells = cells, cells + 1
                    open_blocks.append(block)
                    self.blocks.append(block)
            elif kind == "End":
                if _named(value)[0] in _LEAVES:
                    open_blocks.pop()
            elif kind in ("Text", "Code", "Html", "InlineHtml") and open_blocks:
                is_mark = kind == "Text" and open_blocks[-1].element != "CodeBlock"
                self._add(open_blocks[-1], value, start, is_mark=is_mark)

    def _add(self, block: Block, text: str, start: int, *, is_mark: bool) -> None:
        text = text.replace(LESS_THAN, "<")
        at = self._at(start)
        written = self.text[at : at + len(text)]
        is_literal = written == text  # otherwise a character reference
        block.places += range(at, at + len(text)) if is_literal else [at] * len(text)
        marks = text if is_mark and is_literal else UNREAD * len(text)
        if marks and self._is_escaped(at):
            marks = UNREAD + marks[1:]
        block.text += text
        block.marks += marks

    def _is_escaped(self, at: int) -> bool:
        start = at
        while start and self.text[start - 1] == "\\":
            start -= 1
        return (at - start) % 2 == 1

    def _note_target(self, details: Any, start: int, *, is_image: bool) -> None:
        is_inline = details["link_type"] in ("Inline", "Autolink", "Email")
        definition = "" if is_inline else details["id"]
        url = details["dest_url"].replace(LESS_THAN, "<")
        self.targets.append(Target(url, self._at(start), is_image, definition))

    def _at(self, offset: int) -> int:
        """The place of a byte of the source, in characters."""
        return self._places[offset] if self._places else offset


@lru_cache(maxsize=64)
def parse(text: str) -> Prose:
    """A text in CommonMark, parsed once although several rules look at it."""
    return Prose(text)


def _places_of_bytes(text: str) -> list[int]:
    """For each byte of a text in UTF-8, and for its end, the place of its character; nothing if they are the same."""
    if text.isascii():
        return []
    places: list[int] = []
    for at, character in enumerate(text):
        places += [at] * (1 if character < "\x80" else len(character.encode()))
    return [*places, len(text)]


def _named(value: Any) -> tuple[str, Any]:
    """The name of an element, and its details."""
    if isinstance(value, str):
        return value, None
    ((name, details),) = value.items()
    return name, details


def plain_text(text: str) -> str:
    r"""What readers see of a text in CommonMark.

    >>> plain_text("## 合作\n\n- **觀光**\n- [教育](/x/)")
    '合作\n觀光\n教育'
    """
    return parse(text).plain()
