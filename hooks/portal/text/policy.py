"""The policy of text: the same for every field of every kind, for labels, front matter and written pages.

It knows Chinese as Taiwan writes it and English; of any other language it asks that its characters can be seen, belong
to its script and are not mixed with look-alikes. Which characters programs may pass on is decided here once, so every
output is well-formed whatever passes (XML 1.0, 2.2; RFC 5545, 3.1), and nothing reorders the text around it (UAX 9).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import regex

from portal.text.characters import character_faults, is_common
from portal.text.chinese import form_faults
from portal.text.fault import Fault
from portal.text.leftovers import leftover_faults, may_hold_leftovers
from portal.text.punctuation import chinese_faults, english_faults
from portal.text.scripts import script_faults
from portal.text.text_block import NEUTRAL
from portal.text.typography import chinese_typography, english_typography

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.text.text_block import Block

HAN = regex.compile(r"\p{Han}+")
"""Chinese characters (Unicode script Han), of every plane."""

_CHINESE = regex.compile(
    r"[\p{Han}\u3000-\u303f\uff01-\uff65]*\p{Han}[\p{Han}\u3000-\u303f\uff01-\uff65]*"
)
"""Chinese words with the punctuation that stands at them."""

_LATIN = regex.compile(r"[A-Za-z]+")
_ADDRESS = regex.compile(r"https?://\S+|[\w.+-]+@[\w.-]+|[\w-]+\.\w{2,4}(?!\w)")
"""What is not words: addresses of the web and of mail, names of files."""

SENTENCE = 5
"""Words in Latin letters that are no name but a text that was not translated."""

_WORD = regex.compile(r"[\p{L}\p{N}\p{So}]")
_LONG_ADDRESS = regex.compile(r"https?://[^\s<>）)」，。、；]+")


def text_faults(text: str, language: str, *, is_whole: bool = True) -> Iterator[Fault]:
    """Everything wrong with the characters of a text in that language (BCP 47).

    What is not ``is_whole`` is a piece of one, which may begin or end with punctuation.
    """
    has_only_common = is_common(text)
    words = text
    if "://" in text:  # an address has rules of its own, but hides no character
        words = _LONG_ADDRESS.sub(lambda found: "x" * len(found[0]), text)
    told: set[int] = set()
    if not has_only_common or may_hold_leftovers(words):
        for fault in leftover_faults(words, is_whole=is_whole):
            told |= set(range(fault.start, fault.start + len(fault.found)))
            yield fault
        for fault in character_faults(text):
            if fault.start not in told:
                told.add(fault.start)
                yield fault
    foreign: list[Fault] = []
    if not (text.isascii() or (has_only_common and language == "zh")):
        foreign = [fault for fault in script_faults(words, language) if fault.start not in told]
        if foreign and language == "en" and not _LATIN.search(text):  # nothing of it is English
            yield replace(foreign[0], found=text.strip())
            return
        yield from foreign
    if language == "zh":
        yield from form_faults(words)
        yield from chinese_faults(words, is_whole=is_whole)
        yield from chinese_typography(text)
    elif language == "en":
        if foreign:  # the punctuation of Chinese words came with them
            words = _CHINESE.sub(lambda found: "x" * len(found[0]), words)
        yield from english_faults(words)
        yield from english_typography(words)


def block_faults(block: Block, language: str) -> Iterator[Fault]:
    """The same for what readers see of a paragraph, heading, item or cell, but for code; with places in the source."""
    words = block.words()
    for fault in text_faults(words, language, is_whole=False):
        found = fault.found
        if NEUTRAL in found:
            found = " ".join(found.replace(NEUTRAL, " ").split()) or found
        yield Fault(fault.code, block.places[fault.start], found, fault.cure, fault.other)
    if language == "zh" and len(words.split()) >= SENTENCE and is_untranslated(words):
        first = len(words) - len(words.lstrip())
        yield Fault("untranslated", block.places[first], " ".join(words.split()))


def has_words(text: str) -> bool:
    """Whether a text says anything: it has a letter, a digit or a symbol."""
    return _WORD.search(text) is not None


def is_untranslated(text: str) -> bool:
    """Whether a Chinese text is one in Latin letters, and not just an abbreviation, a brand, a number or an address.

    >>> [is_untranslated(text) for text in ("Signed by the mayor", "CityNet", "C40", "市長")]
    [True, False, False, False]
    """
    if HAN.search(text):
        return False
    words = _LATIN.findall(_ADDRESS.sub("", text))
    return any(len(word) > 2 and word[1:].islower() for word in words)
