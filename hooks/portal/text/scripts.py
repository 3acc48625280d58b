"""The scripts that each language is written in, and letters that look like those of another script.

Scripts are those of Unicode (UAX 24), with the extensions of characters that several scripts share; look-alikes those
of Unicode's table of confusable characters (UTS 39).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import regex

from portal.text.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHARED = r"\p{scx=Zyyy}\p{scx=Zinh}"
"""Digits, punctuation, symbols and marks."""

_EAST_ASIAN_SIGNS = r"\u3000-\u3004\u3008-\u303f\u30fb\uff61-\uff65"
"""In English they are no other script, but of the wrong width."""

_FOREIGN = {
    "zh": regex.compile(
        rf"[^{_SHARED}\p{{scx=Hani}}\p{{scx=Bopo}}\p{{scx=Latn}}]+|(?<=\p{{Han}})\p{{Bopo}}(?=\p{{Han}})"
    ),
    "en": regex.compile(rf"[^{_SHARED}\p{{scx=Latn}}{_EAST_ASIAN_SIGNS}]+"),
}
"""What does not belong to either language's scripts. Bopomofo is how Taiwan spells sounds, not single words."""

_CODES = {"zh": "other-script-in-zh", "en": "other-script-in-en"}

_WRITTEN_IN = {
    "Jpan": ("Hani", "Hira", "Kana"),
    "Kore": ("Hani", "Hang"),
    "Hans": ("Hani", "Bopo"),
    "Hant": ("Hani", "Bopo"),
}
"""The scripts of writing systems that consist of several (ISO 15924)."""

_SYMBOL = regex.compile(r"\p{Greek}(?!\p{Greek}{2})")
"""Greek letters that stand for quantities, units or sounds, as in Δt, μSv and xʷməθkʷəy̓əm."""

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
    foreign = _FOREIGN.get(language) or _foreign_to(language)
    if foreign is None or not (matches := list(foreign.finditer(text))):
        return
    quoted = set()
    if language == "zh":
        quoted = {at for quote in _QUOTED.finditer(text) for at in range(*quote.span())}
    for word in matches:
        at = word.start()
        if at not in told and at not in quoted and not _SYMBOL.fullmatch(word[0]):
            code = _CODES.get(language, "other-script-in-name")
            yield Fault(code, at, word[0].strip())


@cache
def is_language(tag: str) -> bool:
    """Whether a tag can name a language (BCP 47): one of two letters must be in CLDR, others only have the form.

    >>> [is_language(tag) for tag in ("ja", "zh-Hant-TW", "ami", "jp", "zh_TW", "ja-Jxxx")]
    [True, True, True, False, False, False]
    """
    from babel.core import get_global  # noqa: PLC0415 (loads tables; few texts need them)

    if not _TAG.fullmatch(tag):
        return False
    if not all(map(_is_script, _scripts_in(tag))):
        return False
    first = tag.partition("-")[0].lower()
    return len(first) > _SHORT or any(
        first == known.partition("_")[0] for known in get_global("likely_subtags")
    )


_TAG = regex.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_SHORT = 2
"""Letters of the code of a language (ISO 639-1)."""


@cache
def _foreign_to(language: str) -> regex.Pattern[str] | None:
    """What is not of a script of another language, nor Latin; None if the language is unknown.

    The scripts are those that CLDR knows for it (UTS 35, "Likely Subtags"), unless the tag names one.
    """
    from babel.core import get_global  # noqa: PLC0415 (loads tables; few texts need them)

    first = language.partition("-")[0].lower()
    likely = get_global("likely_subtags")
    found = set(_scripts_in(language)) or {
        full.split("_")[1] for short, full in likely.items() if short.split("_")[0] == first
    }
    found = {script for script in found if _is_script(script)}
    if not language or not found:
        return None
    names = sorted({name for script in found for name in _WRITTEN_IN.get(script, (script,))})
    scripts = "".join(rf"\p{{scx={name}}}" for name in names)
    return regex.compile(rf"[^{_SHARED}{scripts}\p{{scx=Latn}}]+")


_SCRIPT = 4
"""Letters of the code of a script (ISO 15924)."""


def _scripts_in(tag: str) -> list[str]:
    """The scripts that a tag names; a part with digits is a variant."""
    parts = tag.split("-")[1:]
    return [part.title() for part in parts if len(part) == _SCRIPT and part.isalpha()]


def _is_script(code: str) -> bool:
    if code in _WRITTEN_IN:
        return True
    try:
        regex.compile(rf"\p{{scx={code}}}")
    except regex.error:
        return False
    return True


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
