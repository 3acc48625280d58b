"""Traditional Chinese as Taiwan writes it: no Simplified characters, and no Japanese forms of Chinese ones.

What Big5 has is Traditional, except for a few; of everything else, the tables of OpenCC know whether it is the
Simplified or the Japanese form of a character that is.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import regex

from portal.text.fault import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator

SIMPLIFIED_IN_BIG5 = frozenset(
    "术体万与个么号网机优从众价亿仅儿听圣坏复宁岭怀怜惊扰构洁洒离痒蚕触赶厂异忏扑极气确胜荐虫腊"
)
"""Simplified forms that Big5 also has, as rare characters with another meaning that no record needs."""

JAPANESE_IN_BIG5 = {"伝": "傳", "豊": "豐", "戸": "戶", "産": "產"}
"""Japanese forms that Big5 also has, or that OpenCC leaves as they are, and what Taiwan writes."""

RARE = frozenset("亘俣叁揾暅榅蒀蕰霡")
"""Characters of names and amounts that Big5 lacks and OpenCC replaces, although Taiwan writes them."""

_KNOWN = regex.compile(
    f"[{''.join(sorted(SIMPLIFIED_IN_BIG5 - {'么'}))}{''.join(JAPANESE_IN_BIG5)}]|(?<!老)么(?![兒女弟妹])"
)
"""What is wrong although Big5 has it. The youngest child, 老么 or 么兒, is written so in Taiwan."""

_KANA = regex.compile(r"[\p{Hira}\p{Kana}]")
_ORIGINAL = regex.compile(
    r"「[^「」]*[\p{Hira}\p{Kana}][^「」]*」|『[^『』]*[\p{Hira}\p{Kana}][^『』]*』"
    r"|《[^《》]*[\p{Hira}\p{Kana}][^《》]*》|（[^（）]*[\p{Hira}\p{Kana}][^（）]*）"
)
"""Where a Chinese text quotes a Japanese original, which has its own forms."""

_FORMS = (("simplified-chinese", "s2t"), ("japanese-form", "jp2t"))
"""The kinds of foreign forms, and the table of OpenCC that gives the Traditional form of each."""


Form = tuple[int, str, str]
"""Where a foreign form stands, the form, and what Taiwan writes."""


def form_faults(text: str) -> Iterator[Fault]:
    """Simplified characters and Japanese forms, each kind told once with all that the text has of it."""
    if _KANA.search(text):
        text = _ORIGINAL.sub(lambda quoted: " " * len(quoted[0]), text)
    wrong: dict[str, list[Form]] = {}
    for at, character in sorted(_suspects(text)):
        code, meant = form_of(character)
        if code:
            wrong.setdefault(code, []).append((at, character, meant))
    if len(wrong) > 1:
        _join(*(wrong[code] for code, _ in _FORMS))
    for code, found in wrong.items():
        if not found:
            continue
        cures = {character: meant for _, character, meant in found}
        yield Fault(code, found[0][0], "".join(cures), "".join(cures.values()))


def _join(simplified: list[Form], japanese: list[Form]) -> None:
    """Beside Japanese forms, those that are Simplified ones too are Japanese: 横 in 横浜."""
    both = [form for form in simplified if _converter("jp2t").convert(form[1]) != form[1]]
    simplified[:] = [form for form in simplified if form not in both]
    japanese[:] = sorted([*japanese, *both])


def _suspects(text: str) -> Iterator[tuple[int, str]]:
    for found in _KNOWN.finditer(text):
        yield found.start(), found[0]
    try:
        text.encode("cp950")
    except UnicodeEncodeError:
        for at, character in enumerate(text):
            if character == "浜" and text[at - 1 : at] in ("涇", "家"):  # a creek, as in 洋涇浜
                continue
            if character > "\u2e7f" and not _KNOWN.match(character) and not _is_in_big5(character):
                yield at, character


@cache
def form_of(character: str) -> tuple[str, str]:
    """Which foreign form a character is, as the code of a problem, and its Traditional form; or two empty strings.

    >>> form_of("县"), form_of("県"), form_of("里")
    (('simplified-chinese', '縣'), ('japanese-form', '縣'), ('', ''))
    """
    if character in JAPANESE_IN_BIG5:
        return "japanese-form", JAPANESE_IN_BIG5[character]
    if character in RARE or (_is_in_big5(character) and character not in SIMPLIFIED_IN_BIG5):
        return "", ""
    for code, table in _FORMS:
        meant = _converter(table).convert(character)
        if meant != character:
            return code, meant
    return "", ""


def _is_in_big5(character: str) -> bool:
    try:
        character.encode("cp950")
    except UnicodeEncodeError:
        return False
    return True


@cache
def _converter(table: str) -> Any:
    from opencc import OpenCC  # noqa: PLC0415 (takes a while to load, and few texts need it)

    return OpenCC(table)
