"""What a list need not repeat: a word of an item that narrow.js finds in what the item shows anyway."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from portal.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = regex.compile(r"['’‘`´ˊˇˋ˙]")
_LETTER = regex.compile(
    r"(?!\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul})[\p{L}\p{N}]"
)
"""What words are made of that stand between spaces, as in ``theme/assets/narrow.js``."""


def unseen(words: Iterable[str], shown: Iterable[str]) -> list[str]:
    """The parts of words by which what is shown would not be found, once each, in their order.

    What is typed is compared part by part too, so an item that shows “trilateral memorandum” and has “trilateral” need
    not say “trilateral cooperation”.

    >>> unseen(["三方備忘錄", "trilateral cooperation"], ["三方國際交流備忘錄", "Trilateral memorandum"])
    ['三方備忘錄', 'cooperation']
    """
    text = " ".join(map(_compared, shown))
    parts = dict.fromkeys(part for word in words for part in word.split())
    kept = set()
    for part in sorted(parts, key=lambda part: -len(part)):
        if not _holds(text, compared := _compared(part)):
            kept.add(part)
            text += f" {compared}"
    return [part for part in parts if part in kept]


def _compared(text: str) -> str:
    return _MARKS.sub("", fold(text))


def _holds(text: str, part: str) -> bool:
    """Whether a text has a part, as the beginning of a word unless it is Chinese."""
    if not part:
        return True
    at = text.find(part)
    if _LETTER.match(part):
        while at > 0 and _LETTER.match(text[at - 1]):
            at = text.find(part, at + 1)
    return at >= 0
