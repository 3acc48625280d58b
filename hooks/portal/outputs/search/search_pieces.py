"""The words of an index in alphabetical order, cut into pieces, each of which is a file.

Where a piece begins hangs on its first word, and not on how many come before it, unless they are many. So another word
in one record changes one piece, and all others stay as they are, in the browsers of readers too.
"""

from __future__ import annotations

import gzip
from array import array
from math import log2, sqrt
from typing import TYPE_CHECKING
from zlib import crc32

from portal.data.store import digest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
ID_DIGITS = 6
IDS = 36**ID_DIGITS
"""An id has six digits of base 36."""

WEIGHT_BITS = 5

_ENTRY = 6
"""Characters that a piece takes in the list of all pieces, packed."""


def document_ids(paths: Iterator[str]) -> dict[str, int]:
    """A number for each address, which is the same whatever others there are, unless two fall on the same."""
    found: dict[str, int] = {}
    taken: set[int] = set()
    for path in sorted(paths):
        number = int.from_bytes(digest(path.encode())[:8], "big") % IDS
        while number in taken:
            number = (number + 1) % IDS
        taken.add(number)
        found[path] = number
    return found


def base36(number: int, length: int = 1) -> str:
    """A number in digits and small letters.

    >>> base36(35), base36(36), base36(1, 6)
    ('z', '10', '000001')
    """
    text = ""
    while number:
        number, rest = divmod(number, 36)
        text = DIGITS[rest] + text
    return text.rjust(length, "0")


def encode(values: array[int]) -> str:
    """The documents of a word, each an id with its weight in the lowest bits: the step to each id, and a letter."""
    text = []
    last = 0
    for value in sorted(values):
        number, weight = value >> WEIGHT_BITS, value & 31
        text.append(base36(number - last) + chr(65 + weight))
        last = number
    return "".join(text)


def decode(text: str) -> array[int]:
    """The same again from the text."""
    values = array("Q")
    number = begin = 0
    for at, character in enumerate(text):
        if "A" <= character <= "Z":
            number += int(text[begin:at], 36)
            values.append(number << WEIGHT_BITS | ord(character) - 65)
            begin = at + 1
    return values


def pieces(words: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """The first word and the text of each piece: lines of a word and its documents.

    A query loads a piece for each of its words, and the list of all pieces. Both stay small when a piece grows as the
    root of the whole. A word with many documents has a piece for itself, and many words with some
    documents have several.
    """
    size = sum(map(len, words.values())) + sum(map(len, words))
    length = max(256.0, sqrt(size * _ENTRY))
    every = _power(max(1.0, length * max(1, len(words)) / max(1, size)))
    heavy = 2 * _power(length)
    lines: list[str] = []
    first, held = "", 0
    for word in sorted(words, key=_as_browsers_do):
        is_heavy = len(words[word]) > heavy
        held += len(words[word])
        if lines and (is_heavy or held > heavy or crc32(word.encode()) % every == 0):
            yield first, "\n".join(lines)
            lines, held = [], len(words[word])
        if not lines:
            first = word
        lines.append(f"{word} {words[word]}")
        if is_heavy:
            yield first, "\n".join(lines)
            lines, held = [], 0
    if lines:
        yield first, "\n".join(lines)


def _power(number: float) -> int:
    """The nearest power of two: it changes when an index has doubled, and not with each word."""
    return int(2 ** round(log2(number)))


def packed(text: str) -> bytes:
    """A text as its file holds it; the search unpacks it by itself, since few hosts pack files of this ending."""
    return gzip.compress(text.encode(), compresslevel=9, mtime=0)


def _as_browsers_do(word: str) -> bytes:
    """The order of JavaScript's comparison, by units of 16 bits."""
    return word.encode("utf-16-be")
