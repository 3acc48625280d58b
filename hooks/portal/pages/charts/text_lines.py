"""Words of a drawing in lines: text in an SVG does not wrap by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.text.width import wide

if TYPE_CHECKING:
    from collections.abc import Iterable


def text_lines(pieces: Iterable[str], columns: int) -> list[str]:
    """The lines of a text that is given in pieces, after each of which a line may end.

    ``columns`` is the most that a line holds, two for a Chinese character; a longer piece has a line of its own.

    >>> text_lines(["Hold ", "exchange ", "events"], 14)
    ['Hold exchange', 'events']
    """
    lines = [""]
    for piece in pieces:
        if lines[-1] and wide((lines[-1] + piece).rstrip()) > columns:
            lines.append("")
        lines[-1] += piece
    return [line.strip() for line in lines]
