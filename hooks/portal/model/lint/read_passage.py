"""A passage with the words of the term base that it holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from portal.text.chinese_words import WordEnds
from portal.text.phrase_finder import longest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.model.lint.lexicon import Key, Lexicon, Mention
    from portal.model.lint.passage import Line, Passage

_CLEAR = 4
"""Characters of a Chinese word that is hardly ever parts of two."""

OTHER = {"zh": "en", "en": "zh"}


@dataclass(slots=True)
class ReadLine:
    """A line and its words."""

    line: Line
    mentions: list[Mention]
    """All, each where it begins, with those in longer ones."""
    outermost: list[Mention]
    """None in or over another, and none in a quotation."""

    @classmethod
    def of(cls, line: Line, lexicon: Lexicon) -> ReadLine:
        """The line, with what the lexicon finds in it."""
        mentions = lexicon.mentions(line.text)
        outermost = longest(mentions)
        if outermost and (quoted := line.quoted()):
            outermost = [
                one
                for one in outermost
                if not any(start <= one.start < end for start, end in quoted)
            ]
        return cls(line, mentions, outermost)

    def is_word(self, mention: Mention) -> bool:
        """Whether no word of the dictionary goes over its ends: what seems to be one can be parts of two."""
        if self.line.language == "en" or len(mention.written) >= _CLEAR:
            return True
        ends = WordEnds(self.line.text)
        return ends.has(mention.start) and ends.has(mention.end)


@dataclass
class ReadPassage:
    """A passage, line by line."""

    passage: Passage
    sides: Mapping[str, list[ReadLine]] = field(default_factory=dict)
    """The lines of each language."""

    @classmethod
    def of(cls, passage: Passage, lexicons: Mapping[str, Lexicon]) -> ReadPassage:
        """The passage, with what the lexicons find in it."""
        return cls(
            passage,
            {
                "zh": [ReadLine.of(line, lexicons["zh"]) for line in passage.zh],
                "en": [ReadLine.of(line, lexicons["en"]) for line in passage.en],
            },
        )

    @property
    def home(self) -> str:
        """The government whose text it is; empty if there is none, or more."""
        return next(iter(self.passage.homes)) if len(self.passage.homes) == 1 else ""

    @property
    def lines(self) -> Iterator[ReadLine]:
        """Those of both languages."""
        yield from self.sides["zh"]
        yield from self.sides["en"]

    @cached_property
    def _said(self) -> dict[str, set[Key]]:
        return {side: _all(one.keys for one in _in(lines)) for side, lines in self.sides.items()}

    @cached_property
    def _right(self) -> dict[str, set[Key]]:
        return {side: _all(one.right for one in _in(lines)) for side, lines in self.sides.items()}

    @cached_property
    def _surely(self) -> dict[str, set[Key]]:
        return {side: _all(one.surely for one in _in(lines)) for side, lines in self.sides.items()}

    def says(self, key: Key, language: str) -> bool:
        """Whether the text in a language has a word for an entry that may be used."""
        return key in self._right[language]

    def tells(self, key: Key, language: str) -> bool:
        """The same, but for words of every day, which are no proof of a concept."""
        return key in self._surely[language]

    def says_apart(self, key: Key, language: str) -> bool:
        """Whether it has such a word, but for words inside longer ones, as 備忘錄 in 諒解備忘錄."""
        return any(key in one.right for line in self.sides[language] for one in line.outermost)

    def said(self, language: str) -> set[Key]:
        """All entries for which it has any word."""
        return self._said[language]

    def mentions(self, key: Key, language: str) -> bool:
        """Whether it has any word for it."""
        return key in self._said[language]


class ReadWork(list[ReadPassage]):
    """The passages of a record or page."""

    @cached_property
    def said(self) -> dict[str, set[Key]]:
        """All entries for which it has any word, by language."""
        return {
            language: set().union(*(read.said(language) for read in self))
            for language in ("zh", "en")
        }


def _in(lines: list[ReadLine]) -> Iterator[Mention]:
    return (one for line in lines for one in line.mentions)


def _all(keys: Iterator[frozenset[Key]]) -> set[Key]:
    return set(chain.from_iterable(keys))
