"""Text as it is compared: width, capitals, accents and forms of a character make no difference.

``theme/assets/fold.js`` does the same in browsers; a test holds both equal.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

import regex

TABLE = Path(__file__).with_name("forms.txt")
"""Forms of one character, and letters that no accent can be taken off, each with the form that stands for all."""

_MARKS = regex.compile(r"[\p{M}ʻʼ]")
"""Accents, and letters that look like apostrophes."""


@lru_cache(maxsize=1 << 14)
def fold(text: str) -> str:
    """The text as it is compared.

    >>> fold("Île-de-France"), fold("Łódź"), fold("Hawaiʻi"), fold("ＫＡＧＡ"), fold("臺中縣")
    ('ile-de-france', 'lodz', 'hawaii', 'kaga', '台中縣')
    """
    if text.isascii():
        return text.lower()
    pattern, forms = _forms()
    return pattern.sub(lambda found: forms[found[0]], unmarked(text).lower())


def unmarked(text: str) -> str:
    """The text without accents, in plain width."""
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return unicodedata.normalize("NFC", bare)


@cache
def letter_forms() -> dict[str, str]:
    """What is written for letters that no accent can be taken off."""
    return {form: letters for form, letters in _forms()[1].items() if letters.isascii()}


@cache
def _forms() -> tuple[re.Pattern[str], dict[str, str]]:
    pairs = TABLE.read_text(encoding="utf-8").split()
    forms = {pair[0]: pair[1:] for pair in pairs}
    return re.compile(f"[{''.join(forms)}]"), forms
