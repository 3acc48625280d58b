"""Words that the term base tells not to use, and wordings of other governments, each with the word to use instead.

Most words that should not stand for a meaning are right for another: a conference is no congress (大會), but a 會議.
So a word of a concept counts only if the other language says the concept, and this one has no right word for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.lint.word_finding import WordFinding
from portal.model.records.kind import UNITS
from portal.model.records.kinds import HOMES, ORGANIZATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.lint.lexicon import Meaning, Mention
    from portal.model.lint.read_passage import ReadPassage
    from portal.model.terminology.term_entry import TermEntry

DEPRECATED, OF_OTHERS, OFFICIAL = "deprecated-word", "word-of-others", "official-name"

_INSTITUTIONS = frozenset((HOMES.name, UNITS, ORGANIZATIONS.name))
"""Kinds of what has one official name."""

_OTHER = {"zh": "en", "en": "zh"}


def deprecated_words(read: ReadPassage) -> Iterator[WordFinding]:
    """What is not to be used at all, what governments other than that of the text use, names without capitals."""
    passage = read.passage
    for line in read.lines:
        for mention in line.outermost:
            if any((one.entry.kind, one.entry.id) == passage.owner for one in mention.meanings):
                continue
            rule = _rule(read, line.line.language, mention)
            if not rule or not line.is_word(mention):
                continue
            cures = (_cure(read, one, line.line.language) for one in mention.meanings)
            cure = " / ".join(dict.fromkeys(filter(None, cures)))
            if cure != mention.written:
                yield WordFinding(rule, line.line, mention.start, mention.written, cure)


def _rule(read: ReadPassage, language: str, mention: Mention) -> str:
    meanings = mention.meanings
    is_institution = all(one.entry.kind in _INSTITUTIONS for one in meanings)
    if not mention.is_exact:
        return OFFICIAL if is_institution and _lacks_capitals(mention) else ""
    if any(one.term.usage == "dated" for one in meanings):
        return ""
    standings = {one.standing(read.passage.homes) for one in meanings}
    if not all(_is_meant(read, language, one) for one in meanings):
        return ""
    if standings == {"deprecated"}:
        return OFFICIAL if is_institution else DEPRECATED
    is_of_others = standings == {""} and all(one.term.status == "preferred" for one in meanings)
    return OF_OTHERS if is_of_others and len(read.passage.homes) == 1 else ""


def _is_meant(read: ReadPassage, language: str, meaning: Meaning) -> bool:
    """Whether a word surely stands for that."""
    entry, term = meaning.entry, meaning.term
    if (entry.is_name and entry.kind != UNITS) or term.type == "variant":
        return True
    if entry.kind == UNITS and not _homes(entry) & read.passage.homes:
        return False  # offices of several governments are called alike
    key = entry.kind, entry.id
    return read.says(key, _OTHER[language]) and not read.says(key, language)


def _homes(entry: TermEntry) -> frozenset[str]:
    """The government of an office."""
    return frozenset(home for term in entry.terms for home in term.homes)


def _lacks_capitals(mention: Mention) -> bool:
    """Whether it is a name that was begun with a capital and went on without: Taipei city Government."""
    form = mention.meanings[0].form
    return (
        " " in form
        and mention.written[0] == form[0]
        and form[0].isupper()
        and any(
            one.isupper() != other.isupper()
            for one, other in zip(form[1:], mention.written[1:], strict=True)
        )
    )


def _cure(read: ReadPassage, meaning: Meaning, language: str) -> str:
    homes = read.passage.homes
    if meaning.standing(homes) not in ("", "deprecated"):
        return meaning.form
    return meaning.entry.preferred(language, next(iter(homes)) if len(homes) == 1 else "")
