"""The page that a dead link most likely means: none is offered that is merely in the same place."""

from __future__ import annotations

from difflib import get_close_matches
from itertools import zip_longest
from typing import TYPE_CHECKING

from portal.data.likeness import folded, is_slip, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence


def nearest_address(wrong: str, addresses: Sequence[str]) -> str | None:
    """The address with the same parts, but for slips, or the only one that ends with the same id.

    >>> nearest_address("cities/jp-kagga/", ["cities/", "cities/jp-kaga/"])
    'cities/jp-kaga/'
    >>> nearest_address("cities/jp-hachioji/", ["cities/", "cities/jp-takachiho/"])
    >>> nearest_address("cities/kaohsiung/", ["cities/", "homes/kaohsiung/"])
    'homes/kaohsiung/'
    """
    record_id = _last(wrong)
    if not record_id.isdecimal():
        same = [address for address in addresses if _last(address) == record_id]
        depth = min((address.count("/") for address in same), default=0)
        same = [address for address in same if address.count("/") == depth]  # not a list about it
        if len(same) == 1:
            return same[0]
    close = get_close_matches(wrong, addresses, n=5)
    return next((address for address in close if _is_slip(wrong, address)), None)


def _last(address: str) -> str:
    return address.strip("/").rpartition("/")[2]


def _is_slip(wrong: str, right: str) -> bool:
    pairs = list(zip_longest(wrong.strip("/").split("/"), right.strip("/").split("/")))
    (section, meant), *rest = pairs
    ends_alike = pairs[-1][0] == pairs[-1][1]
    return bool(section and meant and nearest(section, [meant])) and all(
        one == other or (one and other and _alike(one, other, may_be_number=ends_alike))
        for one, other in rest
    )


def _alike(one: str, other: str, *, may_be_number: bool) -> bool:
    """Whether two parts of an address are one: a number may only differ if all that follows is the same."""
    if one.isdecimal() or other.isdecimal():
        return may_be_number
    return folded(one) == other or is_slip(one, other)
