"""A concept or a name that one language says, and of which the other has no trace.

A translation may say much in other words, so only what cannot is told: names, and English terms of the field.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.model.lint.read_passage import OTHER
from portal.model.lint.word_finding import WordFinding
from portal.model.records.kind import UNITS
from portal.model.records.kinds import CITIES, GLOSSARY, ORGANIZATIONS, SOURCES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from portal.model.lint.lexicon import Key, Meaning, Mention
    from portal.model.lint.read_passage import ReadLine, ReadPassage, ReadWork
    from portal.model.lint.traces import Traces

RULE = "missing-concept"

_EXPLAINING = frozenset((GLOSSARY.name, SOURCES.name))
"""Kinds of records whose texts speak of words, each in its own way."""

_TECHNICAL = frozenset(("document", "diplomacy", "protocol", "urban-policy", "network", "planning"))
"""Fields of concepts that a text does not say in passing."""

_BODY = re.compile("..(?:局處|委員會|理事會|辦事處|辦公室|秘書處|中心|小組)$")
"""Chinese words for bodies."""

_OFFICE_HOLDER = re.compile(
    "(?:president|director|minister|secretary|chair|chairman|speaker|general)$"
)
"""English titles, for which each body has a Chinese one of its own: of a *vice president* 副主席, 副議長, 副總統."""

_IN_A_NAME = re.compile(r"(?:, |\b[A-Z][\w’.-]* )$")
_LEVELS = "縣州省道府都郡"
_PLACE_IN_IT = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{1,4}[市町村區鎮鄉]")
_BEFORE_A_NAME = re.compile(r" [A-Z]")

_TELLING = 3
"""Characters of a Chinese word that has no other meaning besides."""


def missing_concepts(
    work: ReadWork, traces: Mapping[str, Traces], told: Collection[Key] = ()
) -> Iterator[WordFinding]:
    """Each once in a record or page, whose other language may say it anywhere; but for what is told already."""
    if not work or work[0].passage.owner[0] in _EXPLAINING:
        return
    told = set(told)
    texts: dict[str, str] = {}
    said = work.said
    for read in work:
        for line in read.lines:
            other = OTHER[line.line.language]
            for mention in line.outermost:
                if not said[other].isdisjoint(mention.keys):
                    continue
                key = _sure_key(read, line, mention)
                if key is None or key in told or _has(work, other, mention.written):
                    continue
                if other not in texts:
                    texts[other] = " ".join(
                        one.line.text for read in work for one in read.sides[other]
                    )
                text = texts[other]
                if traces[other].has(key, text) or not read.sides[other]:
                    continue
                if line.is_word(mention):
                    told.add(key)
                    cure = mention.meanings[0].entry.preferred(other, read.home)
                    yield WordFinding(RULE, line.line, mention.start, mention.written, cure)


def _has(work: ReadWork, language: str, written: str) -> bool:
    """Whether a language has a word of the other."""
    return any(written in line.line.text for read in work for line in read.sides[language])


def _sure_key(read: ReadPassage, line: ReadLine, mention: Mention) -> Key | None:
    """The entry that a word surely means and that the other language cannot leave out."""
    keys = mention.keys
    if not mention.is_exact or len(keys) > 1 or read.passage.owner in keys:
        return None
    if any(one.term.status == "deprecated" for one in mention.meanings):
        return None
    meaning, key = mention.meanings[0], next(iter(keys))
    kind = meaning.entry.kind
    if kind == GLOSSARY.name:
        is_in_a_name = mention.written[1:] != meaning.form[1:]
        return key if _is_sure(meaning, line.line.language) and not is_in_a_name else None
    if kind == UNITS:
        return key if meaning.entry.homes & read.passage.homes else None
    if kind == CITIES.name:
        return None if _qualifies(line, mention) else key
    return key if kind == ORGANIZATIONS.name else None


def _is_sure(meaning: Meaning, language: str) -> bool:
    """Whether a concept is a name, or what is hardly ever put otherwise.

    Chinese texts are written first and English ones after them, in plainer words: 對等原則 becomes *on equal terms*.
    So of Chinese only what is called something counts, and of English each term.
    """
    if meaning.term.type == "short-form":
        return False
    if meaning.term.part_of_speech == "proper-noun":
        return len(meaning.form) >= _TELLING
    if meaning.entry.subject_field not in _TECHNICAL:
        return False
    if language == "zh":
        return bool(_BODY.search(meaning.form))
    return " " in meaning.form and not _OFFICE_HOLDER.search(meaning.term.text)


def _qualifies(line: ReadLine, mention: Mention) -> bool:
    """Whether a place only tells where another lies: 長野縣松本市, Shibukawa, Gunma Prefecture."""
    text = line.line.text
    if line.line.language == "en":
        return bool(
            _IN_A_NAME.search(text[: mention.start]) or _BEFORE_A_NAME.match(text, mention.end)
        )
    return text[mention.end - 1] in _LEVELS and bool(_PLACE_IN_IT.match(text, mention.end))
