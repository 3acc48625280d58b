"""One term of a language that the other renders in two ways within a record or a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.lint.cures import bent
from portal.model.lint.read_passage import OTHER
from portal.model.lint.word_finding import WordFinding
from portal.model.records.kinds import GLOSSARY, ORGANIZATIONS, SOURCES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.lint.lexicon import Key, Meaning, Mention
    from portal.model.lint.read_passage import ReadLine, ReadPassage

RULE = "two-renderings"

_EXPLAINING = frozenset((GLOSSARY.name, SOURCES.name))
_RENDERED = (GLOSSARY.name, ORGANIZATIONS.name)
_TWICE = 2

_OF_TIES = "relation"
"""The field of concepts that Chinese does not put in two ways: each government has its own word for such a city."""

_OF_PERSONS = "title"
"""The field of titles: two persons may have two, the vice mayor of one city and the deputy mayor of another."""

Uses = dict[str, list[tuple["ReadLine", "Mention"]]]
"""The places of each word for an entry."""


def two_renderings(read: ReadPassage) -> Iterator[WordFinding]:
    """Each word besides the preferred one, where the other language has one word, as often; of ties however often."""
    if read.passage.owner[0] in _EXPLAINING or not any(map(_has_two, read.sides.values())):
        return
    used = _uses(read)
    for (key, language), words in used.items():
        source = used.get((key, OTHER[language]), {})
        if len(words) < _TWICE or len(source) != 1:
            continue
        entry = next(iter(words.values()))[0][1].meanings[0].entry
        is_of_ties = language == "zh" and entry.subject_field == _OF_TIES
        if _count(source) != _count(words) and not is_of_ties:
            continue
        preferred = entry.preferred(language, read.home)
        kept = preferred if preferred in words else next(iter(words))
        for word, places in words.items():
            line, mention = places[0]
            if word != kept and not _is_shorter(word, kept) and line.is_word(mention):
                cure = bent(mention.meanings[0], kept)
                yield WordFinding(RULE, line.line, mention.start, mention.written, cure)


def _has_two(lines: list[ReadLine]) -> bool:
    """Whether a side has words enough for two of one meaning."""
    return sum(len(line.outermost) for line in lines) >= _TWICE


def _count(uses: Uses) -> int:
    return sum(map(len, uses.values()))


def _is_shorter(word: str, kept: str) -> bool:
    """Whether one is the other without what the text need not say again: memorandum."""
    one, other = word.lower(), kept.lower()
    return one in other or other in one


def _uses(read: ReadPassage) -> dict[tuple[Key, str], Uses]:
    used: dict[tuple[Key, str], Uses] = {}
    is_of_one = len(read.passage.homes) == 1
    for line in read.lines:
        for mention in line.outermost:
            meaning = mention.meanings[0]
            is_clear = mention.is_exact and len(mention.meanings) == 1 and _counts(meaning)
            if is_clear and (is_of_one or not meaning.term.homes):
                key = (meaning.entry.kind, meaning.entry.id), line.line.language
                used.setdefault(key, {}).setdefault(meaning.term.text, []).append((line, mention))
    return used


def _counts(meaning: Meaning) -> bool:
    """Whether a word is one of several for the same: no short form, no other sort of word."""
    term = meaning.term
    is_whole = term.type not in ("short-form", "abbreviation")
    is_noun = term.part_of_speech in ("noun", "proper-noun")
    is_of_today = term.usage != "dated"
    is_of_things = meaning.entry.subject_field != _OF_PERSONS
    return is_whole and is_noun and is_of_today and is_of_things and meaning.entry.kind in _RENDERED
