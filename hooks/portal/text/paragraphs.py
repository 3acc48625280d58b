"""The words of a text in CommonMark, paragraph by paragraph, kept for several readers."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from portal.text.markdown import parse

if TYPE_CHECKING:
    from portal.text.text_block import Block


class Paragraph(NamedTuple):
    """A block of a text, without the places of its characters, which take most of the room: ``Prose`` has them."""

    element: str
    text: str
    words: str
    """As ``Block.words`` has them."""
    is_quoted: bool
    """Whether it stands in a block of quotation."""
    block: int
    """Its number among the blocks of the text."""


@lru_cache(maxsize=2**14)
def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The blocks of a text that hold words and are no code.

    Those of the texts of a large portal are kept: the check of words and the translation memory each go through all.
    """
    return tuple(
        Paragraph(block.element, block.text, block.words(), _is_quoted(text, block), number)
        for number, block in enumerate(parse(text).blocks)
        if block.element != "CodeBlock" and block.text.strip()
    )


def _is_quoted(source: str, block: Block) -> bool:
    begin = source.rfind("\n", 0, block.places[0]) + 1
    return source[begin : block.places[0]].lstrip().startswith(">")
