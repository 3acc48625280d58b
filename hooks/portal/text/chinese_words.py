"""Words of Chinese as a dictionary divides it: jieba's, asked in the Simplified form, which has as many characters."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from opencc import OpenCC

if TYPE_CHECKING:
    from collections.abc import Iterator


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
