"""The characters of ``fonts/NotoSansTC-Bold.otf``, in which the cards for social media are lettered."""

from __future__ import annotations

from functools import cache

_TOWNS = "坵埕庄峯碇芎莿萣裏"
"""What names of Taiwanese townships need besides, as 烏坵鄉 and 茄萣區."""

_PUNCTUATION = "–—‘’“”…‧"

_RANGES = ((0x20, 0x7F), (0xA0, 0x100), (0x3001, 0x3012), (0xFF01, 0xFF5F))
"""First code and the one after the last: ASCII, Latin-1, CJK punctuation, full-width forms."""

_FREQUENT = range(0xA4, 0xC7)
"""First bytes of the 5,401 frequent characters in Big5, among them the 4,808 of 常用國字標準字體表 (1982)."""

_LAST_FREQUENT = b"\xc6\x7e"


@cache
def letters() -> frozenset[str]:
    """Every character that a card can show: enough for the name of any city in Taiwan."""
    plain = {chr(code) for first, end in _RANGES for code in range(first, end)}
    return frozenset(plain | {*_PUNCTUATION, *_TOWNS, *_frequent()})


def _frequent() -> list[str]:
    seconds = (*range(0x40, 0x7F), *range(0xA1, 0xFF))
    codes = [bytes((first, second)) for first in _FREQUENT for second in seconds]
    return [code.decode("big5") for code in codes if code <= _LAST_FREQUENT]
