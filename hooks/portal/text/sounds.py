"""How Chinese characters are read, as a list that a script of a page can look words up by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.text.collation import is_han, readings
from portal.text.pinyin import TONES, typed_pinyin_of

if TYPE_CHECKING:
    from collections.abc import Iterable


def sounds_of(texts: Iterable[str]) -> str:
    """The syllables of the characters in texts, in Zhuyin and Pinyin without tones, each with the characters read so.

    >>> sounds_of(["姐妹", "Kaga"])
    'ㄐㄧㄝ jie 姐 ㄇㄟ mei 妹'
    """
    found: dict[str, list[str]] = {}
    for character in dict.fromkeys(c for text in texts for c in text if is_han(c)):
        if syllable := readings(character)[0].translate(TONES):
            found.setdefault(syllable, []).append(character)
    return " ".join(
        " ".join((syllable, *typed_pinyin_of(syllable), "".join(members)))
        for syllable, members in found.items()
    )
