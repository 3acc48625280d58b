"""Punctuation as Taiwan and English set it: of the right width, paired, once."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from portal.text.fault import Fault
from portal.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import regex

_NARROWED = late_pattern(
    r"[０-９Ａ-Ｚａ-ｚ\uff61-\uff65\ufe10-\ufe19\ufe30-\ufe44\ufe50-\ufe57]+|(?<=\d)(?:，(?=\d{3}(?!\d))|．(?=\d))"
    r"|(?<=(?<!\d)[0-2]?\d)：(?=[0-5]\d(?!\d))"
)
"""Full-width digits and letters, half-width, small and vertical punctuation, and full-width signs inside a number."""

_HALF_WIDTH = late_pattern(
    r"(?<=[\p{Han}」』》〉）])(?:[,;:?!]|\.(?!\.))(?=[\p{Han}「『《〈（\s]|$)"
)
"""ASCII punctuation where a Chinese clause ends."""

_BRACKETED = late_pattern(
    r"《[^》]*》(*SKIP)(*FAIL)"
    r"|(?<=\p{Han}) ?\((?![/#.]|[^()]*://)[^()\n]{1,60}\)|(?<![\](])\(\p{Han}[^()\n]{0,60}\)"
    r"|[<＜]{1,2}(\p{Han}[^<>＜＞]{0,60})[>＞]{1,2}"
)
"""ASCII parentheses around Chinese words or after them, but in titles of works, which stay as they are; and titles
between signs of comparison."""

_QUOTED = late_pattern(
    r"([\"'])(\p{Han}[^\"'\n]{0,60})\1|“(\p{Han}[^“”\n]{0,60})”|‘(\p{Han}[^‘’\n]{0,60})’"
)
_DASHED = late_pattern(r"(?<=\p{Han})--+(?=\p{Han})")

_DOUBLED = late_pattern(r"[，、；：][，。、；：！？]+|。[，。、；：]+|[（「『《〈][）」』》〉]")
_AT_THE_ENDS = late_pattern(r"^[，。、；：]|[，、；]$")
_DOUBLED_IN_ENGLISH = late_pattern(
    r",[,.;]|(?<!\.)\.\.(?!\.)|[;:][,;.]|\(\)|\b(?i:(the|a|an|of|to|in|and|is)) (?i:\1)\b"
)

_SPACED = late_pattern(
    r"(?<=[\p{Han}）」』》〉])[ \u3000]+(?=[，。、；：！？）」』》〉])|(?<=[，、；「『《〈（])[ \u3000]+(?=\S)"
    r"|(?<=\p{Han})[\u00a0\u2000-\u200a\u202f\u205f]+(?=\p{Han})"
)
_SPACED_IN_ENGLISH = late_pattern(r"(?<=\w) +(?=[,;:!?](?:\s|$))")

_PAIRS = {"「": "」", "『": "』", "（": "）", "《": "》", "〈": "〉", "【": "】", "〔": "〕"}
_ENGLISH_PAIRS = {"(": ")", "“": "”", "[": "]"}
_SIGNS_OF_PAIRS = re.compile(f"[{''.join([*_PAIRS, *_PAIRS.values()])}]")
_SIGNS_OF_ENGLISH_PAIRS = re.compile(r"[()“”\[\]]")
_NUMBERED = late_pattern(r"(?r)(?:^|\s|[、；。（])[\p{N}\p{Latin}]{1,3}")
"""What a closing parenthesis may follow without an opening one: ``1）``."""

_FULL_WIDTH = late_pattern(
    r"[\u3000-\u3004\u3008-\u3029\u302e-\u303f\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff01-\uff65\uffe0-\uffee]+|\u2026{2,}"
)
"""East Asian punctuation, and the full-width forms of ASCII."""

_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"})
_SIGNS = str.maketrans("、。「」『』《》〈〉【】・　", ',.""""""""[]· ')
"""The nearest English sign for those that have no ASCII form of their own."""


_SIGN = re.compile(
    r"[,;:?!.(\"'“‘<＜ \u3000\u00a0\u2000-\u200a\u202f\u205f-]"
    r"|[０-９Ａ-Ｚａ-ｚ\uff61-\uff65\ufe10-\ufe19\ufe30-\ufe44\ufe50-\ufe57]"
)
_SUSPECT = re.compile(
    r"[\u3400-\u9fff」』》〉）][,;:?!.(\"'“‘-]|[<＜\"'“‘][\u3400-\u9fff]|[\u3400-\u9fff] \(|\w\([\u3400-\u9fff]"
    r"|[０-９Ａ-Ｚａ-ｚ\uff61-\uff65\ufe10-\ufe19\ufe30-\ufe44\ufe50-\ufe57\u00a0\u2000-\u200a\u202f\u205f]"
    r"|[，。、；：（「『《〈][ \u3000]|[ \u3000][，。、；：！？）」』》〉]"
)
_SUSPECT_PAIR = re.compile(r"[，。、；：（「『《〈．](?:(?<=\d.)\d|[，。、；：！？）」』》〉])")
_SUSPECT_START, _SUSPECT_END = tuple("，。、；："), tuple("，、；")

_SUSPECT_IN_ENGLISH = re.compile(r"[,.;:( ][,.;:)!?]")
_FOREIGN = re.compile(r"[^\x00-\u02ff]")
_TWICE = ("the the", "a a", "an a", "of of", "to to", "in in", "and and", "is is")
"""What few texts have; only those need the exact rules. Each looks for what is rare first."""


def _is_suspect(text: str) -> bool:
    return (
        _SUSPECT_PAIR.search(text) is not None
        or text.startswith(_SUSPECT_START)
        or text.rstrip("\n").endswith(_SUSPECT_END)
        or (_SIGN.search(text) is not None and _SUSPECT.search(text) is not None)
    )


def _is_suspect_in_english(text: str) -> bool:
    lowered = text.lower()
    return (
        _SUSPECT_IN_ENGLISH.search(text) is not None
        or (not text.isascii() and _FOREIGN.search(text) is not None)
        or any(words in lowered for words in _TWICE)
    )


def chinese_faults(text: str, *, is_whole: bool = True) -> Iterator[Fault]:
    """Wrong punctuation in a Chinese text; only a whole one neither begins nor ends with some of it."""
    yield from _unpaired(_SIGNS_OF_PAIRS, _PAIRS, text)
    if not _is_suspect(text):
        return
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
    if space := _SPACED.search(text):
        yield Fault("stray-space", space.start(), text[max(0, space.start() - 4) : space.end() + 4])


def english_faults(text: str) -> Iterator[Fault]:
    """Wrong punctuation in an English text."""
    yield from _unpaired(_SIGNS_OF_ENGLISH_PAIRS, _ENGLISH_PAIRS, text)
    if not _is_suspect_in_english(text):
        return
    yield from _together("full-width-in-english", _FULL_WIDTH, text, in_english)
    for found in _DOUBLED_IN_ENGLISH.finditer(text):
        yield Fault("stray-punctuation", found.start(), found[0])
    if space := _SPACED_IN_ENGLISH.search(text):
        yield Fault("stray-space", space.start(), text[max(0, space.start() - 8) : space.end() + 8])


def _unpaired(signs: re.Pattern[str], pairs: dict[str, str], text: str) -> Iterator[Fault]:
    """The first bracket or quotation mark without its partner, or doubled."""
    waiting: list[re.Match[str]] = []
    for sign in signs.finditer(text):
        if sign[0] in pairs:
            if text.startswith(sign[0], sign.end()):
                waiting = [sign]
                break
            waiting.append(sign)
        elif waiting and pairs[waiting[-1][0]] == sign[0]:
            waiting.pop()
        elif sign[0] not in ")）" or not _NUMBERED.match(text, 0, sign.start()):
            waiting = [sign]
            break
    if waiting:
        yield Fault("unpaired-sign", waiting[0].start(), waiting[0][0])


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
    return f"（{text.strip(' ()')}）" if text.strip()[0] == "(" else f"〈{text.strip('<>＜＞')}〉"


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
