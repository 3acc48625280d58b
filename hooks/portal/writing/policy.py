"""The policy of text: the same for every field of every kind, for labels, front matter and written pages.

It knows three languages: Chinese as Taiwan writes it, English, and any other, of which it asks only that its characters
can be seen and are not mixed with look-alikes. Which characters programs may pass on is decided here once, so every
output is well-formed whatever passes (XML 1.0, 2.2; RFC 5545, 3.1), and nothing reorders the text around it (UAX 9).
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import regex

from portal.writing.characters import character_faults
from portal.writing.chinese import form_faults
from portal.writing.fault import Fault
from portal.writing.scripts import script_faults

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

HAN = regex.compile(r"\p{Han}+")
"""Chinese characters (Unicode script Han), of every plane."""

_PLAIN_ASCII = regex.compile(r"[ -~\n]*")
_PLAIN_CHINESE = regex.compile(r"[ -~\n、。「」『』《》〈〉（）！，－／：；？…—\u4e00-\u9fff]*")
"""What nearly all texts consist of; the slower rules judge the rest."""

_NARROWED = regex.compile(r"[０-９Ａ-Ｚａ-ｚ\uff61-\uff65]+")
"""Full-width digits and letters, and half-width Japanese punctuation."""

_FULL_WIDTH = regex.compile(
    r"[\u3000-\u3004\u3008-\u303f\u30fb\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef]+"
)
"""East Asian punctuation, and the full-width forms of ASCII."""

_HALF_WIDTH = regex.compile(
    r"(?<=[\p{Han}」』》〉）])(?:[,;:?!]|\.(?!\.))(?=[\p{Han}「『《〈（\s]|$)"
)
"""ASCII punctuation where a Chinese clause ends."""

_DOUBLED = regex.compile(r"[，、；：][，。、；：！？]+|。[，。、；：]+")

_LATIN = regex.compile(r"[A-Za-z]+")
_ADDRESS = regex.compile(r"https?://\S+|[\w-]+\.\w{2,4}(?!\w)")
"""What is not words: web addresses, names of files."""

_WIDE = str.maketrans({",": "，", ";": "；", ":": "：", "?": "？", "!": "！", ".": "。"})
_SIGNS = str.maketrans("、。「」『』《》〈〉【】・　", ',.""""""""[]· ')
"""The nearest English sign for those that have no ASCII form of their own."""


def text_faults(text: str, language: str) -> Iterator[Fault]:
    """Everything wrong with the characters of a text in that language (BCP 47)."""
    if _PLAIN_ASCII.fullmatch(text) and "???" not in text:
        return
    is_plain = language == "zh" and _PLAIN_CHINESE.fullmatch(text) and "???" not in text
    if not is_plain:
        yield from character_faults(text)
        yield from script_faults(text, language)
    if language == "zh":
        yield from form_faults(text)
        yield from _chinese_signs(text)
    elif language == "en":
        yield from _together("full-width-in-english", _FULL_WIDTH, text, in_english)


def _chinese_signs(text: str) -> Iterator[Fault]:
    for pattern, mend in ((_NARROWED, _as_usual), (_HALF_WIDTH, _widened)):
        yield from _together("wrong-width-in-chinese", pattern, text, mend)
    for found in _DOUBLED.finditer(text):
        yield Fault("doubled-punctuation", found.start(), found[0])


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


def in_english(signs: str) -> str:
    """East Asian signs as English writes them.

    >>> in_english("ＡＢ，１")
    'AB,1'
    """
    return unicodedata.normalize("NFKC", signs).translate(_SIGNS)


def is_untranslated(text: str) -> bool:
    """Whether a Chinese text is one in Latin letters, and not just an abbreviation, a brand, a number or an address.

    >>> [is_untranslated(text) for text in ("Signed by the mayor", "CityNet", "C40", "市長")]
    [True, False, False, False]
    """
    if HAN.search(text):
        return False
    words = _LATIN.findall(_ADDRESS.sub("", text))
    return any(len(word) > 2 and word[1:].islower() for word in words)
