from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

Mistakes = Callable[[Mapping[str, str]], list[str]]

VISIT = """\
id: visit
title: {{zh: 來訪, en: A visit}}
type: visit-received
start: {start}
end: {end}
"""
ORGANIZATION = """\
- id: net
  name: {{zh: 城市網, en: City Net}}
  kind: city-network
  founded: {founded}
  memberships:
    - {{home: alpha, membership_class: full, since: {since}, until: {until}}}
"""
PATH = "data/exchanges/2026/visit.yaml"


@pytest.mark.parametrize(
    ("start", "end", "right"),
    [
        ("2026-05-04", "2026-05-04", True),
        ("2026-05-04", "2026-05-05", True),
        ("2026-05-04", "2026-05-03", False),
        ("2026-05-04", "2026-05", True),
        ("2026-05-04", "2026-04", False),
        ("2026-05", "2026", True),
        ("2026", "2025-12-31", False),
        ("民國115年5月4日", "2026-05-04", True),
        ("115/5/4", "115/5/3", False),
    ],
)
def test_an_end_is_not_before_its_start_as_far_as_is_known(
    mistakes: Mistakes, start: str, end: str, right: bool
) -> None:
    found = mistakes({PATH: VISIT.format(start=start, end=end)})
    assert found == ([] if right else [f"{PATH}:5:6: date-order"])


@pytest.mark.parametrize(
    ("founded", "since", "until", "code"),
    [
        ("1990", "1990", "1990", None),
        ("1990-06", "1990", "2000", None),
        ("1990", "1989", "2000", "data/organizations.yaml:6:52: date-order"),
        ("1990", "2000", "1999", "data/organizations.yaml:6:65: date-order"),
    ],
)
def test_a_membership_begins_after_the_founding_and_ends_after_its_beginning(
    mistakes: Mistakes, founded: str, since: str, until: str, code: str | None
) -> None:
    text = ORGANIZATION.format(founded=founded, since=since, until=until)
    assert mistakes({"data/organizations.yaml": text}) == ([code] if code else [])


@pytest.mark.parametrize(("verified", "right"), [("2026-11-22", True), ("2026-11-23", False)])
def test_nothing_is_verified_after_today(mistakes: Mistakes, verified: str, right: bool) -> None:
    text = VISIT.format(start="2026", end="2026") + (
        f"figures: [{{label: {{zh: 人, en: Persons}}, value: 3, verified: {verified}}}]\n"
    )
    assert mistakes({PATH: text}) == ([] if right else [f"{PATH}:6:61: verified-in-future"])


def test_years_of_a_plan_stand_in_order(mistakes: Mistakes) -> None:
    plan = """\
id: plan
title: {zh: 計畫, en: A plan}
home: alpha
start: 2020
end: 2019
summary: {zh: 摘要, en: A summary}
work_items: [{text: {zh: 事, en: Work}, start: 2021, end: 2020}]
"""
    assert mistakes({"data/plans/plan.yaml": plan}) == [
        "data/plans/plan.yaml:5:6: date-order",
        "data/plans/plan.yaml:7:58: date-order",
    ]
