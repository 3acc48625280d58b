"""The words under which a text is found. ``theme/assets/search-words.js`` cuts what readers type in the same way.

Chinese, Japanese and Korean are cut into pairs of neighboring characters, so nobody has to know where a word ends:
八王子 is 八王 and 王子, and its last character by itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from portal.text.wide_folding import fold_widely

if TYPE_CHECKING:
    from collections.abc import Iterator

CJK = (
    "[\\u3005-\\u3007\\u3040-\\u30ff\\u3105-\\u312f\\u3400-\\u4dbf\\u4e00-\\u9fff\\uac00-\\ud7a3"
    "\\uf900-\\ufaff]"
)
_LETTERS = rf"(?:(?!{CJK})[\p{{L}}\p{{N}}])+"
_RUN = regex.compile(rf"{CJK}+|{_LETTERS}(?:['’.·-]{_LETTERS})*")
_IS_CJK = regex.compile(CJK)
_JOINT = regex.compile(r"['’.·-]")
_NO_LETTER = regex.compile(r"[^\p{L}\p{N}]")

EMPTY = frozenset(
    ["a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "with"]
)
"""Words of English that say nothing of what is looked for."""

NAME = "="
"""Begins the word of a whole name."""

_LEVELS = (
    regex.compile(r"(?<=..)(?:特别市|直辖市|广域市|[市县区府都道州郡省町村])$"),
    regex.compile(
        r"(?<=..) (?:metropolitan city|special city|city|county|prefecture|province|state|district|town|municipality)$"
    ),
    regex.compile(r"^(?:city|county|state|province|municipality) of (?=..)"),
)
"""Levels of places at the end or at the beginning of their names, folded."""


def words(text: str) -> Iterator[str]:
    """Every word of a text, as often as it stands there."""
    for run in _RUN.findall(fold_widely(text)):
        if _IS_CJK.match(run):
            for part in filter(None, run.split("的")):
                yield from (part[at : at + 2] for at in range(len(part) - 1))
                yield part[-1]
            continue
        parts = _JOINT.split(run)
        yield from (part for part in parts if part not in EMPTY)
        if len(parts) > 1:
            yield "".join(parts)


def is_cjk(word: str) -> bool:
    """Whether a word begins with a Chinese character, kana or Hangul."""
    return _IS_CJK.match(word) is not None


def name_word(name: str) -> str:
    """The word of a whole name: who types exactly that is looking for what is called so."""
    return NAME + _NO_LETTER.sub("", fold_widely(name))


def spaced(name: str, *, is_place: bool) -> str:
    """The words of a name, that of a place without its level, as one word of the index: ``san_francisco``."""
    folded = place_names(name)[-1] if is_place else fold_widely(name)
    return _NO_LETTER.sub("_", folded)


def place_names(name: str) -> list[str]:
    """The name of a place, and the name without its level: 八王子 for 八王子市, Kumamoto for Kumamoto Prefecture."""
    folded = fold_widely(name)
    without = [level.sub("", folded) for level in _LEVELS]
    return [folded, *(short for short in without if short != folded)]
