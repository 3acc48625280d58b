"""Inflected forms of English terms, as far as rules give them; a record gives the others (``forms``)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.model.terminology.term_entry import EntryTerm

_LINKS = frozenset((
    "about", "against", "among", "and", "at", "between", "by", "for", "from", "in", "of", "on", "or", "to", "under",
    "with", "within",
))  # fmt: skip
"""Words after which a phrase goes on without its head noun: letters *of* intent."""

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")


def forms_of(term: EntryTerm) -> tuple[str, ...]:
    """The ways in which a term is written in a text, in its own case: as it is, its plural, and those of its record.

    Possessives need none: an apostrophe ends a word (``portal.text.phrase_finder``).
    """
    found = [term.text, *term.forms]
    if term.part_of_speech == "noun":
        found.append(plural(term.text))
    return tuple(dict.fromkeys(found))


def plural(phrase: str) -> str:
    """The regular plural of a noun, or of the head noun of a phrase.

    >>> [plural(one) for one in ("sister city", "letter of intent", "MOU", "embassy", "chairman")]
    ['sister cities', 'letters of intent', 'MOUs', 'embassies', 'chairmen']
    """
    words = phrase.split(" ")
    head = next((place for place, word in enumerate(words) if word in _LINKS), len(words)) - 1
    if head < 0:
        return phrase
    words[head] = _plural_of_word(words[head])
    return " ".join(words)


def _plural_of_word(word: str) -> str:
    low = word.lower()
    if word.isupper() and len(word) > 1:
        return f"{word}s"
    if low.endswith("man") and len(word) > len("man") and not low.endswith("human"):
        return f"{word[:-2]}en"
    if low.endswith("s") and not low.endswith("ss"):
        return word  # a plural already, or one that no rule gives: statutes, congress has two
    if low.endswith(_HISSING):
        return f"{word}es"
    if low.endswith("y") and len(word) > 1 and low[-2] not in _VOWELS:
        return f"{word[:-1]}ies"
    return f"{word}s"
