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


def test_a_membership_before_the_founding_is_told_with_both_dates(report: Mistakes) -> None:
    text = ORGANIZATION.format(founded="1990-06", since="1989", until="2000")
    assert report({"data/organizations.yaml": text}) == [
        "data/organizations.yaml:6:52: since is 1989, before founded, which is 1990-06; "
        "check both dates"
    ]


def test_a_check_in_the_future_is_told_with_the_day(report: Mistakes) -> None:
    text = VISIT.format(start="2026", end="2026") + "verified: 2026-11-23\n"
    assert report({PATH: text}) == [
        f"{PATH}:6:11: verified is 2026-11-23, later than today (2026-11-22); "
        "write the day of the check"
    ]


def test_a_change_in_the_future_is_told_with_the_moment(report: Mistakes) -> None:
    change = "corrections: [{date: 2026-11-23, note: {zh: 更正。, en: Corrected.}}]"
    path = "data/press_releases/2026/news.yaml"
    assert report({path: NEWS.format(more=change)}) == [
        f"{path}:8:22: the date 2026-11-23 is later than now (2026-11-22); write when it was "
        "corrected or withdrawn; to let it expire in the future, use public_until"
    ]


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


TIE = """\
- id: jp-kaga
  name: {{zh: 加賀, en: Kaga}}
  level: city
  country: JP
  partnerships:
    - {{home: alpha, kind: sister, status: ended, signed: 2014-07, ended: {ended}}}
"""


@pytest.mark.parametrize(
    ("ended", "problem"),
    [
        ("2014", []),
        ("2014-07-01", []),
        (
            "2014-06-30",
            [
                "data/cities.yaml:6:74: ended is 2014-06-30, before signed, which is 2014-07; "
                "check both dates"
            ],
        ),
    ],
)
def test_a_tie_ends_after_it_was_signed(report: Mistakes, ended: str, problem: list[str]) -> None:
    assert report({"data/cities.yaml": TIE.format(ended=ended)}) == problem


def test_a_plan_may_end_in_the_year_in_which_it_starts(mistakes: Mistakes) -> None:
    plan = """\
id: plan
title: {zh: 計畫, en: A plan}
home: alpha
start: 2020
end: 2020
summary: {zh: 摘要, en: A summary}
work_items: [{text: {zh: 事, en: Work}, start: 2020, end: 2020}]
"""
    assert mistakes({"data/plans/plan.yaml": plan}) == []


NEWS = """\
id: news
title: {{zh: 新聞, en: News}}
date: 2026-05-04T09:30
category: visits
issuer: alpha
lead: {{zh: 導言, en: A lead}}
body: {{zh: 內文, en: A text}}
{more}
"""


@pytest.mark.parametrize(
    ("more", "problem"),
    [
        ("public_from: 2026-05-04T09:30", ""),
        ("public_from: 2026-05-04T09:31", "3:7: date-order"),
        ("public_until: 2026-05-04T09:30", ""),
        ("public_until: 2026-05-04T09:29", "8:15: date-order"),
        ("corrections: [{date: 2026-11-22, note: {zh: 更正。, en: Corrected.}}]", ""),
        ("corrections: [{date: 2026-11-23, note: {zh: 更正。, en: Corrected.}}]",
         "8:22: changed-in-future"),
        ("withdrawn: {date: 2026-11-22T00:00, reason: {zh: 有誤。, en: Wrong.}}", ""),
        ("withdrawn: {date: 2026-11-23T00:00, reason: {zh: 有誤。, en: Wrong.}}",
         "8:19: changed-in-future"),
    ],
)  # fmt: skip
def test_a_release_appears_is_corrected_and_ends_in_this_order(
    mistakes: Mistakes, more: str, problem: str
) -> None:
    path = "data/press_releases/2026/news.yaml"
    found = mistakes({path: NEWS.format(more=more)})
    assert found == ([f"{path}:{problem}"] if problem else [])
