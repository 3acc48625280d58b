"""The scripts that each language is written in, and letters that look like those of another script.

Scripts are those of Unicode (UAX 24), with the extensions of characters that several scripts share; look-alikes those
of Unicode's table of confusable characters (UTS 39).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from portal.writing.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHARED = r"\p{scx=Zyyy}\p{scx=Zinh}"
"""Digits, punctuation, symbols and marks."""

_FOREIGN = {
    "zh": regex.compile(rf"[^{_SHARED}\p{{scx=Hani}}\p{{scx=Bopo}}\p{{scx=Latn}}]+"),
    "en": regex.compile(
        rf"[^{_SHARED}\p{{scx=Latn}}\u3000-\u3004\u3008-\u303f\u30fb\uff61-\uff65]+"
    ),
}
"""What does not belong to either language's scripts. Bopomofo is how Taiwan spells sounds.

East Asian punctuation in English is no other script, but of the wrong width.
"""

_CODES = {"zh": "other-script-in-zh", "en": "other-script-in-en"}

_SYMBOL = regex.compile(r"(?<!\p{L})\p{Greek}(?!\p{Greek})")
"""A Greek letter that stands for a quantity or a unit, as in μm and Δt."""

_QUOTED = regex.compile(r"「[^「」]*」|『[^『』]*』|《[^《》]*》|〈[^〈〉]*〉|（[^（）]*）")
"""Where a Chinese text quotes the original of a name."""

_ALPHABETS = r"\p{Latin}\p{Cyrillic}\p{Greek}\p{Armenian}\p{Hebrew}\p{Georgian}\p{Cherokee}\p{Coptic}\p{Lisu}"
_OTHER_ALPHABET = regex.compile(rf"[[{_ALPHABETS}]--\p{{Latin}}]", regex.V1)
_WORD = regex.compile(rf"[{_ALPHABETS}\p{{M}}]+")
_SCRIPTS = {
    name: regex.compile(rf"\p{{{name}}}")
    for name in ("Latin", "Cyrillic", "Greek", "Armenian", "Hebrew", "Georgian", "Cherokee", "Coptic", "Lisu")
}  # fmt: skip


def script_faults(text: str, language: str) -> Iterator[Fault]:
    """Letters of another script: look-alikes inside a word and, in Chinese and English, whole words."""
    if text.isascii():
        return
    told: set[int] = set()
    for word in _WORD.finditer(text) if _OTHER_ALPHABET.search(text) else ():
        found = look_alikes(word[0])
        if found:
            told |= set(range(*word.span()))
            yield Fault("look-alike", word.start(), word[0], found)
    foreign = _FOREIGN.get(language)
    if foreign is None or not (matches := list(foreign.finditer(text))):
        return
    quoted = set()
    if language == "zh":
        quoted = {at for quote in _QUOTED.finditer(text) for at in range(*quote.span())}
    for word in matches:
        if word.start() not in told | quoted and not _SYMBOL.match(text, word.start()):
            yield Fault(_CODES[language], word.start(), word[0].strip())


def look_alikes(word: str) -> str:
    """A word of mixed scripts as it was meant, or nothing if no letter in it is a look-alike of another script's.

    >>> look_alikes("Tаipei")  # with a Cyrillic letter
    'Taipei'
    """
    letters = {
        name: len(found) for name, script in _SCRIPTS.items() if (found := script.findall(word))
    }
    if len(letters) < 2:
        return ""
    main = max(letters, key=lambda name: (letters[name], name == "Latin"))
    meant = "".join(c if _SCRIPTS[main].match(c) else _in(main, c) for c in word)
    return meant if meant != word else ""


@cache
def _in(script: str, letter: str) -> str:
    """The letter of that script that looks the same, or the letter itself."""
    from confusable_homoglyphs import confusables  # noqa: PLC0415 (loads a table of a megabyte; rarely needed)

    found = confusables.is_confusable(letter, greedy=True)
    same = [h["c"] for entry in found or () for h in entry["homoglyphs"] if len(h["c"]) == 1]
    return next((c for c in same if _SCRIPTS[script].match(c)), letter)
