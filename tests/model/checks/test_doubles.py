from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]

SOURCE = """\
- id: {id}
  name: {{zh: 年報, en: Report}}
  publisher: {{zh: 甲, en: A}}
"""
VISIT = """\
id: visit
title: {zh: 來訪, en: A visit}
type: visit-received
start: 2026-05-04
"""


def sources(*ids: str) -> str:
    return "".join(SOURCE.format(id=record_id) for record_id in ids)


def test_an_id_is_given_once(report: Mistakes) -> None:
    assert report({"data/sources.yaml": sources("report", "other", "report")}) == [
        "data/sources.yaml:7:7: the id report is taken (at data/sources.yaml:1:7); choose another"
    ]


@pytest.mark.parametrize(
    "path", ["2025/visit.yaml", "2026/05/visit.yaml", "2026/a-visit.yaml", "visit.yaml"]
)
def test_the_second_is_that_which_lies_in_the_wrong_place(mistakes: Mistakes, path: str) -> None:
    files = {f"data/exchanges/{path}": VISIT, "data/exchanges/2026/visit.yaml": VISIT}
    assert mistakes(files) == [f"data/exchanges/{path}:1:5: repeated-id"]


def test_nothing_else_is_told_of_the_second(mistakes: Mistakes) -> None:
    home = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  former_ids: [first]
  contact_unit: alpha-nowhere
  units: [{id: alpha-culture, name: {zh: 文化局, en: Culture}, level: bureau}]
"""
    assert mistakes({"data/homes.yaml": home * 2}) == [
        "data/homes.yaml:6:17: unknown-id",
        "data/homes.yaml:8:7: repeated-id",
    ]


def test_a_country_is_listed_once_by_a_portal(mistakes: Mistakes) -> None:
    country = "- id: JP\n  name: {zh: 日本, en: Japan}\n  continent: asia\n"
    assert mistakes({"data/countries.yaml": country}) == []
    assert mistakes({"data/countries.yaml": country * 2}) == [
        "data/countries.yaml:4:7: repeated-id"
    ]
