"""What is one thing is told; what only looks alike is not."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import count

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]


def found(lines: list[str]) -> list[str]:
    return [line.partition(": ")[2] for line in lines]


def cities(*lines: str) -> dict[str, str]:
    text = "".join(f"- {{id: jp-place-{n}, country: JP, {line}}}\n" for n, line in enumerate(lines))
    return {"data/cities.yaml": text}


FUCHU = "level: city, name: {zh: 府中, en: Fuchu, ja: 府中市}"
TOKYO, HIROSHIMA = (
    "subdivision: {zh: 東京都, en: Tokyo}",
    "subdivision: {zh: 廣島縣, en: Hiroshima}",
)


@pytest.mark.parametrize(
    ("first", "second", "right"),
    [
        (f"{FUCHU}, {TOKYO}", f"{FUCHU}, {HIROSHIMA}", True),
        (f"{FUCHU}, {TOKYO}", f"{FUCHU}, {TOKYO}", False),
        (FUCHU, FUCHU, False),
        (FUCHU, f"{FUCHU}, draft: true", True),
        ("level: city, name: {zh: 福岡市, en: Fukuoka, ja: 福岡市}",
         "level: prefecture, name: {zh: 福岡縣, en: Fukuoka, ja: 福岡県}", True),
        ("level: city, name: {zh: 甲, en: A, ja: 福岡}", "level: prefecture, name: {zh: 乙, en: B, ja: 福岡}", True),
        ("level: city, name: {zh: 甲, en: A, ja: 福岡}", "level: city, name: {zh: 乙, en: B, ja: 福岡}", False),
        ("level: city, name: {zh: 甲, en: A, ja: 福岡}", "level: city, name: {zh: 乙, en: B, ko: 福岡}", True),
        ("level: city, name: {zh: 甲, en: A}", "level: city, name: {zh: 甲, en: A}", True),
        (f"level: city, name: {{zh: 甲, en: A}}, {TOKYO}", f"level: city, name: {{zh: 甲, en: A}}, {TOKYO}", False),
        ("level: city, name: {zh: 甲, en: Same}", "level: city, name: {zh: 乙, en: Same}", True),
        ("level: city, name: {zh: 甲, en: A}, coordinates: {lat: 36.3, lon: 136.3}",
         "level: city, name: {zh: 乙, en: B}, coordinates: {lat: 36.30, lon: 136.3}", False),
        ("level: city, name: {zh: 甲, en: A}, coordinates: {lat: 36.3, lon: 136.3}",
         "level: prefecture, name: {zh: 乙, en: B}, coordinates: {lat: 36.3, lon: 136.3}", True),
        ("level: city, name: {zh: 甲, en: A}, coordinates: {lat: 36.3, lon: 136.3}",
         "level: city, name: {zh: 乙, en: B}, coordinates: {lat: 36.3, lon: 136.4}", True),
        ("level: city, name: {zh: 甲, en: A}, same_as: ['https://www.wikidata.org/wiki/Q1']",
         "level: county, name: {zh: 乙, en: B}, same_as: ['http://www.wikidata.org/wiki/Q1/']", False),
        ("level: city, name: {zh: 甲, en: A}, same_as: ['https://www.wikidata.org/wiki/Q1']",
         "level: county, name: {zh: 乙, en: B}, same_as: ['https://www.wikidata.org/wiki/Q2']", True),
    ],
)  # fmt: skip
def test_places(mistakes: Mistakes, first: str, second: str, right: bool) -> None:
    assert found(mistakes(cities(first, second))) == ([] if right else ["recorded-twice"])


def test_a_place_written_three_times_is_told_twice(report: Mistakes) -> None:
    assert report(cities(FUCHU, FUCHU, FUCHU)) == [
        f"data/cities.yaml:{n + 1}:8: jp-place-{n} and jp-place-0 have the same name and seem to be one "
        "thing; if so, join them and put one id into the former_ids of the other, if not, add or "
        "correct what tells them apart"
        for n in (1, 2)
    ]


SOURCE = "- {{id: source-{n}, publisher: {{zh: 甲市, en: Alpha}}, {line}}}\n"


@pytest.mark.parametrize(
    ("first", "second", "right"),
    [
        ("name: {zh: 年報, en: Report}, date: 2024", "name: {zh: 年報, en: Report}, date: 2025", True),
        ("name: {zh: 年報, en: Report}, date: 2024", "name: {zh: 年報, en: Report}, date: 2024", False),
        ("name: {zh: 年報, en: Report}", "name: {zh: 年報, en: Report}", True),
        ("name: {zh: 年報, en: Report}, date: 2024, period: {zh: 上半年, en: First half}",
         "name: {zh: 年報, en: Report}, date: 2024, period: {zh: 下半年, en: Second half}", True),
        ("name: {zh: 甲, en: A}, url: 'https://x.example.org/a'",
         "name: {zh: 乙, en: B}, url: 'https://x.example.org/a/'", False),
        ("name: {zh: 甲, en: A}, date: 2024-01, url: 'https://x.example.org/a'",
         "name: {zh: 甲, en: A}, date: 2026-01, url: 'https://x.example.org/a'", True),
    ],
)  # fmt: skip
def test_sources(mistakes: Mistakes, first: str, second: str, right: bool) -> None:
    text = "".join(SOURCE.format(n=n, line=line) for n, line in zip(count(), (first, second)))
    report = "- {id: report, name: {zh: 檔, en: File}, publisher: {zh: 甲市, en: Alpha}}\n"
    codes = found(mistakes({"data/sources.yaml": report + text}))
    assert codes == ([] if right else ["recorded-twice"])


RELEASE = """\
id: {id}
title: {{zh: {zh}, en: A signing}}
date: {date}
category: visits
issuer: alpha
lead: {{zh: 導言, en: A lead}}
body: {{zh: 內文{body}, en: {body}}}
{more}
"""
LONG = "word " * 30 + "end"
BASE = {"zh": "簽署協定", "date": "2026-05-04", "body": LONG, "more": "cities: [jp-kaga]"}


@pytest.mark.parametrize(
    ("second", "right"),
    [
        ({}, False),
        ({"date": "2026-05-05"}, False),
        ({"zh": "另一則"}, True),
        ({"body": LONG.replace("end", "finish")}, True),
        ({"more": "withdrawn: {date: 2026-05-05, reason: {zh: 有誤。, en: Wrong.}}"}, True),
        ({"more": "draft: true\ncities: [jp-kaga]"}, True),
    ],
)
def test_copies_of_a_release(mistakes: Mistakes, second: dict[str, str], right: bool) -> None:
    files = {
        f"data/press_releases/2026/{name}.yaml": RELEASE.format(id=name, **(BASE | more))
        for name, more in (("first", {}), ("second", second))
    }
    assert found(mistakes(files)) == ([] if right else ["copied-record"])


def test_few_words_may_be_the_same_by_chance(mistakes: Mistakes) -> None:
    files = {
        f"data/press_releases/2026/{name}.yaml": RELEASE.format(
            id=name, **(BASE | {"body": "words"})
        )
        for name in ("first", "second")
    }
    assert mistakes(files) == []


def test_a_copy_is_told_with_its_original(report: Mistakes) -> None:
    files = {
        f"data/press_releases/2026/{name}.yaml": RELEASE.format(id=name, **BASE)
        for name in ("first", "second")
    }
    assert report(files) == [
        "data/press_releases/2026/second.yaml:1:5: but for its id, second has the very words of first; "
        "keep one if they tell of one thing, otherwise rewrite it"
    ]
