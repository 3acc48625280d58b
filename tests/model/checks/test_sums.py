from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.data.one_cause import of_one_cause
from portal.model.checks.sums import sum_problems
from portal.model.reading.load import Loaded

Mistakes = Callable[[Mapping[str, str]], list[str]]

BUDGET = """\
id: plan
title: {{zh: 計畫, en: A plan}}
home: alpha
start: 2020
end: 2023
summary: {{zh: 摘要, en: A summary}}
budget:
  currency: TWD
  unit: {{zh: 百萬元, en: million NTD}}
  rows:
    - {{source: {{zh: 甲, en: A}}, financing: self-liquidating, amounts: {{{first}}}, total: {total}}}
    - {{source: {{zh: 乙, en: B}}, financing: non-self-liquidating, amounts: {{2020: 1}}, total: 1}}
  totals: {{{totals}}}
  total: {whole}
"""


@pytest.mark.parametrize(
    ("first", "total", "totals", "whole", "lines"),
    [
        ("2020: 0.1, 2021: 0.2", "0.3", "2020: 1.1, 2021: 0.2", "1.3", []),
        ("to-2019: 5, 2020: 1", "6", "to-2019: 5, 2020: 2", "7", []),
        ("2020: 1", "1.0", "2020: 2.00", "2", []),
        ("2020: 1", "2", "2020: 2", "3", [11]),
        ("2020: 1", "1", "2020: 3", "2", [13]),
        ("2020: 1", "1", "2020: 2", "3", [14]),
        ("2020: 1, 2021: 4", "5", "2020: 2", "6", [13]),
        ("2020: 1", "1", "2020: 2, 2022: 1", "2", [13]),
        ("2020: -1", "-1", "2020: 0", "0", []),
    ],
)
def test_rows_columns_and_the_whole_of_a_budget_add_up_exactly(
    mistakes: Mistakes, first: str, total: str, totals: str, whole: str, lines: list[int]
) -> None:
    text = BUDGET.format(first=first, total=total, totals=totals, whole=whole)
    found = [line.split(":") for line in mistakes({"data/plans/plan.yaml": text})]
    assert [(int(line), code) for _, line, _, code in found] == [
        (line, " sum-differs") for line in lines
    ]


@pytest.mark.parametrize(
    ("parts", "right"),
    [
        ("full: 5, associate: 2, corporate: 1, total: 8", True),
        ("full: 5, associate: 2, total: 8", False),
        ("full: 8, total: 8", True),
        ("total: 8", True),
    ],
)
def test_members_add_up_where_classes_are_given(
    mistakes: Mistakes, parts: str, right: bool
) -> None:
    text = "- id: net\n  name: {zh: 城市網, en: City Net}\n  kind: city-network\n"
    found = mistakes(
        {"data/organizations.yaml": f"{text}  headcounts: [{{date: 2025, {parts}}}]\n"}
    )
    assert [line.rpartition(" ")[2] for line in found] == ([] if right else ["sum-differs"])


def test_a_sum_is_told_with_what_was_found_and_what_the_parts_add_up_to(report: Mistakes) -> None:
    text = BUDGET.format(first="2020: 1", total="1", totals="2020: 1, 2021: 5", whole="2")
    told = "correct it, and say in discrepancies what was printed"
    assert report({"data/plans/plan.yaml": text}) == [
        f"data/plans/plan.yaml:13:18: the total says 1, but the parts add up to 2; {told}",
        f"data/plans/plan.yaml:13:27: the total says 5, but the parts add up to 0; {told}",
    ]


def test_a_column_without_a_total_is_told_at_the_totals(report: Mistakes) -> None:
    text = BUDGET.format(first="2021: 4", total="4", totals="2020: 1", whole="5")
    assert report({"data/plans/plan.yaml": text}) == [
        "data/plans/plan.yaml:13:11: the total says 0, but the parts add up to 4; "
        "correct it, and say in discrepancies what was printed"
    ]


def test_each_row_is_told_at_its_total(report: Mistakes) -> None:
    text = BUDGET.format(first="2020: 1, 2021: 2", total="4", totals="2020: 2, 2021: 2", whole="5")
    assert report({"data/plans/plan.yaml": text}) == [
        "data/plans/plan.yaml:11:97: the total says 4, but the parts add up to 3; "
        "correct it, and say in discrepancies what was printed"
    ]


def test_each_count_of_members_is_told_at_its_total(report: Mistakes) -> None:
    text = (
        "- id: net\n  name: {zh: 城市網, en: City Net}\n  kind: city-network\n  headcounts:\n"
        "    - {date: 2024, full: 5, total: 5}\n    - {date: 2025, full: 5, total: 8}\n"
    )
    assert report({"data/organizations.yaml": text}) == [
        "data/organizations.yaml:6:36: the total says 8, but the parts add up to 5; "
        "correct it, and say in discrepancies what was printed"
    ]


