"""Pieces of a text in Markdown as readers see it, whichever parser read it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.text.line_ends import unwrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

LITERAL, CODE = "\ufffc", "\ufff9"
"""Stand in the marks of a block for what is no mark: escaped characters and character references; code."""

NEUTRAL = "○"
"""Stands for a character of code."""


@dataclass(slots=True)
class Block:
    """A paragraph, heading, item, cell or block of code, with what readers see of it."""

    element: str
    """``Paragraph``, ``Heading``, ``Item``, ``TableCell`` or ``CodeBlock``."""
    level: int = 0
    """Of a heading, from 1; of a cell its column, from 0; of the first item of a list its number."""
    start: int = 0
    """Where it begins in the source, in characters."""
    end: int = 0
    text: str = ""
    marks: str = ""
    """As long as the text, with ``LITERAL`` or ``CODE`` for each character that cannot be a mark left over."""
    places: list[int] = field(default_factory=list)
    """Where each character of the text stands in the source."""

    breaks: list[int] = field(default_factory=list)
    """Where in the text a line ends because the source wants it to, not only because it does so itself."""
    is_in_item: bool = False
    """Whether it is the text of an item of a list."""
    depth: int = 0
    """The number of lists around it."""

    def words(self) -> str:
        """Its text, of the same length, with a sign of which no rule speaks for each character of code."""
        if CODE not in self.marks:
            return self.text
        pairs = zip(self.text, self.marks, strict=True)
        return "".join(NEUTRAL if mark == CODE else character for character, mark in pairs)


@dataclass(slots=True)
class Target:
    """The target of a link or an image."""

    url: str
    start: int
    """Where the link begins in the source, in characters."""
    is_image: bool
    definition: str
    """The label of the definition that gives the target; empty if it stands in the link."""
    title: str = ""
    """What appears when a pointer rests on the link."""
    at: int = 0
    """Where the target is written: in the link or, for several links perhaps, in their definition."""
    written: str = ""
    """How it is written there; empty if that is not known, because of a reference, or nothing is."""
    has_text: bool = False
    """Whether readers see words to follow."""


def plain_lines(blocks: Iterable[Block]) -> str:
    """What readers see of blocks: a line for each, cells of a row side by side."""
    lines: list[str] = []
    was_cell = False
    for block in blocks:
        text = " ".join(unwrapped(block.text).split())
        if not text:
            continue
        is_cell = block.element == "TableCell"
        if is_cell and was_cell and block.level:
            lines[-1] += f" | {text}"
        else:
            lines.append(text)
        was_cell = is_cell
    return "\n".join(lines)
