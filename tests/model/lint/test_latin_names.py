"""A place under its English name in a Chinese text."""

from __future__ import annotations

import pytest
from worded import named, told, word

BRISBANE = named("cities", "brisbane", word("布里斯本"), word("Brisbane"))
ICLEI = named("organizations", "iclei", word("地方政府永續發展理事會"), word("ICLEI"))
BASE = (BRISBANE, ICLEI)


def test_the_chinese_name_is_told() -> None:
    assert told(BASE, "Brisbane與甲市的球隊。", "Teams from Brisbane and Alpha.") == [
        "official-name: Brisbane → 布里斯本"
    ]


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("布里斯本（Brisbane）的球隊。", "A team from Brisbane."),  # a note
        ("參觀22@ Brisbane園區。", "A visit to 22@ in Brisbane."),  # a part of a name
        ("訪問布里斯本的「Brisbane」隊。", "A visit to the team of Brisbane."),  # quoted
        ("參加ICLEI年會。", "At a meeting of ICLEI."),  # an organization
        ("訪問布里斯本與Brisbane號。", "A visit to the ship."),  # English names no such place
    ],
)  # fmt: skip
def test_names_of_other_things_are_left(zh: str, en: str) -> None:
    assert [one for one in told(BASE, zh, en) if "official-name" in one] == []
