"""A suggestion is a slip of the pen, never another thing in the same place."""

from __future__ import annotations

import pytest

from portal.pages.links.nearest_address import nearest_address

ADDRESSES = [
    "",
    "cities/",
    "cities/jp-kaga/",
    "cities/jp-takachiho/",
    "cities/kr-busan/",
    "exchanges/2014/",
    "exchanges/2014/2014-hachioji-festival/",
    "exchanges/2015/",
    "homes/taipei/units/",
]


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("cities/jp-kagga/", "cities/jp-kaga/"),
        ("citys/jp-kaga/", "cities/jp-kaga/"),
        ("citie/", "cities/"),
        ("press/", None),
        ("homes/taipei/unit/", "homes/taipei/units/"),
        ("cities/kr-pusan/", None),
        ("exchanges/2015/2014-hachioji-festival/", "exchanges/2014/2014-hachioji-festival/"),
        ("exchanges/2014/2014-hachioji-festvial/", "exchanges/2014/2014-hachioji-festival/"),
        ("cities/jp-hachioji/", None),
        ("cities/jp-kobe/", None),
        ("cities/jp-kaga/partnerships/", None),
        ("exchanges/2016/", None),
        ("exchanges/2014-hachioji-festival/", "exchanges/2014/2014-hachioji-festival/"),
        ("homes/kr-busan/", "cities/kr-busan/"),
        ("2014/", None),
        ("xyzzy/", None),
    ],
)
def test_only_slips_are_offered(wrong: str, right: str | None) -> None:
    assert nearest_address(wrong, ADDRESSES) == right
