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


def codes(found: list[str]) -> list[str]:
    return [line.partition(": ")[2] for line in found]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("corrections: [{date: 2026-05-04, note: NOTE}, {date: 2026-05-06, note: NOTE}]", []),
        ("corrections: [{date: 2026-05-06, note: NOTE}, {date: 2026-05-05, note: NOTE}]", ["list-order"]),
        ("corrections: [{date: 2026-05-06T10:00, note: NOTE}, {date: 2026-05-06T09:59, note: NOTE}]",
         ["list-order"]),
        ("corrections: [{date: 2026-05-03, note: NOTE}]", ["date-order"]),
        ("corrections: [{date: 2026-05-05, note: NOTE}]\nwithdrawn: {date: 2026-05-06, reason: NOTE}", []),
        ("corrections: [{date: 2026-05-06, note: NOTE}]\nwithdrawn: {date: 2026-05-06T23:00, reason: NOTE}", []),
        ("corrections: [{date: 2026-05-07, note: NOTE}]\nwithdrawn: {date: 2026-05-06, reason: NOTE}",
         ["date-order"]),
        ("withdrawn: {date: 2026-05-03, reason: NOTE}", ["date-order"]),
        ("public_until: 2026-05-03\npublic_from: 2026-05-04T09:00", ["date-order"]),
    ],
)  # fmt: skip
def test_changes_follow_the_publication_and_each_other(
    mistakes: Mistakes, more: str, expected: list[str]
) -> None:
    path = "data/press_releases/2026/news.yaml"
    text = NEWS.format(more=more.replace("NOTE", "{zh: 更正。, en: Corrected.}"))
    assert codes(mistakes({path: text})) == expected


def test_other_records_are_corrected_after_they_became_public(report: Mistakes) -> None:
    text = VISIT.format(start="2026", end="2026") + (
        "public_from: 2026-05-04\n"
        "corrections: [{date: 2026-05-03, note: {zh: 更正。, en: Corrected.}}]\n"
    )
    assert report({PATH: text}) == [
        f"{PATH}:7:22: corrections is 2026-05-03, before public_from, which is 2026-05-04; "
        "check both dates"
    ]
    assert report({PATH: text.replace("05-03", "05-04")}) == []


TRIP = """\
id: trip
title: {{zh: 報告, en: A report}}
home: alpha
travelers: [{{zh: 科長1人, en: One section chief}}]
purpose: {{zh: 觀摩。, en: To learn.}}
place: {{zh: 加賀, en: Kaga}}
start: {start}
end: {end}
summary: {{zh: 摘要, en: A summary}}
programme: [{programme}]
{more}
"""


def trip(
    *days: str, start: str = "2026-05-04", end: str = "2026-05-08", more: str = "cities: [jp-kaga]"
) -> dict[str, str]:
    programme = ", ".join(f"{{{day}, title: {{zh: 參訪, en: A visit}}}}" for day in days)
    text = TRIP.format(start=start, end=end, programme=programme, more=more)
    return {"data/trip_reports/trip.yaml": text}


@pytest.mark.parametrize(
    ("files", "expected"),
    [
        (trip("start: 2026-05-04", "start: 2026-05-04", "start: 2026-05-05, end: 2026-05-08"), []),
        (trip("start: 2026-05-03", "start: 2026-05-04"), ["10:21: date-order"]),
        (trip("start: 2026-05-08", "start: 2026-05-09"), ["10:72: date-after"]),
        (trip("start: 2026-05-07, end: 2026-05-09"), ["10:38: date-after"]),
        (trip("start: 2026-05-06, end: 2026-05-05"), ["10:38: date-order"]),
        (trip("start: 2026-05-06", "start: 2026-05-05"), ["10:72: list-order"]),
        (trip("start: 2016-05-06", "start: 2026-05-05"), ["10:21: date-order"]),
        (trip("start: 2026-05-05", "start: 2026-05-06", start="2026-05-07"), ["7:8: parts-before"]),
        (trip("start: 2026-05-05", "start: 2026-05-06", end="2026-05-04"), ["8:6: parts-after"]),
        (trip("start: 2026-05-05", "start: 2026-05-06", end="2026-05-03"), ["8:6: date-order"]),
        (trip("start: 2026-05-05", "start: 2026-05-06", end="2027-05-03"), ["8:6: date-in-future"]),
        (trip("start: 2026-05-05", more="shared: 2026-05-07"), ["11:9: date-order"]),
        (trip("start: 2026-05-05", more="shared: 2026-05-08\nreported: 2026-05-08"), []),
        (trip("start: 2026-05-05", more="reported: 2026-11-23"), ["11:11: date-in-future"]),
    ],
)  # fmt: skip
def test_what_took_place_lies_inside_its_trip_and_one_slip_is_one_problem(
    mistakes: Mistakes, files: dict[str, str], expected: list[str]
) -> None:
    assert mistakes(files) == [f"data/trip_reports/trip.yaml:{line}" for line in expected]


