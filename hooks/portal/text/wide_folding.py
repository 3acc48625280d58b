"""Text as the search compares it: besides all that ``folding`` folds, every form of a character is one.

Simplified, Traditional and Japanese forms, as OpenCC knows them. ``theme/assets/search-words.js`` does the same in
browsers, with the forms that ``forms_of`` picks for a site.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from portal.text.folding import fold

if TYPE_CHECKING:
    from collections.abc import Iterable

_ALSO = {"姊": "姐", "嶋": "岛", "澁": "涩"}
"""What OpenCC keeps apart, and people do not."""

_FIRST, _LAST = 0x4E00, 0x9FFF
"""The block of characters that have forms (Unicode, CJK Unified Ideographs)."""


def fold_widely(text: str) -> str:
    """The text with one form for each character, which is the Simplified one.

    >>> fold_widely("臺北縣") == fold_widely("台北县"), fold_widely("横浜") == fold_widely("橫濱")
    (True, True)
    """
    folded = fold(text)
    return folded if folded.isascii() else folded.translate(_translation())


def forms_of(folded: Iterable[str]) -> str:
    """The characters that fold into one of these, each before the one that stands for it, one after the other."""
    wanted = set().union(*folded)
    pairs = [form + one for one in wanted for form in _forms_by_one().get(one, ())]
    return "".join(sorted(pairs))


@cache
def _translation() -> dict[int, str]:
    return {ord(form): one for form, one in (_forms()).items()}


@cache
def _forms() -> dict[str, str]:
    """Each form of a character, and the one for all: the Simplified form, of which several others may be forms."""
    block = [chr(point) for point in range(_FIRST, _LAST + 1)]
    ones = block
    for _ in range(2):  # some lead to another that has a form itself
        ones = [_ALSO.get(one, one) for one in _simplified(ones)]
    return {form: one for form, one in zip(block, ones, strict=True) if form != one}


@cache
def _forms_by_one() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for form, one in _forms().items():
        found.setdefault(one, []).append(form)
    return found


def _simplified(characters: list[str]) -> list[str]:
    traditional = _convert("jp2t", characters)
    return _convert("t2s", traditional)


def _convert(table: str, characters: list[str]) -> list[str]:
    from opencc import OpenCC  # noqa: PLC0415 (takes a while to load)

    found: Any = OpenCC(table).convert("\n".join(characters)).split("\n")
    return [one if len(one) == 1 else was for one, was in zip(found, characters, strict=True)]
