"""What to write instead of words, so that putting it in their place gives a right text.

The word to use is bent as the found one is: a plural for a plural, a capital where a sentence begins; a government is
told by its government, an abbreviation by an abbreviation. What stands beside the place already is not said twice:
before *District Office*, *Kushan* becomes *Gushan*.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from portal.model.records.kinds import ORGANIZATIONS
from portal.model.terminology.english_forms import plural
from portal.text.phrase_finder import is_whole

if TYPE_CHECKING:
    from collections.abc import Collection

    from portal.model.lint.lexicon import Meaning
    from portal.model.terminology.term_entry import EntryTerm

_ALIKE = 0.5
"""From which likeness on a name is another form of the found one, and not another name."""


def cure_of(meaning: Meaning, language: str, homes: Collection[str]) -> str:
    """The word to use for what a found word means, in its number; itself if it may be used."""
    home = next(iter(homes)) if len(homes) == 1 else ""
    if meaning.standing(homes) not in ("", "deprecated"):
        return own_word(meaning, home) or meaning.form
    cure = meaning.entry.preferred(language, home)
    if meaning.entry.is_name or meaning.term.type == "abbreviation":
        return _nearest(meaning, language, homes) or cure
    return bent(meaning, cure)


def own_word(meaning: Meaning, home: str) -> str:
    """What a government calls otherwise than all others, who use the found name; empty if it has no name of its own."""
    entry, term = meaning.entry, meaning.term
    if entry.kind != ORGANIZATIONS.name or term.homes or term.status != "preferred":
        return ""
    own = (one for one in entry.words(term.language) if home and home in one.homes)
    return next((one.text for one in own if one.status == "preferred"), "")


def _nearest(meaning: Meaning, language: str, homes: Collection[str]) -> str:
    """Of the names that may be used, that which is most like the found one; an abbreviation for an abbreviation."""
    usable = [
        term.text
        for term in meaning.entry.words(language)
        if _may_be_used(term, homes) and _is_short(term) == _is_short(meaning.term)
    ]
    likeness = {text: SequenceMatcher(None, meaning.term.text, text).ratio() for text in usable}
    best = max(usable, key=lambda text: likeness[text], default="")
    return best if best and likeness[best] >= _ALIKE else ""


def _may_be_used(term: EntryTerm, homes: Collection[str]) -> bool:
    is_own = not term.homes or not set(term.homes).isdisjoint(homes)
    return is_own and term.status != "deprecated" and term.usage != "dated"


def _is_short(term: EntryTerm) -> bool:
    return term.type in ("abbreviation", "short-form")


def bent(meaning: Meaning, cure: str) -> str:
    """The word to use in the plural, if that is what was found."""
    is_plural = meaning.form != meaning.term.text and meaning.form not in meaning.term.forms
    return plural(cure) if cure and is_plural else cure


def fitting(text: str, start: int, found: str, cure: str) -> str:
    """What to write in that place of a text: with a capital where it had one, without what stands beside it."""
    before, after = text[:start], text[start + len(found) :]
    if cure[:1].islower() and _is_title(found) and _NAME.match(after):
        cure = _IN_TITLE.sub(lambda one: one[0].upper(), cure)
    if found[:1].isupper() and cure[:1].islower() and _BEGINNING.search(before):
        cure = cure[0].upper() + cure[1:]
    for head, tail in _divided(cure):
        if _begins_with(after, tail) and not found.endswith(tail.strip()):
            cure = head
            break
    for head, tail in reversed(_divided(cure)):
        if _ends_with(before, head) and not found.startswith(head.strip()):
            cure = tail
            break
    return cure.strip()


def _is_title(found: str) -> bool:
    """Whether all words begin with capitals, as those of a title before a name: Vice Mayor Lin."""
    return " " in found and not _IN_TITLE.search(found)


def with_article(text: str, start: int, found: str, cure: str) -> tuple[int, str, str]:
    """The same with the article before, where *a* must become *an* or *an* must become *a*."""
    article = _ARTICLE.search(text[:start])
    if not article or not cure or bool(_VOWEL.match(cure)) == bool(_VOWEL.match(found)):
        return start, found, cure
    if not (_CLEAR.match(cure) and _CLEAR.match(found)):
        return start, found, cure
    other = article[1] + ("n" if _VOWEL.match(cure) else "")
    return article.start(), article[0] + found, f"{other} {cure}"


_IN_TITLE = re.compile(r"(?<![\w’-])(?!(?:of|for|and|the|in|on|to)\b)[a-z]")
"""A small letter where a title has a capital."""

_NAME = re.compile(" [A-Z]")

_ARTICLE = re.compile(r"\b([Aa])n? $")
_VOWEL = re.compile(r"[AEIOaeio]")
_CLEAR = re.compile(r"(?![UuHhOo])[A-Za-z][a-z]")
"""Words that begin as they are spelled: no abbreviation, no *hour* and no *unit*."""

_BEGINNING = re.compile(r"(?:^|[.!?:]\s+|[“‘(])$")
"""What stands before the first word of a sentence."""


def _divided(words: str) -> list[tuple[str, str]]:
    """Words in two parts, in every way: before a space of English, between Chinese characters."""
    if words.isascii() or " " in words:
        return [(words[: at.start()], words[at.start() :]) for at in re.finditer(" ", words)]
    return [(words[:at], words[at:]) for at in range(1, len(words))]


def _begins_with(text: str, words: str) -> bool:
    """Whether a text goes on with words as a whole."""
    return text.startswith(words) and is_whole(text, len(words) - len(words.lstrip()), len(words))


def _ends_with(text: str, words: str) -> bool:
    """Whether a text ends with words as a whole."""
    text = text.rstrip(" ")
    return text.endswith(words) and is_whole(text, len(text) - len(words), len(text))