GOVERNMENT = """\
- id: alpha
  name: {{zh: 甲市, en: Alpha}}
  full_name: {{zh: 甲市政府, en: Alpha City Government}}
  level: city
  {more}
"""
COMMITTEE = (
    "committees: [{{name: {{zh: 會, en: Committee}}, chair: {{zh: 市長, en: Mayor}}, members_min: {}, "
    "members_max: {}, composition: {{zh: 局處, en: Offices}}, tasks: []}}]"
)
STATED = "stated_counts: [{{stated_by: press, as_of: {{zh: 報導, en: Press}}, {}}}]"


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        (COMMITTEE.format(29, 33), []),
        (COMMITTEE.format(33, 33), []),
        (COMMITTEE.format(99, 33), ["members_min is 99, more than members_max, which is 33; check both numbers"]),
        (STATED.format("sister: 29, friendship: 14, total: 43"), []),
        (STATED.format("sister: 29, friendship: 14, total: 50"), []),
        (STATED.format("sister: 29, friendship: 14, partner: 3"), []),
        (STATED.format("total: 0"), []),
        (STATED.format("sister: 29, total: 43, total_of: [sister, friendship]"), []),
        (STATED.format("sister: 29, partner: 30, total: 43, total_of: [sister, friendship]"), []),
        (STATED.format("total: 9, total_of: [agreement-only]"), []),
        (STATED.format("sister: 29, total: 28, total_of: [sister, friendship]"),
         ["the total says 28, but the kinds beside it add up to 29; correct it or, if it was printed so, "
          "leave total out and say it in discrepancies"]),
        (STATED.format("sister: 29, total_of: [sister, friendship]"),
         ["total_of says what total includes, but there is no total; add it or delete total_of"]),
        (STATED.format("total: 29, total_of: [friendship]"),
         ["total includes only friendship; delete total and total_of and write friendship: 29"]),
        (STATED.format("verified: 2026-01-05"),
         ["no number is stated here; give sister, partner, friendship or total, or delete the item"]),
        (STATED.format("sister: 29, friendship: 14, partner: 1, total: 43"),
         ["the total says 43, but the kinds beside it add up to 44; correct it or, if it was printed so, "
          "leave total out and say it in discrepancies"]),
    ],
)  # fmt: skip
def test_numbers_of_a_government_fit_each_other(
    report: Mistakes, more: str, expected: list[str]
) -> None:
    found = report({"data/homes.yaml": GOVERNMENT.format(more=more)})
    assert [line.split(": ", 1)[1] for line in found] == expected


YEARS = """\
id: plan
title: {{zh: 計畫, en: A plan}}
home: alpha
start: 2020
end: {end}
summary: {{zh: 摘要, en: A summary}}
work_items: [{{text: {{zh: 事, en: Work}}, start: 2020, end: 2022}}]
budget:
  currency: TWD
  unit: {{zh: 元, en: dollars}}
  rows:
    - {{source: {{zh: 市, en: City}}, financing: self-liquidating, amounts: {{{amounts}}}, total: 6}}
    - {{source: {{zh: 部, en: State}}, financing: self-liquidating, amounts: {{{amounts}}}, total: 6}}
  totals: {{{totals}}}
  total: 12
"""


@pytest.mark.parametrize(
    ("years", "end", "wrong"),
    [
        (["2020", "2021", "2022"], 2022, []),
        (["to-2019", "2021", "from-2023"], 2022, []),
        (["to-2018", "2021", "from-2024"], 2022, []),
        (["2019", "2021", "2022"], 2022, ["2019"]),
        (["2020", "2021", "2032"], 2022, ["2032"]),
        (["2020", "2021", "2023"], 2022, ["2023"]),
        (["to-2020", "2021", "from-2022"], 2022, ["to-2020", "from-2022"]),
        (
            ["2020", "2021", "2022"],
            2021,
            [],
        ),  # the end of the plan is told once, beside the work items
    ],
)
def test_a_budget_has_the_years_of_its_plan(
    report: Mistakes, years: list[str], end: int, wrong: list[str]
) -> None:
    amounts = ", ".join(f"{year}: {n}" for n, year in enumerate(years, start=1))
    totals = ", ".join(f"{year}: {2 * n}" for n, year in enumerate(years, start=1))
    found = report({"data/plans/plan.yaml": YEARS.format(end=end, amounts=amounts, totals=totals)})
    told = [line for line in found if "end is" not in line]
    assert len(told) == len(wrong)
    for line, year in zip(told, wrong, strict=True):
        assert f"the budget year {year} does not fit a plan from 2020 to {end}" in line
    assert len(found) - len(told) == (end == 2021)


@pytest.mark.parametrize(
    ("first", "total", "totals", "whole", "causes"),
    [
        ("2020: 9", "1", "2020: 2", "2", 1),  # an amount
        ("2020: 1", "9", "2020: 2", "2", 1),  # the total of a row
        ("2020: 3, 2021: 4", "7", "2020: 1", "1", 1),  # a row that the totals lack
        ("2021: 3", "3", "2020: 4, 2021: 0", "4", 1),  # an amount in another column
        ("2020: 9", "1", "2020: 7", "2", 2),  # an amount, and the total of its column
        ("2020: 1", "1", "2020: 5", "9", 2),  # two totals
    ],
)
def test_a_slip_that_shows_in_several_sums_is_told_once(
    loaded: Callable[[Mapping[str, str]], Loaded],
    first: str,
    total: str,
    totals: str,
    whole: str,
    causes: int,
) -> None:
    text = BUDGET.format(first=first, total=total, totals=totals, whole=whole)
    found = of_one_cause(sum_problems(loaded({"data/plans/plan.yaml": text})))
    assert [problem.code for problem in found] == ["sum-differs"] * causes
