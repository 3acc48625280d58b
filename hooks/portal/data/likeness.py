"""Whether a word was surely meant by another: written otherwise, or with one slip of the fingers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import normalize

if TYPE_CHECKING:
    from collections.abc import Iterable

_MOST_SLIPS = 2
"""In one word, if it shall still be sure what was meant."""

_JOINTS = re.compile(r"[\s_‐‑–—−-]+")
_EDGES = " \t'\"“”‘’「」『』,，。;；、"

_DIGITS = re.compile(r"\d+")


def folded(text: str) -> str:
    """The same text for all ways of writing one word: capitals, widths, hyphens for spaces, 台 for 臺.

    >>> folded("“JP_Kobe”")
    'jp-kobe'
    """
    plain = normalize("NFKC", text).strip(_EDGES).casefold().replace("台", "臺")
    return _JOINTS.sub("-", plain).strip("-")


def is_slip(wrong: str, right: str) -> bool:
    """Whether one slip makes the right word the wrong one, so that nothing else can be meant.

    Numbers must be equal, and so must short words and what stands before the first hyphen, such as the code of a
    country: one letter more or less makes another place of them, and a suggestion would become a false fact.

    >>> is_slip("staus", "status"), is_slip("jp-saga", "jp-kaga"), is_slip("2024-visit", "2025-visit")
    (True, False, False)
    """
    bare, other = wrong.replace("-", ""), right.replace("-", "")
    if abs(len(bare) - len(other)) > 1 or _DIGITS.findall(wrong) != _DIGITS.findall(right):
        return False
    if bare == other:
        return True
    ones, others = wrong.split("-"), right.split("-")
    if len(ones) != len(others):
        return False
    differing = [n for n, (a, b) in enumerate(zip(ones, others, strict=True)) if a != b]
    if len(differing) != 1 or (len(ones) > 1 and differing[0] == 0 and len(others[0]) < 5):
        return False
    return _differs_once(ones[differing[0]], others[differing[0]], 8 if len(ones) > 1 else 5)


def _differs_once(wrong: str, right: str, least: int) -> bool:
    """Whether two letters are exchanged, one is missing or too many, or one is another in a word that is long."""
    start = next((n for n, (a, b) in enumerate(zip(wrong, right, strict=False)) if a != b), None)
    at = min(len(wrong), len(right)) if start is None else start
    a, b = wrong[at:], right[at:]
    longest = max(len(wrong), len(right))
    is_exchanged = len(a) == len(b) > 1 and a[0] == b[1] and a[1] == b[0] and a[2:] == b[2:]
    is_longer = abs(len(a) - len(b)) == 1 and (a[1:] == b or a == b[1:])
    is_other = a[1:] == b[1:] and bool(a) and bool(b)
    return (
        (longest >= 4 and is_exchanged)
        or (longest >= 5 and is_longer)
        or (longest >= least and is_other)
    )


def nearest(wrong: str, valid: Iterable[str]) -> str:
    """The word of ours (a key, a choice, the name of a file) that was surely meant, or an empty string.

    At most one slip is allowed in a short word, two in one of five letters or more that begins alike.

    >>> nearest("staus", ["kind", "status"])
    'status'
    """
    words = {word: folded(word) for word in valid}
    meant = folded(wrong)
    if same := [word for word, fold in words.items() if fold == meant]:
        return same[0] if len(same) == 1 else ""
    if same := [word for word, fold in words.items() if _singular(fold) == _singular(meant)]:
        return same[0] if len(same) == 1 else ""
    slips = {word: _slips(meant, fold) for word, fold in words.items()}
    least = min(slips.values(), default=_MOST_SLIPS + 1)
    found = [word for word, count in slips.items() if count == least]
    is_sure = least <= (_MOST_SLIPS if len(meant) > 4 else 1) and len(found) == 1
    return found[0] if is_sure else ""


def nearest_id(wrong: str, ids: Iterable[str]) -> str:
    """The id that was surely meant, or an empty string: one that is only similar is that of something else.

    >>> nearest_id("jp_kaga", ["jp-kaga", "jp-saga"]), nearest_id("jp-naga", ["jp-kaga", "jp-saga"])
    ('jp-kaga', '')
    """
    meant = folded(wrong)
    known = list(ids)
    found = [one for one in known if one == meant] or [one for one in known if is_slip(meant, one)]
    return found[0] if len(found) == 1 else ""


def _singular(text: str) -> str:
    """Words without the endings of plurals."""
    return re.sub(
        r"(?<=[a-z]{2})(?:ies|y)\b", "y", re.sub(r"(?<=[a-z]{2})s\b(?<!ies)(?<!ss)", "", text)
    )


def _slips(wrong: str, right: str) -> int:
    """How many letters are missing, too many, other or exchanged (optimal string alignment); many if too different."""
    far = _MOST_SLIPS + 1
    if (
        abs(len(wrong) - len(right)) >= far
        or len(wrong) < 3
        or _DIGITS.findall(wrong) != _DIGITS.findall(right)
    ):
        return far
    before: list[int] = []
    row = list(range(len(right) + 1))
    for i, a in enumerate(wrong, 1):
        older, before, row = before, row, [i]
        for j, b in enumerate(right, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == right[j - 2] and wrong[i - 2] == b:
                cost = min(cost, older[j - 2] + 1)
            row.append(cost)
    return row[-1] if row[-1] < 2 or wrong[0] == right[0] else far
