"""The page that a dead link most likely means: none is offered that is merely in the same place."""

from __future__ import annotations

from difflib import SequenceMatcher, get_close_matches
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_LIKE = 0.7
"""How much two words must have in common to be one and a slip of the pen."""


def nearest_address(wrong: str, addresses: Sequence[str]) -> str | None:
    """The address with the same parts, but for slips.

    >>> nearest_address("cities/jp-kagga/", ["cities/", "cities/jp-kaga/"])
    'cities/jp-kaga/'
    >>> nearest_address("cities/jp-hachioji/", ["cities/", "cities/jp-takachiho/"])
    """
    close = get_close_matches(wrong, addresses, n=5)
    return next((address for address in close if _is_slip(wrong, address)), None)


def _is_slip(wrong: str, right: str) -> bool:
    pairs = list(zip_longest(wrong.strip("/").split("/"), right.strip("/").split("/")))
    ends_alike = pairs[-1][0] == pairs[-1][1]
    return all(
        one == other or (one and other and _alike(one, other, may_be_number=ends_alike))
        for one, other in pairs
    )


def _alike(one: str, other: str, *, may_be_number: bool) -> bool:
    """Whether two parts of an address are alike without the words that they share at the beginning: ``jp-``."""
    if one.isdecimal() or other.isdecimal():
        return may_be_number
    first, second = one.split("-"), other.split("-")
    while len(first) > 1 and len(second) > 1 and first[0] == second[0]:
        del first[0], second[0]
    return SequenceMatcher(None, "-".join(first), "-".join(second)).ratio() >= _LIKE
