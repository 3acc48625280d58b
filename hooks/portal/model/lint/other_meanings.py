"""Words that are not to be used for one thing, and right for another that the Chinese text names: *branch* for 分處."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from portal.model.lint.read_passage import OTHER
from portal.model.terminology.english_forms import plural
from portal.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.lint.lexicon import Key
    from portal.model.lint.read_passage import ReadLine, ReadPassage

WORDS = Path(__file__).with_suffix(".csv")
"""English words, each with the Chinese ones, divided by spaces, of which it is a right rendering."""


class Part(NamedTuple):
    """Some of a line: a sentence, or all."""

    line: ReadLine
    start: int
    end: int

    @property
    def text(self) -> str:
        """What it says."""
        return self.line.line.text[self.start : self.end]

    def tells(self, key: Key) -> bool:
        """Whether it surely says an entry."""
        return any(
            key in one.surely and self.start <= one.start < self.end for one in self.line.mentions
        )


def counterpart(read: ReadPassage, line: ReadLine, at: int) -> list[Part]:
    """What says in the other language what a line says at a place.

    Lines stand for each other if both languages have as many, and their sentences too; otherwise all may.
    """
    ours, theirs = read.sides[line.line.language], read.sides[OTHER[line.line.language]]
    if len(ours) != len(theirs):
        return [_whole(one) for one in theirs]
    other = theirs[next(number for number, one in enumerate(ours) if one is line)]
    own, paired = _sentences(line), _sentences(other)
    if len(own) != len(paired):
        return [_whole(other)]
    return [Part(other, *paired[number]) for number, (_, end) in enumerate(own) if at < end][:1]


def is_right_for_another(word: str, parts: list[Part]) -> bool:
    """Whether these name something that an English word is a right rendering of."""
    others = _meanings().get(word.lower(), ())
    return any(other in part.text for part in parts for other in others)


def _whole(line: ReadLine) -> Part:
    return Part(line, 0, len(line.line.text))


def _sentences(line: ReadLine) -> list[tuple[int, int]]:
    return sentence_spans(line.line.text, line.line.language)


@cache
def _meanings() -> dict[str, list[str]]:
    return dict(_rows())


def _rows() -> Iterator[tuple[str, list[str]]]:
    with WORDS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            others = row["other_meaning"].split()
            yield row["word"], others
            yield plural(row["word"]), others