def test_parts_outside_are_told_with_their_number(report: Mistakes) -> None:
    path = "data/trip_reports/trip.yaml"
    assert report(trip("start: 2026-05-05", "start: 2026-05-06", start="2026-05-07")) == [
        f"{path}:7:8: start is 2026-05-07, yet 2 parts of programme lie before it, the earliest on "
        "2026-05-05; check these dates"
    ]
    assert report(trip("start: 2026-05-09")) == [
        f"{path}:10:21: start is 2026-05-09, after end, which is 2026-05-08; check both dates"
    ]
    assert report(trip("start: 2026-05-06", "start: 2026-05-05")) == [
        f"{path}:10:72: programme is listed oldest first, yet 2026-05-06 stands before 2026-05-05; "
        "move this part, or correct its date"
    ]


def history(*dates: str, more: str = "note: {zh: 註, en: Note}") -> dict[str, str]:
    stages = ", ".join(f"{{date: {date}, text: {{zh: 甲, en: A}}}}" for date in dates)
    return {
        "data/cities.yaml": f"""\
- id: jp-kaga
  name: {{zh: 加賀, en: Kaga}}
  level: city
  country: JP
  partnerships:
    - home: alpha
      kind: sister
      status: ended
      history: [{stages}]
      {more}
"""
    }


@pytest.mark.parametrize(
    ("dates", "wrong"),
    [
        (["2010", "2011", "2012"], []),
        (["2010", "2010", "2010-05", "2010"], []),
        (["2010-05", "2010", "2010-04"], ["2010-04"]),
        (["2012", "2010"], ["2010"]),
        (["2010", "2019", "2012", "2014"], ["2019"]),
        (["2010", "2012", "2009", "2014"], ["2009"]),
        (["2014", "2012", "2010"], ["2014", "2012"]),
        (["民國99年", "2010-01"], []),
    ],
)
def test_turning_points_are_listed_oldest_first(
    report: Mistakes, dates: list[str], wrong: list[str]
) -> None:
    found = report(history(*dates))
    assert len(found) == len(wrong)
    for line, date in zip(sorted(found), sorted(wrong), strict=True):
        assert date in line


def test_a_very_long_list_out_of_order_is_told_at_once(mistakes: Mistakes) -> None:
    dates = [f"{1900 + n % 100}-{n % 12 + 1:02}" for n in range(2000)]
    assert codes(mistakes(history(*dates))) == ["list-order"]


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("ended: 2015", []),
        ("ended: 2014-07", []),
        ("ended: 2014-06", ["date-after"]),
    ],
)
def test_nothing_is_signed_after_the_end_of_the_tie(
    mistakes: Mistakes, more: str, expected: list[str]
) -> None:
    agreement = (
        "agreements: [{title: {zh: 甲, en: A}, signed: 2014-07-08, parties: [alpha, jp-kaga]}]"
    )
    assert codes(mistakes(history("2010", more=f"{agreement}\n      {more}"))) == expected


MEMBER = """\
- id: net
  name: {{zh: 城市網, en: City Net}}
  kind: city-network
  founded: 1990
  headcounts: [{counts}]
  memberships:
    - {{home: alpha, membership_class: full, since: 2000, until: 2010, roles: [{roles}]}}
"""


@pytest.mark.parametrize(
    ("counts", "roles", "expected"),
    [
        ("{date: 1990, total: 3}, {date: 1991, total: 4}", "ROLE start: 2000, end: 2010}", []),
        ("{date: 1989, total: 3}", "ROLE start: 2000}", ["date-order"]),
        ("{date: 1995, total: 3}, {date: 1991, total: 4}", "ROLE start: 2000}", ["list-order"]),
        ("{date: 1990, total: 3}", "ROLE start: 1999}", ["date-order"]),
        ("{date: 1990, total: 3}", "ROLE start: 2009, end: 2011}", ["date-after"]),
        ("{date: 1990, total: 3}", "ROLE start: 2012, end: 2011}", ["date-order"]),
        ("{date: 1990, total: 3}", "ROLE end: 2005}, ROLE start: 2005}", []),
    ],
)
def test_roles_lie_inside_the_membership_and_counts_after_the_founding(
    mistakes: Mistakes, counts: str, roles: str, expected: list[str]
) -> None:
    roles = roles.replace("ROLE", "{title: {zh: 委員, en: Member},")
    text = MEMBER.format(counts=counts, roles=roles)
    assert codes(mistakes({"data/organizations.yaml": text})) == expected


def test_work_lies_inside_the_years_of_its_plan(mistakes: Mistakes) -> None:
    plan = """\
id: plan
title: {zh: 計畫, en: A plan}
home: alpha
start: 2020
end: 2023
summary: {zh: 摘要, en: A summary}
work_items:
  - {text: {zh: 事, en: Work}, start: 2020, end: 2023}
  - {text: {zh: 事二, en: More}, start: 2019}
  - {text: {zh: 事三, en: Other}, end: 2024}
"""
    path = "data/plans/plan.yaml"
    assert mistakes({path: plan}) == [f"{path}:9:39: date-order", f"{path}:10:38: date-after"]


def test_stated_totals_are_listed_oldest_first(mistakes: Mistakes) -> None:
    home = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  stated_counts:
    - {stated_by: press, as_of: {zh: 不詳, en: Unknown}, total: 3}
    - {date: 2020-01-02, stated_by: press, as_of: {zh: 報導, en: Press}, total: 3}
    - {date: 2020-01-01, stated_by: press, as_of: {zh: 報導, en: Press}, total: 3}
"""
    assert mistakes({"data/homes.yaml": home}) == ["data/homes.yaml:8:14: list-order"]
