"""The text of a written page as readers see it: lines of its HTML, as blocks that the policy of text can judge."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from portal.pages.writing.html_parts import ESCAPED, HEADING, LESS_THAN
from portal.text.text_block import CODE, LITERAL, Block

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.pages.writing.html_parts import Run
    from portal.pages.writing.html_scan import HtmlScan

_ELEMENTS = {"li": "Item", "td": "TableCell", "th": "TableCell", "pre": "CodeBlock"}
_SOUNDS = frozenset({"rt", "rp"})

SOUND = "?"
"""The language of what spells the sound of words above them, if the page does not say it."""


@dataclass(slots=True)
class ShownLine:
    """A paragraph, heading, item or cell; its block tells where in all text of the page each character stands."""

    block: Block
    tag: str
    """The element that it fills."""
    languages: list[str] = field(default_factory=list)
    """Of each character, as far as the page says so."""

    def in_language(self, language: str, block: Block) -> Block:
        """Its block, or what is left of it, with everything in other languages counted as code."""
        if set(self.languages) == {language}:
            return block
        pairs = zip(block.marks, self.languages, strict=True)
        marks = "".join(mark if own == language else CODE for mark, own in pairs)
        return Block(block.element, text=block.text, marks=marks, places=block.places)


class ShownText:
    """The text of a page in lines."""

    def __init__(self, scan: HtmlScan) -> None:
        self._runs = scan.runs
        self._starts = [0, *accumulate(len(run.text) for run in scan.runs)]
        lines: dict[int, ShownLine] = {}
        pieces: dict[int, tuple[list[str], list[str]]] = {}
        for index, run in enumerate(scan.runs):
            if run.line not in lines:
                element = (
                    "Heading" if HEADING.fullmatch(run.tag) else _ELEMENTS.get(run.tag, "Paragraph")
                )
                if not run.text.strip():
                    continue
                level = run.column if element == "TableCell" else 0
                block = Block(element, level, is_in_item=run.in_item, depth=run.depth)
                lines[run.line] = ShownLine(block, run.tag)
                pieces[run.line] = [], []
            self._add(lines[run.line], pieces[run.line], index, run)
        for number, line in lines.items():
            line.block.text, line.block.marks = map("".join, pieces[number])
        self.lines = list(lines.values())
        """Those that hold text, in order."""

    def _add(
        self, line: ShownLine, pieces: tuple[list[str], list[str]], index: int, run: Run
    ) -> None:
        texts, marks = pieces
        start = self._starts[index]
        text = run.text
        kept: Sequence[int] = range(len(text))
        shown = CODE * len(text) if run.is_verbatim else text.replace(LESS_THAN, "<")
        if ESCAPED in text:
            kept = [at for at, character in enumerate(text) if character != ESCAPED]
            shown = "".join(LITERAL if at and text[at - 1] == ESCAPED else shown[at] for at in kept)
            text = text.replace(ESCAPED, "")
        text = text.replace(LESS_THAN, "<")
        if run.is_after_break:
            line.block.breaks.append(len(line.languages))
            if not text.startswith("\n"):
                text, shown, kept = f"\n{text}", f"\n{shown}", [0, *kept]
        texts.append(text)
        marks.append(shown)
        line.block.places += [start + at for at in kept]
        line.languages += [SOUND if run.tag in _SOUNDS and not run.lang else run.lang] * len(text)

    def place(self, at: int) -> tuple[int, int]:
        """The index of the run with that character of all text, and its position in there."""
        index = min(bisect_right(self._starts, at), len(self._runs)) - 1
        return index, at - self._starts[index]
