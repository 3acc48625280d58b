"""The levels of the headings of a text, in records and on pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def skipped(levels: Iterable[int], above: int) -> Iterator[tuple[int, int]]:
    """Which headings skip a level, by index, and the deepest level that is possible there.

    ``above`` is the level of the heading before them.

    >>> list(skipped([2, 4, 3, 6], 1))
    [(1, 3), (3, 4)]
    """
    for index, level in enumerate(levels):
        if level > above + 1:
            yield index, above + 1
        above = level
