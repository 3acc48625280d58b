"""Whole numbers as sentences write them."""

from __future__ import annotations

import re

from portal.model.values.chinese_number import chinese_number

_SMALL = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
]  # fmt: skip
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]

_WORDS = {word: n for n, word in enumerate(_SMALL, start=1)} | {
    word: 10 * n for n, word in enumerate(_TENS, start=2)
}

NUMBER = {
    "zh": "[0-9]{1,4}|[〇零一二三四五六七八九十百千兩]{1,7}",
    "en": rf"[0-9]{{1,4}}|(?:{'|'.join(_TENS)})-(?:{'|'.join(_SMALL[:9])})|{'|'.join([*_TENS, *_SMALL[::-1]])}",
}
"""Patterns, by locale."""


def number_of(text: str) -> int | None:
    """What such a text means.

    >>> number_of("二十三"), number_of("twenty-three"), number_of("23"), number_of("many")
    (23, 23, 23, None)
    """
    if re.search("[a-z]", text):
        parts = [_WORDS.get(part) for part in text.split("-")]
        return None if None in parts else sum(part or 0 for part in parts)
    return chinese_number(text)
