"""What the Chinese text names, and the English one under a name that is not its own: Ocean Bureau, Taichung Flora Expo.

The pair is the proof: English has no name for it, and one that is nobody's, with the same telling words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from portal.model.lint.deprecated_words import OFFICIAL
from portal.model.lint.name_words import are_of_a_sort, likeness, names_in, offices_in
from portal.model.lint.word_finding import WordFinding
from portal.model.records.kind import UNITS
from portal.model.records.kinds import CITIES, COUNTRIES, GLOSSARY, HOMES, ORGANIZATIONS
from portal.text.chinese_words import chinese_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.lint.lexicon import Key, Mention
    from portal.model.lint.read_passage import ReadLine, ReadPassage, ReadWork
    from portal.model.terminology.term_entry import TermEntry

_PLACES = frozenset((CITIES.name, HOMES.name, COUNTRIES.name))

_NAMED = frozenset((UNITS, ORGANIZATIONS.name, GLOSSARY.name))
"""Kinds of what may be called otherwise; places have other rules."""

_OF_OFFICE, _OF_NAME, _LEAST = 0.5, 0.7, 2
"""The share of its telling words that a wrong name has of an office, and of others, which have two at least."""

_OF_OTHERS = re.compile("(?:政府|(?<!本)[縣市州省郡]|[國部])$")
"""What stands before an office of somebody else."""

_SIGN = re.compile("[局署廳司]$")
"""How the Chinese word for an office ends."""


_EDITION = re.compile(r" (?:19|20)\d\d\b")


class _Place(NamedTuple):
    """A name that is nobody's, where it stands."""

    line: ReadLine
    start: int
    written: str


def wrong_names(work: ReadWork) -> Iterator[tuple[Key, WordFinding]]:
    """Each with the entry that is meant."""
    for read in work:
        missing = _missing(read, work)
        offices = {key: entry for key, entry in missing.items() if entry.kind == UNITS}
        others = {key: entry for key, entry in missing.items() if entry.kind != UNITS}
        found = [*_pairs(others, [*_names(read)])] if others else []
        found += _of_offices(read, offices) if offices else ()
        for key, place in found:
            cure = missing[key].preferred("en", read.home)
            if _is_without_edition(place.written, cure):
                continue
            yield key, WordFinding(OFFICIAL, place.line.line, place.start, place.written, cure)


def _is_without_edition(written: str, name: str) -> bool:
    """Whether only the year of an event is left out, and what stands after it: *World Games*, for those of 2009."""
    return bool(_EDITION.match(name.removeprefix(written))) and name.startswith(written)


def _of_offices(read: ReadPassage, missing: dict[Key, TermEntry]) -> list[tuple[Key, _Place]]:
    """What is alike, and what is left if that is one, unless Chinese names offices that nobody knows."""
    places = list(_offices(read))
    if not places:
        return []
    pairs = list(_pairs(missing, places))
    if any(_is_unknown(line) for line in read.sides["zh"]):
        return [
            (key, place) for key, place in pairs if likeness(missing[key], place.written)[0] == 1
        ]
    left = missing.keys() - {key for key, _ in pairs}
    unused = [place for place in places if place not in [place for _, place in pairs]]
    if len(left) == len(unused) == 1 and _is_such(missing[next(iter(left))], unused[0]):
        pairs.append((next(iter(left)), unused[0]))
    return pairs


def _is_such(entry: TermEntry, place: _Place) -> bool:
    """Whether an office may be meant by a name, since it is of the same sort: a center is no bureau."""
    return are_of_a_sort(entry.preferred("en"), place.written)


def _pairs(missing: dict[Key, TermEntry], places: list[_Place]) -> Iterator[tuple[Key, _Place]]:
    """What is meant by which name: the one that is most like it, if no other is as much."""
    for key, entry in missing.items():
        least = (_OF_OFFICE, 1) if entry.kind == UNITS else (_OF_NAME, _LEAST)
        degrees = [
            likeness(entry, place.written)
            if key[0] != UNITS or _is_such(entry, place)
            else (0.0, 0)
            for place in places
        ]
        best = max(degrees, default=(0.0, 0))
        if best[0] >= least[0] and best[1] >= least[1] and degrees.count(best) == 1:
            place = places[degrees.index(best)]
            rivals = [other for other in missing.values() if likeness(other, place.written) >= best]
            if rivals == [entry]:
                yield key, place


