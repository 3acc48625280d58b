"""Words of Chinese as a dictionary divides it: jieba's, asked in the Simplified form, which has as many characters."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING

from opencc import OpenCC

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLAUSE = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]+")
"""Chinese without a mark between, which is what a dictionary divides."""


class _Simplified(dict[int, str]):
    """The Simplified form of each character, for ``str.translate``."""

    def __init__(self) -> None:
        super().__init__()
        self._convert = OpenCC("t2s").convert

    def __missing__(self, code: int) -> str:
        found = self._convert(chr(code))
        self[code] = found = found if len(found) == 1 else chr(code)
        return found


@cache
def _simplified() -> _Simplified:
    return _Simplified()


def chinese_words(text: str) -> Iterator[str]:
    """The words of a text by the dictionary, with what stands between them; together they are the text."""
    if not text:
        return
    import rjieba  # noqa: PLC0415 (reads its dictionary, which only builds need)

    start = 0
    for word in rjieba.cut(text.translate(_simplified()), False):
        yield text[start : start + len(word)]
        start += len(word)


class WordEnds:
    """Where the words of a text end and begin by the dictionary, which is asked only for clauses that matter."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._clauses = [clause.span() for clause in _CLAUSE.finditer(text)]
        self._ends: dict[int, set[int]] = {}

    def has(self, at: int) -> bool:
        """Whether no word goes over that place; so it is beside a mark or a letter."""
        number = bisect_left(self._clauses, (at, 0)) - 1
        if number < 0 or at >= self._clauses[number][1]:
            return True
        if number not in self._ends:
            self._ends[number] = set(self._of_clause(*self._clauses[number]))
        return at in self._ends[number]

    def _of_clause(self, start: int, end: int) -> Iterator[int]:
        for word in chinese_words(self._text[start:end]):
            start += len(word)
            yield start
