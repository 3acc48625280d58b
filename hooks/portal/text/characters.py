"""Which characters may stand where: those that no reader sees, and those that stand for others.

Properties of characters are those of the Unicode Character Database, in the version of the ``regex`` package.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import regex

from portal.text.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

_ARABIC = r"\p{Arab}\p{Syrc}\p{Mand}\p{Mong}\p{Nkoo}\p{Phag}\p{Adlm}"
"""Scripts whose letters join, which a joiner between two of them changes (RFC 5892, A.1)."""

_NEVER = regex.compile(
    r"[[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFC\uFFFD]"
    r"--[\n\t\p{Prepended_Concatenation_Mark}]]",
    regex.V1,
)
"""Controls, formats, private use and unassigned; separators; what is ignored when it is shown; leftovers."""

IN_PLACE = regex.compile(
    rf"(?<=[{_ARABIC}]\p{{M}}*)[\u200C\u200D](?=[{_ARABIC}])|(?<=[{_ARABIC}])\u200D(?=\.)"
    r"|(?<=\p{ccc=9})[\u200C\u200D]|\u200D(?=\p{ccc=9})"  # beside a virama, as in Sinhala (RFC 5892, A.1)
    r"|(?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F])\u200D(?=\p{Extended_Pictographic})"
    r"|(?<=\p{Emoji})[\uFE0E\uFE0F]"  # as text or as picture (UTS 51)
    r"|(?<=\p{Han})[\uFE00-\uFE02\U000E0100-\U000E01EF]"  # a variant of an ideograph (UTS 37)
    r"|(?<=\p{Mong})[\u180B-\u180F]"
    r"|(?<=\p{Hebr}\p{M}*)\u034F(?=\p{M})"  # keeps the order of points (The Unicode Standard, 23.2)
)
"""The same characters where a script or a picture needs them."""

_RADICAL = regex.compile(r"[\u2E80-\u2FDF\u31C0-\u31EF]+")
"""Parts of ideographs as dictionaries list them; they look like characters, and no search finds them."""

_STYLED = regex.compile(
    r"[\U0001D400-\U0001D7FF\u24B6-\u24E9\U0001F130-\U0001F149\U0001F170-\U0001F189\uFB00-\uFB06"
    r"\uFB50-\uFBB1\uFBD3-\uFD3D\uFE70-\uFEFC\uFF66-\uFFDC]+"
)
"""Letters of mathematics and in circles, ligatures, shapes of Arabic letters, half-width Kana and Jamo."""

_MISPLACED = regex.compile(
    r"(?<![\p{L}\p{M}\p{N}\u25CC\uFE0F\u200C\u200D])[\p{M}--[\u302A-\u302F\p{Variation_Selector}]]+"
    r"|(?<=[\p{Latin}\p{Han}\p{N}])[\u0334-\u0338\p{M}--\p{Variation_Selector}]*[\u0334-\u0338]"
    r"|(?<=[\p{Latin}\p{Greek}\p{Cyrillic}])(?:\p{Mn}{3,}|(\p{Mn})\1)",
    regex.V1,
)
"""Combining marks without a letter, struck through one, or heaped upon it."""


_COMMON = regex.compile(r"[ -~\n–‘’“”、。「」『』《》〈〉（）！，－／：；？…—\u4e00-\u9fff]*")
"""What nearly all texts consist of; slower rules judge the rest."""

_SUSPECT = regex.compile(
    r"[\p{C}\p{Zl}\p{Zp}\p{M}\p{Default_Ignorable_Code_Point}\uFFFC\uFFFD\u2E80-\u2FDF\u31C0-\u31EF"
    r"\u24B6-\u24E9\uFB00-\uFEFC\uFF66-\uFFDC\U0001D400-\U0001F189--[\n]]",
    regex.V1,
)
"""What most texts have none of."""


def is_common(text: str) -> bool:
    r"""Whether a text has only characters that may stand anywhere.

    >>> is_common("Kaohsiung, 高雄。"), is_common("Łódź"), is_common("\t")
    (True, False, False)
    """
    if text.isascii():
        return text.replace("\n", "").isprintable()
    return _COMMON.fullmatch(text) is not None


def character_faults(text: str) -> Iterator[Fault]:
    """Characters that may not stand where they are, in a text of any language."""
    if is_common(text) or not _SUSPECT.search("".join(set(text))):
        return
    for found in _NEVER.finditer(text):
        if found[0] != "\ufffd" and not IN_PLACE.match(text, found.start()):
            yield Fault("invisible-character", found.start(), named(found[0]))
    for found in _RADICAL.finditer(text):
        cure = unicodedata.normalize("NFKC", found[0])
        code = "radical-unknown" if _RADICAL.search(cure) else "radical"
        yield Fault(code, found.start(), found[0], cure)
    for found in _STYLED.finditer(text):
        cure = unicodedata.normalize("NFKC", found[0])
        if cure != found[0]:
            yield Fault("styled-letters", found.start(), found[0], cure)
    for found in _MISPLACED.finditer(text):
        yield Fault("stray-mark", found.start(), named(found[0][0]))


def named(character: str) -> str:
    """The code point of a character: ``U+200B``."""
    return f"U+{ord(character):04X}"
