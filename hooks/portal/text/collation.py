"""The order in which readers look for names: Chinese by strokes or by Zhuyin, other scripts by their alphabet.

``han_characters.txt`` has one line a syllable of Zhuyin, in the order of dictionaries, with the characters read so by
their strokes. ``charts/han_characters.py`` makes it. Nothing here depends on the machine or its language settings.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from portal.text.folding import letter_forms, unmarked

TABLE = Path(__file__).with_name("han_characters.txt")

_PARTS = re.compile(r"(?P<gap>[\s\-‐–—/／_]+)|(?P<number>[0-9]{1,18})|(?P<other>.)", re.DOTALL)
_FIRST_HAN, _LAST_HAN = "\u4e00", "\u9fff"
_RUN = re.compile(r"(\d+)(\D+)")
_NO_READING = "-"
_MANY = 99
"""Strokes of a character that is not in the table, which comes after all that are."""

Part = tuple[int, ...]
"""A gap, a number, a character: what it is, and its place among its like."""

Key = tuple[tuple[Part, ...], str, str]
"""Compares names: by their letters, then by accents, then by the rest."""


class _Han(NamedTuple):
    strokes: int
    reading: int
    """The place of its syllable in the order of Zhuyin."""


class _Table(NamedTuple):
    characters: dict[str, _Han]
    syllables: tuple[str, ...]
    places: dict[str, int]


@cache
def _table() -> _Table:
    characters: dict[str, _Han] = {}
    syllables: list[str] = []
    for line in TABLE.read_text(encoding="utf-8").splitlines()[1:]:
        syllable, _, runs = line.partition(" ")
        place = len(syllables)
        syllables.append(syllable)
        for strokes, members in _RUN.findall(runs.replace(" ", "")):
            han = _Han(int(strokes), place)
            characters.update(dict.fromkeys(members, han))
    return _Table(characters, tuple(syllables), {s: n for n, s in enumerate(syllables)})


def is_han(character: str) -> bool:
    """Whether the table can have a character."""
    return _FIRST_HAN <= character <= _LAST_HAN


def is_syllable(text: str) -> bool:
    """Whether a text is a syllable of Zhuyin, with its tone: ``ㄔㄤˊ``."""
    return text != _NO_READING and text in _table().places


def readings(text: str) -> tuple[str, ...]:
    """The usual reading of each Chinese character of a text, empty where none is known."""
    table = _table()
    found = (table.characters.get(c) for c in text if is_han(c))
    return tuple(_syllable(table, han) for han in found)


def _syllable(table: _Table, han: _Han | None) -> str:
    syllable = table.syllables[han.reading] if han else _NO_READING
    return "" if syllable == _NO_READING else syllable


def strokes(character: str) -> int:
    """How many strokes a Chinese character has; 0 if the table does not know."""
    han = _table().characters.get(character)
    return han.strokes if han else 0


@lru_cache(maxsize=1 << 16)
def order_key(text: str, locale: str) -> Key:
    """What orders names on pages in a locale: Chinese by strokes, in Chinese lists before other scripts.

    >>> sorted(["Y", "Île-de-France", "O’Higgins", "Ohio", "Łódź", "C40", "C5"], key=lambda name: order_key(name, "en"))
    ['C5', 'C40', 'Île-de-France', 'Łódź', 'O’Higgins', 'Ohio', 'Y']
    >>> sorted(["臺北", "日本", "八王子", "C40", "9月"], key=lambda name: order_key(name, "zh"))
    ['9月', '八王子', '日本', '臺北', 'C40']
    """
    return _key(text, first=2 if locale == "zh" else 4, syllables=None)


@lru_cache(maxsize=1 << 14)
def zhuyin_key(text: str, reading: str = "") -> Key:
    """What orders Chinese names by Zhuyin; ``reading`` has a syllable for each character if the usual one is wrong.

    >>> sorted(["種子", "長期"], key=zhuyin_key)
    ['長期', '種子']
    >>> sorted(["種子", "長期"], key=lambda term: zhuyin_key(term, "ㄔㄤˊ ㄑㄧˊ" if term == "長期" else ""))
    ['種子', '長期']
    """
    return _key(text, first=2, syllables=reading.split() if reading else readings(text))


def _key(text: str, *, first: int, syllables: tuple[str, ...] | list[str] | None) -> Key:
    bare = unmarked(text)
    left = iter(syllables or ())
    parts: list[Part] = []
    for found in _PARTS.finditer(bare):
        if found["number"]:
            parts.append((1, int(found["number"])))
        elif found["gap"]:
            if parts and parts[-1] != (0,):
                parts.append((0,))
        elif is_han(character := found["other"]):
            parts.append(_han_part(character, first, None if syllables is None else next(left, "")))
        else:
            lower = character.lower()
            letters = letter_forms().get(lower, lower)
            parts += [(3, ord(letter)) for letter in letters if letter.isalnum()]
    if parts and parts[-1] == (0,):
        parts.pop()
    return tuple(parts), text.lower(), text


def _han_part(character: str, kind: int, syllable: str | None) -> Part:
    table = _table()
    count = han.strokes if (han := table.characters.get(character)) else _MANY
    if syllable is None:
        return kind, count, ord(character)
    place = table.places.get(syllable, len(table.syllables))
    return kind, place, count, ord(character)


def group_of(text: str, locale: str) -> str:
    """Under which head a name stands in a list of a locale: a letter, a number of strokes, or ``0`` for all else.

    >>> group_of("Île-de-France", "en"), group_of("八王子", "zh"), group_of("C40", "zh"), group_of("9月", "zh")
    ('I', '2', 'C', '0')
    """
    for part in order_key(text, locale)[0]:
        match part:
            case (2, count, _):
                return str(count) if count != _MANY else "0"
            case (3, letter) if chr(letter).isascii():
                return chr(letter).upper()
            case (0,):
                continue
            case _:
                return "0"
    return "0"


def sound_of(text: str, reading: str = "") -> str:
    """The first sound of a Chinese name in Zhuyin; empty if it does not begin with a Chinese character.

    >>> sound_of("城市"), sound_of("C40")
    ('ㄔ', '')
    """
    spoken = reading.split() if reading else readings(text)
    begins = next((c for c in text if c.isalnum()), "")
    return spoken[0][:1] if spoken and is_han(begins) else ""
