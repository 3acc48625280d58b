"""How Chinese characters are read, as a table that a script of a page can look words up by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.text.collation import is_han, readings
from portal.text.pinyin import TONES

if TYPE_CHECKING:
    from collections.abc import Iterable


def sounds_of(texts: Iterable[str]) -> str:
    """The syllables of the characters in texts, in Zhuyin without tones, each followed by the characters read so.

    ``theme/assets/sounds.js`` spells them in Pinyin too. All in one order: that compresses best.

    >>> sounds_of(["姐妹", "Kaga", "界"])
    'ㄇㄟ妹ㄐㄧㄝ姐界'
    """
    found: dict[str, list[str]] = {}
    for character in sorted({c for text in texts for c in text if is_han(c)}):
        if syllable := readings(character)[0].translate(TONES):
            found.setdefault(syllable, []).append(character)
    return "".join(f"{syllable}{''.join(found[syllable])}" for syllable in sorted(found))
