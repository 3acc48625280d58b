"""Texts may link to what is public with them: who reads a text must be able to follow its links."""

from __future__ import annotations

from pathlib import Path

import pytest
from editing import put

from portal.assembly import read_portal
from portal.model.values.moment import Moment

HOMES = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
- id: beta
  name: {zh: 乙市, en: Beta}
  full_name: {zh: 乙市政府, en: Beta City Government}
  level: city
"""
PLAN = """\
id: plan
title: {zh: 計畫, en: Plan}
home: beta
start: 2024
end: 2027
summary: {zh: 摘要, en: "See [it](TARGET)."}
"""
CITY = "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n"


@pytest.mark.parametrize(
    ("target", "home", "codes"),
    [
        ("/homes/beta/", "", []),
        ("/homes/beta/", "  draft: true\n", []),
        ("/nowhere/", "  draft: true\n", []),
        ("/homes/beta/", "  public_from: 2027-01-01\n", []),
        ("/cities/jp-kaga/", "  public_from: 2027-01-01\n", []),
        ("/nowhere/", "  public_from: 2027-01-01\n", ["dead-link"]),
        ("/nowhere/", "", ["dead-link"]),
        ("/plans/plans/", "", ["dead-link-near"]),
    ],
)
def test_what_is_kept_back_because_of_another_may_link_to_that(
    portal_folder: Path, target: str, home: str, codes: list[str]
) -> None:
    """The plan itself has no mark: it comes with its government."""
    files = {"data/homes.yaml": HOMES + home, "data/cities.yaml": CITY}
    put(portal_folder, files | {"data/plans/plan.yaml": PLAN.replace("TARGET", target)})
    problems = read_portal(portal_folder, Moment.parse("2026-11-22")).problems
    assert [problem.code for problem in problems] == codes


@pytest.mark.parametrize("home", ["  draft: true\n", "  public_from: 2027-01-01\n"])
def test_a_public_text_must_not_link_to_what_is_kept_back_because_of_another(
    portal_folder: Path, home: str
) -> None:
    homes = HOMES.replace(
        "  level: city\n", "  level: city\n  summary: {zh: 摘要, en: '[it](/plans/plan/)'}\n", 1
    )
    files = {"data/homes.yaml": homes + home, "data/cities.yaml": CITY}
    put(portal_folder, files | {"data/plans/plan.yaml": PLAN.replace("TARGET", "/plans/plan/")})
    (problem,) = read_portal(portal_folder, Moment.parse("2026-11-22")).problems
    assert (str(problem.place), problem.code) == ("data/homes.yaml:5:31", "link-not-public")
