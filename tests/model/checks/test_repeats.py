from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]

CITY = """\
- id: jp-kaga
  name: {{zh: 加賀, en: Kaga}}
  level: city
  country: JP
  {line}
"""
SOURCES = """\
- {id: report, name: {zh: 年報, en: Report}, publisher: {zh: 甲市, en: Alpha}, date: 2025,
   url: https://alpha.example.org/report}
- {id: survey, name: {zh: 調查, en: Survey}, publisher: {zh: 甲市, en: Alpha}, date: 2025}
"""


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("sources: [report, survey, https://x.example.org/a, https://x.example.org/b]", []),
        ("sources: [report, survey, report]", ["5:29"]),
        ("sources: [https://x.example.org/a, https://x.example.org/a]", ["5:38"]),
        ("sources: [https://x.example.org/a, 'http://X.example.org:80/a/#']", ["5:38"]),
        ("sources: [https://x.example.org/a?p=1, https://x.example.org/a?p=2]", []),
        ("sources: ['https://x.example.org/a#1', 'https://x.example.org/a#2']", []),
        ("sources: [report, https://alpha.example.org/report]", ["5:21"]),
        ("sources: [https://alpha.example.org/report/, report]", ["5:48"]),
        ("aliases: [加賀市, Kaga City]", []),
        ("aliases: [加賀市, Kaga City, 加賀市]", ["5:29"]),
        (
            "same_as: ['https://www.wikidata.org/wiki/Q1', 'https://www.wikidata.org/wiki/Q1']",
            ["5:49"],
        ),
        ("former_names: [{zh: 大聖寺, en: Daishoji}, {zh: 山中, en: Yamanaka}]", []),
        ("unsourced: [name, name]", ["5:21"]),
    ],
)
def test_lists_of_a_record_say_nothing_twice(
    mistakes: Mistakes, line: str, expected: list[str]
) -> None:
    found = mistakes({"data/cities.yaml": CITY.format(line=line), "data/sources.yaml": SOURCES})
    assert found == [f"data/cities.yaml:{place}: named-twice" for place in expected]


VISIT = """\
id: visit
title: {{zh: 來訪, en: A visit}}
type: visit-received
start: 2026-05-04
{line}
"""


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("cities: [{city: jp-kaga}, {city: jp-kaga, attended: false}]", ["named-twice"]),
        ("homes: [alpha, alpha]", ["named-twice"]),
        ("countries: [JP, JP]", ["named-twice"]),
        ("counterparts: [{zh: 議員, en: A councilor}, {zh: 議員, en: A councilor}]", []),
        ("figures: [{label: {zh: 人, en: People}, value: 3}, {label: {zh: 人, en: People}, value: 4}]", []),
    ],
)  # fmt: skip
def test_lists_of_an_exchange(mistakes: Mistakes, line: str, codes: list[str]) -> None:
    found = mistakes({"data/exchanges/2026/visit.yaml": VISIT.format(line=line)})
    assert [one.partition(": ")[2] for one in found] == codes


RELEASE = """\
id: news
title: {{zh: 新聞, en: News}}
date: 2026-05-04
category: visits
issuer: alpha
lead: {{zh: 導言, en: A lead}}
body: {{zh: 內文, en: A text}}
{line}
"""


@pytest.mark.parametrize(
    ("line", "right"),
    [
        ("goals: [11, 17]", True),
        ("goals: [11, 17, 11]", False),
        ("audience: [public, media]", True),
        ("audience: [public, public]", False),
    ],
)
def test_numbers_and_choices_of_a_release(mistakes: Mistakes, line: str, right: bool) -> None:
    found = mistakes({"data/press_releases/2026/news.yaml": RELEASE.format(line=line)})
    assert [one.partition(": ")[2] for one in found] == ([] if right else ["named-twice"])


ORGANIZATION = """\
- id: net
  name: {{zh: 城市網, en: City Net}}
  kind: city-network
  {line}
"""


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("groups: [{id: a, name: {zh: 甲, en: A}}, {id: b, name: {zh: 乙, en: B}}]", ""),
        ("groups: [{id: a, name: {zh: 甲, en: A}}, {id: a, name: {zh: 乙, en: B}}]", "named-twice"),
        ("terms: {zh: [{term: 甲, status: preferred, homes: [alpha, alpha]}]}", "named-twice"),
    ],
)  # fmt: skip
def test_parts_of_an_organization(mistakes: Mistakes, line: str, code: str) -> None:
    found = mistakes({"data/organizations.yaml": ORGANIZATION.format(line=line)})
    assert [one.partition(": ")[2] for one in found] == ([code] if code else [])


def test_an_unknown_id_that_is_repeated_is_told_where_it_stands(report: Mistakes) -> None:
    path = "data/exchanges/2026/visit.yaml"
    assert report({path: VISIT.format(line="homes: [alpha, alpha]")}) == [
        f"{path}:5:16: alpha is named twice in one list; delete one"
    ]
