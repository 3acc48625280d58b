"""Finds many phrases in a text at once, as whole words, the longest first.

The automaton is that of ``ahocorasick_rs``; time is linear in the text, however many phrases there are.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, Protocol, TypeVar

import regex
from ahocorasick_rs import AhoCorasick

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

ADDRESS = regex.compile(
    r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<![\w.-])[a-z\d-]+(?:\.[a-z\d-]+)+(?:/[!-~]*)?",
    regex.IGNORECASE,
)
"""What is not words: addresses of the web and of mail, names of hosts and files."""

_DOTTED = re.compile(r"\w\.\w")
"""What every address has, and few other texts."""

_SPELLED = regex.compile(r"[^\W_]")
_HAN = regex.compile(r"\p{Han}|[\p{Hiragana}\p{Katakana}ー]")
_HYPHENS = "-\u2010\u2011"
_APOSTROPHES = "'’"


class Found(NamedTuple):
    """Where a phrase stands in a text, in characters."""

    start: int
    end: int
    phrase: str


def _from_left(place: tuple[int, int, int]) -> tuple[int, int]:
    """The order in which what was found is told: from the left, of those that begin there the longest first."""
    return place[1], -place[2]


class Span(Protocol):
    """A piece of a text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


Place = TypeVar("Place", bound=Span)


class PhraseFinder:
    """Phrases, ready to be looked for."""

    def __init__(self, phrases: Iterable[str]) -> None:
        """Case counts: what may be written in two ways is two phrases."""
        self.phrases = tuple(dict.fromkeys(filter(None, phrases)))
        """Each once."""
        self._automaton = AhoCorasick(self.phrases)
        self._are_free = tuple(_is_free(one[0]) and _is_free(one[-1]) for one in self.phrases)
        """Whether a phrase is whole wherever it stands, as Chinese words are."""

    def is_in(self, text: str) -> bool:
        """Whether a phrase is part of a text, as a whole word or not."""
        return bool(self._automaton.find_matches_as_indexes(text))

    def find(self, text: str, suits: Callable[[Found], bool] | None = None) -> list[Found]:
        """The phrases in a text, in order, none over another: from the left, of those that begin there the longest.

        Only what is whole counts (``is_whole``), lies in no address and suits; what does not gives way to a shorter
        one, and to what begins further right.
        """
        return longest(one for one in self.find_all(text) if suits is None or suits(one))

    def find_all(self, text: str) -> list[Found]:
        """The same with those in and over others, from the left, of those that begin there the longest first."""
        return [
            Found(start, stop, self.phrases[number]) for number, start, stop in self.places(text)
        ]

    def places(self, text: str) -> list[tuple[int, int, int]]:
        """The same in numbers: which of the phrases, and where it begins and ends."""
        places = self._automaton.find_matches_as_indexes(text, overlapping=True)
        if not places:
            return []
        addresses = (
            [found.span() for found in ADDRESS.finditer(text)] if _DOTTED.search(text) else []
        )
        places.sort(key=_from_left)
        return [
            (number, start, stop)
            for number, start, stop in places
            if (self._are_free[number] or is_whole(text, start, stop))
            and not (addresses and any(begin < stop and start < over for begin, over in addresses))
        ]


def longest(found: Iterable[Place]) -> list[Place]:
    """Of what was found, in order, that of which none lies over another: whatever comes first."""
    kept: list[Place] = []
    end = 0
    for one in found:
        if one.start >= end:
            kept.append(one)
            end = one.end
    return kept


def is_whole(text: str, start: int, end: int) -> bool:
    """Whether a piece of a text begins and ends with its words.

    Chinese writes no spaces, so beside a Chinese character everything does. Elsewhere no letter or digit goes on, and
    no hyphen joins it to another word; a possessive may follow: the mayor’s, the cities’.
    """
    return not (_goes_on_before(text, start) or _goes_on_after(text, end))


def _goes_on_before(text: str, start: int) -> bool:
    if start == 0 or _is_free(text[start]):
        return False
    before = text[start - 1]
    if before in _HYPHENS or before in _APOSTROPHES:
        return start > 1 and _is_letter(text[start - 2])
    return _is_letter(before)


def _goes_on_after(text: str, end: int) -> bool:
    if end == len(text) or _is_free(text[end - 1]):
        return False
    after, rest = text[end], text[end + 1 : end + 3]
    if after in _HYPHENS:
        return rest != "" and _is_letter(rest[0])
    if after in _APOSTROPHES:
        is_possessive = rest[:1] == "s" and not _is_letter(rest[1:])
        return not is_possessive and _is_letter(rest[:1])
    return _is_letter(after)


def _is_free(character: str) -> bool:
    """Whether a word may begin or end with it wherever it stands."""
    return not _is_letter(character)


@cache
def _is_letter(character: str) -> bool:
    """Whether it is a letter or a digit of a script with spaces between words."""
    return bool(_SPELLED.match(character)) and not _HAN.match(character)
