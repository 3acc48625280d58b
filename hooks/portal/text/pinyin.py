"""Hanyu Pinyin of syllables of Zhuyin, by the tables of pypinyin; loaded only when somebody asks."""

from __future__ import annotations

import os
from collections import Counter
from functools import cache

TONES = str.maketrans("", "", "ˊˇˋ˙")


@cache
def _spellings() -> dict[str, str]:
    """Hanyu Pinyin by Zhuyin, with tones and, for syllables that have no such tone there, without."""
    os.environ.setdefault(
        "PYPINYIN_NO_PHRASES", "true"
    )  # they are most of its tables, and no syllables
    from pypinyin import Style  # noqa: PLC0415 (loads a table of a megabyte; few pages need it)
    from pypinyin.constants import PINYIN_DICT  # noqa: PLC0415
    from pypinyin.style import convert  # noqa: PLC0415

    every = Counter(one for readings in PINYIN_DICT.values() for one in readings.split(","))
    found: dict[str, str] = {}
    for spelling, _ in every.most_common():
        found.setdefault(convert(spelling, Style.BOPOMOFO, True), spelling)
    for zhuyin, spelling in list(found.items()):
        found.setdefault(zhuyin.translate(TONES), _without_tone(spelling))
    return found


def _without_tone(spelling: str) -> str:
    from pypinyin.contrib.tone_convert import to_normal  # noqa: PLC0415

    return to_normal(spelling, v_to_u=True)


def pinyin_of(syllable: str) -> str:
    """A syllable of Zhuyin in Hanyu Pinyin, with its tone if it has one there; empty if there is none.

    >>> pinyin_of("ㄐㄧㄝˇ"), pinyin_of("ㄌㄩˇ"), pinyin_of("ㄐㄧㄝ")
    ('jiě', 'lǚ', 'jiē')
    """
    spellings = _spellings()
    return spellings.get(syllable) or spellings.get(syllable.translate(TONES), "")
