"""A place whose English name stands in a Chinese text, though it has a Chinese one: Brisbane與高雄."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.model.lint.deprecated_words import OFFICIAL
from portal.model.lint.word_finding import WordFinding
from portal.model.records.kinds import CITIES, COUNTRIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.lint.read_passage import ReadPassage

_PLACES = frozenset((CITIES.name, COUNTRIES.name))

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_LATIN = re.compile(
    rf"(?:^|(?<=[{_HAN}、，。；：]))[A-Z][a-z]{{3,}}(?: [A-Z][a-z]+)*(?=[{_HAN}、，。；：]|$)"
)
"""Words in Latin letters between Chinese or its marks: no part of a longer name, and no note in parentheses."""


def latin_names(read: ReadPassage) -> Iterator[WordFinding]:
    """Each that the English text has as the name of a place, with the Chinese one."""
    for line in read.sides["zh"]:
        quoted = line.line.quoted()
        for found in _LATIN.finditer(line.line.text):
            if any(start <= found.start() < end for start, end in quoted):
                continue
            if cure := _chinese(read, found[0]):
                yield WordFinding(OFFICIAL, line.line, found.start(), found[0], cure)


def _chinese(read: ReadPassage, written: str) -> str:
    """What Chinese calls a place that the English text names so; empty if it names none."""
    for line in read.sides["en"]:
        for mention in line.outermost:
            entry = mention.meanings[0].entry
            if mention.written == written and len(mention.keys) == 1 and entry.kind in _PLACES:
                return entry.preferred("zh", read.home)
    return ""
