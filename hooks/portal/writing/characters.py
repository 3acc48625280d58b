"""Which characters may stand where: those that no reader sees, and those that stand for others.

Properties of characters are those of the Unicode Character Database, in the version of the ``regex`` package.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import regex

from portal.writing.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_SPELLED_WITH_JOINERS = (
    r"\p{Arab}\p{Syrc}\p{Mand}\p{Mong}\p{Nkoo}\p{Phag}\p{Adlm}"
    r"\p{Deva}\p{Beng}\p{Guru}\p{Gujr}\p{Orya}\p{Taml}\p{Telu}\p{Knda}\p{Mlym}\p{Sinh}"
    r"\p{Khmr}\p{Mymr}\p{Tibt}\p{Bali}\p{Java}\p{Sund}\p{Cham}\p{Lana}\p{Newa}\p{Tirh}\p{Mtei}"
)
"""Scripts whose orthography needs joiners between letters (The Unicode Standard, 23.2; UAX 31, 2.3)."""

_NEVER = regex.compile(
    r"[[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFC\uFFFD]"
    r"--[\n\t\p{Prepended_Concatenation_Mark}]]",
    regex.V1,
)
"""Controls, formats, private use and unassigned; separators; what is ignored when it is shown; leftovers."""

_IN_PLACE = regex.compile(
    rf"(?<=[{_SPELLED_WITH_JOINERS}])[\u200C\u200D]"  # spelling, as in Persian and Sinhala
    r"|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})"
    r"|(?<=\p{Emoji})[\uFE0E\uFE0F]"  # as text or as picture (UTS 51)
    r"|(?<=\p{Han})[\uFE00-\uFE02\U000E0100-\U000E01EF]"  # a variant of an ideograph (UTS 37)
    r"|(?<=\p{Mong})[\u180B-\u180F]"
)
"""The same characters where a script or a picture needs them."""

_LOST = regex.compile(r"\uFFFD+|\?{3,}|\u25A1{2,}")
"""What programs write for a character that they could not convert."""

_RADICAL = regex.compile(r"[\u2E80-\u2FDF]+")
"""Parts of ideographs as dictionaries list them; they look like characters, and no search finds them."""

_STYLED = regex.compile(r"[\U0001D400-\U0001D7FF]+")
"""Mathematical letters, which screen readers spell out or skip."""

_MOJIBAKE = regex.compile(
    r"[\x80-\xFF\u0152\u0153\u0160\u0161\u0178\u017D\u017E\u0192\u02C6\u02DC\u2013-\u2122]{2,}"
)
"""What a text in UTF-8 is made of that was read as Windows-1252 or ISO 8859-1."""


def character_faults(text: str) -> Iterator[Fault]:
    """Characters that may not stand where they are, in a text of any language."""
    lost = list(_lost(text))
    yield from lost
    told = {at for fault in lost for at in range(fault.start, fault.start + len(fault.found))}
    for found in _NEVER.finditer(text):
        if found.start() not in told and not _IN_PLACE.match(text, found.start()):
            yield Fault("invisible-character", found.start(), named(found[0]))
    for found in _RADICAL.finditer(text):
        cure = unicodedata.normalize("NFKC", found[0])
        code = "radical-unknown" if _RADICAL.search(cure) else "radical"
        yield Fault(code, found.start(), found[0], cure)
    for found in _STYLED.finditer(text):
        cure = unicodedata.normalize("NFKC", found[0])
        yield Fault("styled-letters", found.start(), found[0], cure)


def _lost(text: str) -> Iterator[Fault]:
    for found in _LOST.finditer(text):
        shown = named(found[0][0]) if found[0][0] == "\ufffd" else found[0]
        yield Fault("lost-characters", found.start(), shown)
    for found in _MOJIBAKE.finditer(text):
        if meant := _as_utf_8(found[0]):
            yield Fault("wrong-encoding", found.start(), found[0], meant)


def _as_utf_8(text: str) -> str:
    """The text that was read in the wrong encoding, or nothing if that is not what happened."""
    written = bytearray()
    for character in text:
        try:
            written += character.encode("cp1252")
        except UnicodeEncodeError:
            if ord(character) > 0xFF:
                return ""
            written.append(ord(character))
    try:
        meant = written.decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return meant if meant.isprintable() else ""


def named(character: str) -> str:
    """The code point of a character: ``U+200B``."""
    return f"U+{ord(character):04X}"
