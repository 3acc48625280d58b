from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]

NEWS = """\
id: news
title: {zh: 新聞, en: News}
date: 2026-05-04
category: visits
lead: {zh: 導言, en: A lead}
body: {zh: 內文, en: A text}
"""


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("issuer: alpha\n", True),
        ("issuer: alpha-culture\n", True),
        ("sources: [report]\n", True),
        ("", False),
        ("sources: []\n", False),
    ],
)
def test_a_release_has_an_issuer_or_sources(mistakes: Mistakes, line: str, right: bool) -> None:
    path = "data/press_releases/2026/news.yaml"
    expected = [] if right else [f"{path}:1:5: release-without-source"]
    assert mistakes({path: NEWS + line}) == expected


@pytest.mark.parametrize(
    ("record_id", "right"), [("05", False), ("5", True), ("005", True), ("5a", True), ("ab", True)]
)
def test_an_id_of_two_digits_is_that_of_a_month(
    report: Mistakes, record_id: str, right: bool
) -> None:
    path = f"data/press_releases/2026/{record_id}.yaml"
    text = NEWS.replace("id: news", f"id: '{record_id}'") + "issuer: alpha\n"
    told = f"{path}:1:5: the address of id 05 would be that of a month's list; choose another id"
    assert report({path: text}) == ([] if right else [told])
