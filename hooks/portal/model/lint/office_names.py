"""Offices that the Chinese text names, and the English one under a name that is not theirs: Ocean Bureau."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.model.lint.deprecated_words import OFFICIAL
from portal.model.lint.word_finding import WordFinding
from portal.model.records.kind import UNITS
from portal.model.records.kinds import CITIES, COUNTRIES, HOMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.model.lint.lexicon import Key
    from portal.model.lint.read_passage import ReadLine, ReadPassage
    from portal.model.terminology.term_entry import TermEntry

_PLACES = frozenset((CITIES.name, HOMES.name, COUNTRIES.name))

_CAPITAL = r"(?!The |This |Our )[A-Z][\w’-]*"
_SORT = r"(?:Bureau|Department|Section|Division|Office|Center|Secretariat|Institute|Administration)"
_NEXT = r"(?:, and |, | and | & | )"
_OFFICE = re.compile(
    rf"(?:{_CAPITAL}{_NEXT})+{_SORT}\b|\b{_SORT} (?:of|for) {_CAPITAL}(?:{_NEXT}{_CAPITAL})*"
)
"""What English calls an office, whatever it deals with."""


def office_names(work: Sequence[ReadPassage]) -> Iterator[tuple[Key, WordFinding]]:
    """Where the English has one name of an office too many, and the Chinese one of the text's governments."""
    for read in work:
        missing = _missing(read, work)
        if len(missing) != 1:
            continue
        ((key, entry),) = missing.items()
        wrong = [(line, *place) for line in read.sides["en"] for place in _others(read, line)]
        if len(wrong) == 1:
            line, start, written = wrong[0]
            cure = entry.preferred("en", read.home)
            yield key, WordFinding(OFFICIAL, line.line, start, written, cure)


def _missing(read: ReadPassage, work: Sequence[ReadPassage]) -> dict[Key, TermEntry]:
    found: dict[Key, TermEntry] = {}
    for line in read.sides["zh"]:
        for mention in line.outermost:
            if mention.meanings[0].entry.kind == UNITS and line.is_word(mention):
                own = {
                    (one.entry.kind, one.entry.id): one.entry
                    for one in mention.meanings
                    if one.entry.homes & read.passage.homes
                }
                if len(own) == 1:
                    found |= own
    return {
        key: entry for key, entry in found.items() if not any(one.says(key, "en") for one in work)
    }


def _others(read: ReadPassage, line: ReadLine) -> Iterator[tuple[int, str]]:
    """Names of offices of which the Chinese text has none."""
    quoted = line.line.quoted()
    for found in _OFFICE.finditer(line.line.text):
        start, end = found.span()
        if any(begin <= start < stop for begin, stop in quoted):
            continue
        is_said = any(
            read.mentions((meaning.entry.kind, meaning.entry.id), "zh")
            for one in line.mentions
            if one.end == end and (one.start == start or one.meanings[0].entry.kind == UNITS)
            for meaning in one.meanings
        )
        is_elsewhere = any(
            start <= one.start and one.end <= end and meaning.entry.kind in _PLACES
            for one in line.mentions
            for meaning in one.meanings
            if meaning.entry.id not in read.passage.homes
        )
        if not is_said and not is_elsewhere:
            yield start, found[0]
