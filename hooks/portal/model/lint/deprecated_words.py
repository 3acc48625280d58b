"""Words that the term base tells not to use, and wordings of other governments, each with the word to use instead.

Most words that should not stand for a meaning are right for another: a conference is no congress (大會), but a 會議.
So a word of a concept counts only if the other language says the concept, and this one has no right word for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.lint.cures import cure_of, own_word
from portal.model.lint.read_passage import OTHER
from portal.model.lint.word_finding import WordFinding
from portal.model.records.kind import UNITS
from portal.model.records.kinds import HOMES, ORGANIZATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.lint.lexicon import Meaning, Mention
    from portal.model.lint.read_passage import ReadPassage

DEPRECATED, OFOTHERS, OFFICIAL = "deprecated-word", "word-of-others", "official-name"

_INSTITUTIONS = frozenset((HOMES.name, UNITS, ORGANIZATIONS.name))
"""Kinds of what has one official name."""


def deprecated_words(read: ReadPassage) -> Iterator[WordFinding]:
    """What is not to be used at all, what governments other than that of the text use, names without capitals."""
    passage = read.passage
    for line in read.lines:
        for mention in line.outermost:
            if mention.is_plain or passage.owner in mention.keys:
                continue
            rule = _rule(read, line.line.language, mention)
            if not rule or not line.is_word(mention):
                continue
            language, homes = line.line.language, passage.homes
            cures = (cure_of(one, language, homes) for one in _of_text(read, mention))
            cure = " / ".join(dict.fromkeys(filter(None, cures)))
            if cure != mention.written:
                yield WordFinding(rule, line.line, mention.start, mention.written, cure)


def _rule(read: ReadPassage, language: str, mention: Mention) -> str:
    meanings = _of_text(read, mention)
    is_institution = all(one.entry.kind in _INSTITUTIONS for one in meanings)
    if not mention.is_exact:
        return OFFICIAL if _lacks_capitals(mention) else ""
    if any(one.term.usage == "dated" for one in meanings):
        return ""
    standings = {one.standing(read.passage.homes) for one in meanings}
    if not all(_is_meant(read, language, one) for one in meanings):
        return ""
    if standings == {"deprecated"}:
        return OFFICIAL if is_institution else DEPRECATED
    if len(read.passage.homes) != 1 or any(one.term.status != "preferred" for one in meanings):
        return ""
    is_of_others = standings == {""} or all(own_word(one, read.home) for one in meanings)
    return OFOTHERS if is_of_others else ""


def _of_text(read: ReadPassage, mention: Mention) -> tuple[Meaning, ...]:
    """What a word may mean; of offices that are called alike, those of the governments of the text."""
    homes = read.passage.homes
    own = tuple(
        one for one in mention.meanings if one.entry.kind != UNITS or one.entry.homes & homes
    )
    return own or mention.meanings


def _is_meant(read: ReadPassage, language: str, meaning: Meaning) -> bool:
    """Whether a word surely stands for that."""
    entry, term = meaning.entry, meaning.term
    if (entry.is_name and entry.kind != UNITS) or term.type == "variant":
        return True
    if entry.kind == UNITS and not entry.homes & read.passage.homes:
        return False  # offices of several governments are called alike
    key = entry.kind, entry.id
    return read.tells(key, OTHER[language]) and not read.says_apart(key, language)


def _lacks_capitals(mention: Mention) -> bool:
    """Whether it is a name that was begun with a capital and went on without: Taipei city Government."""
    form = mention.meanings[0].form
    return (
        " " in form
        and mention.written[0] == form[0]
        and form[0].isupper()
        and any(word[0].isupper() for word in form.split()[1:])
        and any(
            one.isupper() != other.isupper()
            for one, other in zip(form[1:], mention.written[1:], strict=True)
        )
    )