def _missing(read: ReadPassage, work: ReadWork) -> dict[Key, TermEntry]:
    """What Chinese names and English does not."""
    found: dict[Key, TermEntry] = {}
    said = read.said("en")
    for line in read.sides["zh"]:
        for mention in line.outermost:
            if mention.meanings[0].entry.kind != UNITS and not said.isdisjoint(mention.keys):
                continue
            if mention.meanings[0].entry.kind not in _NAMED or _is_said(mention.keys, read):
                continue
            entry = _named(read, line, mention)
            if entry and line.is_word(mention):
                found[entry.kind, entry.id] = entry
    return {
        key: entry for key, entry in found.items() if not any(_is_said((key,), one) for one in work)
    }


def _is_said(keys: Iterable[Key], read: ReadPassage) -> bool:
    """Whether English has a word for an entry, of an office its name."""
    return any(
        read.says(key, "en") if key[0] == UNITS else read.mentions(key, "en") for key in keys
    )


def _named(read: ReadPassage, line: ReadLine, mention: Mention) -> TermEntry | None:
    """The office of a government of the text, or what else has a name of several words, that a word surely names."""
    entry = mention.meanings[0].entry
    if entry.kind == UNITS:
        own = {
            (one.entry.kind, one.entry.id): one.entry
            for one in mention.meanings
            if one.entry.homes & read.passage.homes
        }
        is_own = len(own) == 1 and not _is_of_others(read, line, mention)
        return next(iter(own.values())) if is_own else None
    if len(mention.keys) > 1:
        return None
    name = entry.preferred("en", read.home)
    return entry if " " in name and name[0].isupper() and name != name.capitalize() else None


def _is_of_others(read: ReadPassage, line: ReadLine, mention: Mention) -> bool:
    """Whether a word for an office follows another government: 昆士蘭州政府經濟發展局."""
    if not _OF_OTHERS.search(line.line.text[: mention.start]):
        return False
    return not any(
        one.end == mention.start and meaning.entry.id in read.passage.homes
        for one in line.mentions
        for meaning in one.meanings
    )


def _is_unknown(line: ReadLine) -> bool:
    """Whether Chinese names an office that no entry is: 航港局."""
    at = 0
    for word in chinese_words(line.line.text):
        at += len(word)
        is_office = _SIGN.search(word) and len(word) != 2
        if is_office and not any(
            one.start < at <= one.end and len(one.written) > 1 for one in line.outermost
        ):
            return True
    return False


def _offices(read: ReadPassage) -> Iterator[_Place]:
    """Names of offices of which the Chinese text has none."""
    for line in read.sides["en"]:
        for start, written in offices_in(line.line.text):
            if not _is_known(read, line, start, start + len(written)):
                yield _Place(line, start, written)


def _names(read: ReadPassage) -> Iterator[_Place]:
    """Names that no entry has, nor begins or ends with that of one."""
    for line in read.sides["en"]:
        quoted = line.line.quoted()
        for start, written in names_in(line.line.text):
            end = start + len(written)
            is_quoted = any(begin <= start < stop for begin, stop in quoted)
            if not is_quoted and not any(map(_is_whole_name, _at_its_ends(line, start, end))):
                yield _Place(line, start, written)


def _at_its_ends(line: ReadLine, start: int, end: int) -> Iterator[Mention]:
    return (
        one
        for one in line.mentions
        if (one.start == start and one.end <= end) or (one.end == end and one.start >= start)
    )


def _is_whole_name(mention: Mention) -> bool:
    is_place = any(one.entry.kind in _PLACES for one in mention.meanings)
    is_name = mention.meanings[0].form[0].isupper() and " " in mention.written
    return mention.is_exact and is_name and not is_place


def _is_known(read: ReadPassage, line: ReadLine, start: int, end: int) -> bool:
    """Whether a name of an office is quoted, one that Chinese has too, or lies elsewhere."""
    if any(begin <= start < stop for begin, stop in line.line.quoted()):
        return True
    is_said = any(
        read.mentions((meaning.entry.kind, meaning.entry.id), "zh")
        for one in line.mentions
        if one.end == end and (one.start == start or one.meanings[0].entry.kind == UNITS)
        for meaning in one.meanings
    )
    return is_said or any(
        start <= one.start and one.end <= end and meaning.entry.kind in _PLACES
        for one in line.mentions
        for meaning in one.meanings
        if meaning.entry.id not in read.passage.homes
    )
