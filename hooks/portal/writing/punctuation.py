"""Punctuation as Taiwan and English set it: of the right width, paired, once."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import regex

from portal.writing.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_NARROWED = regex.compile(
    r"[０-９Ａ-Ｚａ-ｚ\uff61-\uff65\ufe10-\ufe19\ufe30-\ufe44\ufe50-\ufe57]+|(?<=\d)(?:，(?=\d{3}(?!\d))|．(?=\d))"
    r"|(?<=(?<!\d)[0-2]?\d)：(?=[0-5]\d(?!\d))"
)
"""Full-width digits and letters, half-width, small and vertical punctuation, and full-width signs inside a number."""

_HALF_WIDTH = regex.compile(
    r"(?<=[\p{Han}」』》〉）])(?:[,;:?!]|\.(?!\.))(?=[\p{Han}「『《〈（\s]|$)"
)
"""ASCII punctuation where a Chinese clause ends."""

_BRACKETED = regex.compile(
    r"(?<=\p{Han})\((\p{Han}[\p{Han}、，]*)\)|[<＜]{1,2}(\p{Han}[^<>＜＞]{0,60})[>＞]{1,2}"
)
"""Chinese words in ASCII parentheses, and titles between signs of comparison."""

_QUOTED = regex.compile(
    r"([\"'])(\p{Han}[^\"'\n]{0,60})\1|“(\p{Han}[^“”\n]{0,60})”|‘(\p{Han}[^‘’\n]{0,60})’"
)
_DASHED = regex.compile(r"(?<=\p{Han})--+(?=\p{Han})")

_DOUBLED = regex.compile(r"[，、；：][，。、；：！？]+|。[，。、；：]+|[（「『《〈][）」』》〉]")
_AT_THE_ENDS = regex.compile(r"^[，。、；：]|[，、；]$")
_DOUBLED_IN_ENGLISH = regex.compile(
    r",[,.;]|(?<!\.)\.\.(?!\.)|[;:][,;.]|\(\)|\b(?i:(the|a|an|of|to|in|and|is)) (?i:\1)\b"
)

_SPACED = regex.compile(
    r"(?<=[\p{Han}）」』》〉])[ \u3000]+(?=[，。、；：！？）」』》〉])|(?<=[，、；「『《〈（])[ \u3000]+(?=\S)"
    r"|(?<=\p{Han})[\u00a0\u2000-\u200a\u202f\u205f]+(?=\p{Han})"
)
_SPACED_IN_ENGLISH = regex.compile(r"(?<=\w) +(?=[,;:!?](?:\s|$))")

_PAIRS = {"「": "」", "『": "』", "（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕"}
_ENGLISH_PAIRS = {"(": ")", "“": "”", "[": "]"}
_NUMBERED = regex.compile(r"(?:^|\s|[、；。（])[\p{N}\p{Latin}]{1,3}$")
"""What a closing parenthesis may follow without an opening one: ``1）``."""

_FULL_WIDTH = regex.compile(
    r"[\u3000-\u3004\u3008-\u3029\u302e-\u303f\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff65\uffe0-\uffee]+|\u2026{2,}"
)
"""East Asian punctuation, and the full-width forms of ASCII."""

_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"})
_SIGNS = str.maketrans("、。「」『』《》〈〉【】・　", ',.""""""""[]· ')
"""The nearest English sign for those that have no ASCII form of their own."""


def chinese_faults(text: str, *, is_whole: bool = True) -> Iterator[Fault]:
    """Wrong punctuation in a Chinese text; only a whole one neither begins nor ends with some of it."""
    for pattern, mend in (
        (_NARROWED, _as_usual),
        (_HALF_WIDTH, _widened),
        (_BRACKETED, _bracketed),
        (_QUOTED, _quoted),
        (_DASHED, _dashed),
    ):
        yield from _together("wrong-width-in-chinese", pattern, text, mend)
    for pattern in (_DOUBLED, _AT_THE_ENDS) if is_whole else (_DOUBLED,):
        for found in pattern.finditer(text):
            yield Fault("stray-punctuation", found.start(), found[0])
    if found := _SPACED.search(text):
        yield Fault("stray-space", found.start(), text[max(0, found.start() - 4) : found.end() + 4])
    yield from _unpaired(text, _PAIRS)


def english_faults(text: str) -> Iterator[Fault]:
    """Wrong punctuation in an English text."""
    yield from _together("full-width-in-english", _FULL_WIDTH, text, in_english)
    for found in _DOUBLED_IN_ENGLISH.finditer(text):
        yield Fault("stray-punctuation", found.start(), found[0])
    if found := _SPACED_IN_ENGLISH.search(text):
        yield Fault("stray-space", found.start(), text[max(0, found.start() - 8) : found.end() + 8])
    yield from _unpaired(text, _ENGLISH_PAIRS)


def _unpaired(text: str, pairs: dict[str, str]) -> Iterator[Fault]:
    """The first bracket or quotation mark without its partner, and those doubled."""
    closing = {end: start for start, end in pairs.items()}
    if not (pairs.keys() | closing.keys()) & set(text):
        return
    waiting: list[int] = []
    for at, sign in enumerate(text):
        if sign in pairs:
            if text[at + 1 : at + 2] == sign:
                yield Fault("unpaired-sign", at, sign * 2)
                return
            waiting.append(at)
        elif sign in closing:
            if waiting and text[waiting[-1]] == closing[sign]:
                waiting.pop()
            elif sign not in ")）" or not _NUMBERED.search(text[:at]):
                yield Fault("unpaired-sign", at, sign)
                return
    if waiting:
        yield Fault("unpaired-sign", waiting[0], text[waiting[0]])


def _together(
    code: str, pattern: regex.Pattern[str], text: str, mend: Callable[[str], str]
) -> Iterator[Fault]:
    """One fault for everything that a pattern finds."""
    if found := {match[0]: match.start() for match in reversed(list(pattern.finditer(text)))}:
        words = sorted(found, key=lambda word: found[word])
        yield Fault(code, found[words[0]], " ".join(words), " ".join(map(mend, words)))


def _as_usual(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def _widened(signs: str) -> str:
    return signs.translate(_WIDE)


def _bracketed(text: str) -> str:
    return f"（{text[1:-1]}）" if text[0] == "(" else f"〈{text.strip('<>＜＞')}〉"


def _quoted(text: str) -> str:
    return f"「{text[1:-1]}」"


def _dashed(_: str) -> str:
    return "－"


def in_english(signs: str) -> str:
    """East Asian signs as English writes them.

    >>> in_english("ＡＢ，１")
    'AB,1'
    """
    return unicodedata.normalize("NFKC", signs.replace("……", "…")).translate(_SIGNS)
