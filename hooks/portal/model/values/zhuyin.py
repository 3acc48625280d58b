"""How a Chinese word is read, in Zhuyin, where the usual readings of its characters are not meant."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from portal.model.values.words import Words
from portal.text.collation import is_han, is_syllable, readings


def _check_syllables(text: str) -> str:
    wrong = [syllable for syllable in text.split() if not is_syllable(syllable)]
    if wrong:
        raise PydanticCustomError("not-zhuyin", "not-zhuyin", {"found": wrong[0]})
    return " ".join(text.split())


Zhuyin = Annotated[Words, AfterValidator(_check_syllables)]
"""Syllables of Zhuyin with their tones, one for each Chinese character, with a space between: ``ㄔㄤˊ ㄑㄧˊ``."""


def check_reading(reading: str, word: str) -> None:
    """Raises PydanticCustomError ``reading-length`` unless there is a syllable for each Chinese character."""
    if len(reading.split()) != sum(map(is_han, word)):
        usual = " ".join(syllable or "…" for syllable in readings(word))
        found = {"found": reading, "other": word, "cure": usual, "at": ("reading",)}
        raise PydanticCustomError("reading-length", "reading-length", found)
