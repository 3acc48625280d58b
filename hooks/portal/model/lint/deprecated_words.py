"""Words that the term base tells not to use, and wordings of other governments, each with the word to use instead.

Most words that should not stand for a meaning are right for another: a conference is no congress (大會), but a 會議.
So a word of a concept counts only if the other language says the concept, and this one has no right word for it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.model.lint.body_names import place_begins_body
from portal.model.lint.cures import cure_of, own_word
from portal.model.lint.other_meanings import counterpart, is_right_for_another
from portal.model.lint.read_passage import OTHER
from portal.model.lint.word_finding import WordFinding
from portal.model.records.kind import UNITS
from portal.model.records.kinds import CITIES, HOMES, ORGANIZATIONS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.lint.lexicon import Meaning, Mention
    from portal.model.lint.read_passage import ReadLine, ReadPassage

DEPRECATED, OFOTHERS, OFFICIAL = "deprecated-word", "word-of-others", "official-name"

_SHORT = 2
"""Characters of a Chinese word that often is the last part of another."""

_OLD = "台"
"""The character that names of bodies keep."""

_INSTITUTIONS = frozenset((HOMES.name, UNITS, ORGANIZATIONS.name))
"""Kinds of what has one official name."""

_OF_TREATY = re.compile(
    r"[\u3400-\u4dbf\u4e00-\u9fff]{0,4}?(?:公約|議定書|條約)|(?:聯邦|民主)?(?:共和|王|邦)國"
)
"""The rest of the name of a treaty or a state, which is as it was signed: 氣候變化綱要公約, 印度尼西亞共和國."""

_OF_PERSONS = "title"
"""The field of titles."""

_OF_PLACE = re.compile(r" of (?:the )?(?:City of )?(?=[A-Z])")

_QUALIFIED = re.compile(
    r"\b(?!(?:the|an?|its?|their|our|this|that|of|in|at|to|for|by|with|and|or|from|on)\b)[\w-]+ $",
    re.I,
)
"""A word that tells in English what sort of thing follows."""


def deprecated_words(read: ReadPassage) -> Iterator[WordFinding]:
    """What is not to be used at all, what governments other than that of the text use, names without capitals."""
    passage = read.passage
    for line in read.lines:
        for mention in line.outermost:
            if mention.is_plain or passage.owner in mention.keys:
                continue
            rule = _rule(read, line, mention)
            if not rule or not line.is_word(mention):
                continue
            if rule == DEPRECATED and _is_part_of_name(read, line, mention):
                continue
            if _is_of_body(line, mention) or _is_title_elsewhere(line, mention):
                continue
            language, homes = line.line.language, passage.homes
            cures = (cure_of(one, language, homes) for one in _of_text(read, mention))
            cure = " / ".join(dict.fromkeys(filter(None, cures)))
            if cure != mention.written:
                yield WordFinding(rule, line.line, mention.start, mention.written, cure)


def _rule(read: ReadPassage, line: ReadLine, mention: Mention) -> str:
    meanings = _of_text(read, mention)
    is_institution = all(one.entry.kind in _INSTITUTIONS for one in meanings)
    if not mention.is_exact:
        return OFFICIAL if _lacks_capitals(mention) else ""
    if any(one.term.usage == "dated" for one in meanings):
        return ""
    standings = {one.standing(read.passage.homes) for one in meanings}
    if not all(_is_meant(read, line, mention, one) for one in meanings):
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


def _is_meant(read: ReadPassage, line: ReadLine, mention: Mention, meaning: Meaning) -> bool:
    """Whether a word surely stands for that."""
    entry, term, language = meaning.entry, meaning.term, line.line.language
    if (entry.is_name and entry.kind != UNITS) or term.type == "variant":
        return True
    if entry.kind == UNITS and not entry.homes & read.passage.homes:
        return False  # offices of several governments are called alike
    key = entry.kind, entry.id
    if not read.tells(key, OTHER[language]) or read.says_apart(key, language):
        return False
    if entry.kind == UNITS or term.status != "deprecated":
        return True
    parts = counterpart(read, line, mention.start)
    return any(part.tells(key) for part in parts) and not is_right_for_another(
        mention.written, parts
    )


def _is_part_of_name(read: ReadPassage, line: ReadLine, mention: Mention) -> bool:
    """Whether a word is part of a name that both languages have: of a treaty, or 氣候變遷大會, *climate conference*."""
    if line.line.language == "zh":
        return bool(_OF_TREATY.match(line.line.text, mention.end))
    return bool(_QUALIFIED.search(line.line.text[: mention.start])) and not any(
        not one.keys.isdisjoint(mention.keys)
        and not (len(one.written) <= _SHORT and _is_head(there, one))
        for there in read.sides["zh"]
        for one in there.mentions
    )


def _is_of_body(line: ReadLine, mention: Mention) -> bool:
    """Whether it is a place as a society or a company in its name writes it: 台北市電腦公會."""
    return _OLD in mention.written and place_begins_body(line.line.text, mention.end)


def _is_title_elsewhere(line: ReadLine, mention: Mention) -> bool:
    """Whether it is the title of somebody who holds office in another place, as they say there: vice mayor of Lima."""
    if line.line.language == "zh" or any(
        one.entry.subject_field != _OF_PERSONS for one in mention.meanings
    ):
        return False
    text = line.line.text
    begin = (found := _OF_PLACE.match(text, mention.end)) and found.end()
    beside = [
        one for one in line.mentions if one.start == begin or _ends_before(text, one, mention)
    ]
    kinds = {meaning.entry.kind for one in beside for meaning in one.meanings}
    return kinds == {CITIES.name} or (begin is not None and not kinds)


def _ends_before(text: str, place: Mention, title: Mention) -> bool:
    """Whether the name of a place stands right before a title: Lima’s vice mayor, Lima Vice Mayor."""
    return text[place.end : title.start] in (" ", "’s ")


def _is_head(line: ReadLine, mention: Mention) -> bool:
    """Whether a word follows that of a concept without a mark between, so that both are one."""
    return any(
        one.end == mention.start and all(not meaning.entry.is_name for meaning in one.meanings)
        for one in line.mentions
    )


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
