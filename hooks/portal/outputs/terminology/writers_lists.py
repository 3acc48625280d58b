"""The words as lists for tools that watch over a text as it is written: the linter Vale, and the dictionary of Word."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from portal.model.values.locale import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.outputs.terminology.shared_entry import SharedEntry

LONGEST = 64
"""Characters that Word allows in a word of a dictionary."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'.-][^\W\d_]+)*")
_SPECIAL = re.compile(r"[.^$*+?{}\[\]\\|()]")
_CHINESE = re.compile("[㐀-鿿]")


def accepted(entries: Sequence[SharedEntry]) -> bytes:
    """English names, which Vale then knows and wants in exactly this spelling: a vocabulary's ``accept.txt``.

    Common nouns are not among them, as Vale would then object to a capital at the beginning of a sentence.
    """
    return _lines(map(_literal, _names(entries)))


def rejected(entries: Sequence[SharedEntry]) -> bytes:
    """English words that nobody should use, in either case: a vocabulary's ``reject.txt``."""
    return _lines(f"(?i){_literal(wrong)}" for wrong in _replaced(entries, "en"))


def substitutions(entries: Sequence[SharedEntry], message: str) -> bytes:
    """A rule of Vale (``extends: substitution``) that tells the word to use for one not to use, in both languages."""
    swaps = {wrong: right for lo in LOCALES for wrong, right in _replaced(entries, lo.code).items()}
    lines = [
        "extends: substitution",
        f"message: {json.dumps(message, ensure_ascii=False)}",
        "level: warning",
        "ignorecase: true",
        "nonword: true  # \\b of its own around English: Chinese has no spaces",
        "swap:" if swaps else "swap: {}",
        *(f"  {_quoted(_bounded(wrong))}: {_quoted(right)}" for wrong, right in swaps.items()),
    ]
    return _lines(lines)


def dictionary(entries: Sequence[SharedEntry]) -> bytes:
    """The words of names, one a line, as Word and Outlook read a custom dictionary: UTF-16 with a mark, ``CRLF``."""
    words = {word for name in _names(entries) for word in _WORD.findall(name)}
    told = (word for word in words if not word.islower() and 1 < len(word) <= LONGEST)
    return "".join(["\ufeff", *(f"{word}\r\n" for word in sorted(told))]).encode("utf-16-le")


def _names(entries: Sequence[SharedEntry]) -> list[str]:
    """English names of what has a record, and proper nouns and abbreviations among the concepts' words."""
    found = {
        term.text
        for shared in entries
        for term in shared.entry.words("en")
        if term.status != "deprecated"
        and (term.part_of_speech == "proper-noun" or term.type == "abbreviation")
    }
    return sorted(found)


def _replaced(entries: Sequence[SharedEntry], language: str) -> dict[str, str]:
    """What to say for a word that nobody should use; not if it is right for something else."""
    right = {
        term.text
        for shared in entries
        for term in shared.entry.words(language)
        if term.status != "deprecated"
    }
    found: dict[str, str] = {}
    for shared in entries:
        for term in shared.entry.words(language):
            if term.status == "deprecated" and not term.homes and term.text not in right:
                found.setdefault(term.text, shared.entry.preferred(language))
    return dict(sorted(found.items()))


def _bounded(word: str) -> str:
    """The word as a whole, where spaces divide words and its ends are letters."""
    if _CHINESE.search(word):
        return _literal(word)
    before, after = (r"\b" if end.isalnum() else "" for end in (word[0], word[-1]))
    return f"{before}{_literal(word)}{after}"


def _literal(text: str) -> str:
    """An expression that finds just the text."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def _quoted(text: str) -> str:
    """As YAML reads it: single quotes keep the backslashes of an expression."""
    doubled = text.replace("'", "''")
    return f"'{doubled}'"


def _lines(lines: Iterator[str] | Sequence[str]) -> bytes:
    return "".join(f"{line}\n" for line in lines).encode()
