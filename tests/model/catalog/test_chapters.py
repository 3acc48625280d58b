"""What would make the page of a record too long gets a page of its own, and nothing else does."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from releases import release

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.chapters import chapter_names
from portal.model.catalog.relations import build_relations

Build = Callable[[Mapping[str, str]], Catalog]

HOME = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
"""
UNITS = "  units: [{id: alpha-culture, name: {zh: 文化局, en: Culture}, level: bureau}]\n"
COMMITTEES = """\
  committees:
    - name: {zh: 委員會, en: Committee}
      chair: {zh: 市長, en: The mayor}
      members_min: 3
      members_max: 9
      composition: {zh: 學者, en: Scholars}
      tasks: [{zh: 諮詢, en: Advice}]
"""
CITY = "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n"
TIE = "  partnerships: [{home: alpha, kind: sister, status: active}]\n"


def chapters(catalog: Catalog, kind: str, record_id: str) -> list[str]:
    record = catalog.of(kind)[record_id]
    return list(chapter_names(build_relations(catalog), kind, record))


def organizations(number: int, member: str) -> str:
    return "".join(
        f"- id: net-{n}\n  name: {{zh: 城市網, en: City Net}}\n  kind: city-network\n"
        f"  memberships: [{{{member}, membership_class: full}}]\n"
        for n in range(number)
    )


def exchanges(number: int) -> dict[str, str]:
    return {
        f"data/exchanges/2026/visit-{n}.yaml": (
            f"id: visit-{n}\ntitle: {{zh: 來訪, en: A visit}}\ntype: visit-received\n"
            "start: 2026-10-01\ncities: [{city: jp-kaga}]\n"
        )
        for n in range(number)
    }


@pytest.mark.parametrize(
    ("home", "city", "expected"),
    [
        (HOME, CITY, []),
        (HOME, CITY + TIE, ["partnerships"]),
        (HOME + UNITS, CITY, ["units"]),
        (HOME + COMMITTEES, CITY, ["units"]),
        (HOME + UNITS, CITY + TIE, ["partnerships", "units"]),
    ],
)
def test_a_home_has_chapters_of_its_ties_and_its_offices(
    catalog: Build, home: str, city: str, expected: list[str]
) -> None:
    found = catalog({"data/homes.yaml": home, "data/cities.yaml": city})
    assert chapters(found, "homes", "alpha") == expected
    assert chapters(found, "cities", "jp-kaga") == []


@pytest.mark.parametrize(("number", "expected"), [(6, []), (7, ["memberships"])])
@pytest.mark.parametrize(
    ("member", "kind", "record_id"),
    [("home: alpha", "homes", "alpha"), ("city: jp-kaga", "cities", "jp-kaga")],
)
def test_many_memberships_are_a_chapter_of_homes_and_cities(
    catalog: Build, number: int, expected: list[str], member: str, kind: str, record_id: str
) -> None:
    files = {"data/homes.yaml": HOME, "data/cities.yaml": CITY}
    found = catalog(files | {"data/organizations.yaml": organizations(number, member)})
    assert chapters(found, kind, record_id) == expected


@pytest.mark.parametrize(
    ("member", "expected"), [("home: alpha", []), ("city: jp-kaga", ["members"])]
)
def test_cities_in_an_organization_are_a_chapter_of_it(
    catalog: Build, member: str, expected: list[str]
) -> None:
    found = catalog({"data/organizations.yaml": organizations(1, member)})
    assert chapters(found, "organizations", "net-0") == expected


@pytest.mark.parametrize(
    ("held", "told", "expected"),
    [(3, 2, []), (4, 0, ["exchanges"]), (0, 3, ["exchanges"]), (4, 3, ["exchanges"])],
)
def test_many_exchanges_or_releases_are_a_chapter(
    catalog: Build, held: int, told: int, expected: list[str]
) -> None:
    files = exchanges(held)
    for n in range(told):
        files |= release(f"news-{n}", "2026-11-01", "cities: [jp-kaga]\n")
    found = catalog(files)
    assert chapters(found, "cities", "jp-kaga") == expected


@pytest.mark.parametrize(("number", "expected"), [(3, []), (4, ["discrepancies"])])
def test_many_contradictions_are_a_chapter(
    catalog: Build, number: int, expected: list[str]
) -> None:
    one = (
        "{about: {zh: 數目, en: The number}, printed: {zh: 廿}, reading: {zh: 應為20, en: Read 20}}"
    )
    city = f"{CITY}  discrepancies: [{', '.join([one] * number)}]\n"
    assert chapters(catalog({"data/cities.yaml": city}), "cities", "jp-kaga") == expected


PLAN = """\
id: plan
title: {zh: 計畫, en: A plan}
home: alpha
start: 2020
end: 2023
summary: {zh: 摘要, en: A summary}
"""
BUDGET = """\
budget:
  currency: TWD
  unit: {zh: 百萬元, en: million NTD}
  rows: [{source: {zh: 甲, en: A}, financing: self-liquidating, amounts: {2020: 1}, total: 1}]
  totals: {2020: 1}
  total: 1
"""


@pytest.mark.parametrize(("budget", "expected"), [("", []), (BUDGET, ["budget"])])
def test_a_budget_is_a_chapter_of_a_plan(catalog: Build, budget: str, expected: list[str]) -> None:
    found = catalog({"data/plans/plan.yaml": PLAN + budget})
    assert chapters(found, "plans", "plan") == expected


TRIP = """\
id: trip
title: {zh: 報告, en: A report}
home: alpha
travelers: [{zh: 科長, en: Section chief}]
purpose: {zh: 會議, en: A meeting}
place: {zh: 加賀, en: Kaga}
start: 2026-10-01
end: 2026-10-02
summary: {zh: 摘要, en: A summary}
"""


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", []),
        ("programme: [{start: 2026-10-01, title: {zh: 開幕, en: Opening}}]\n", ["programme"]),
        ("exchanges: [visit-0]\n", ["programme"]),
    ],
)
def test_a_programme_is_a_chapter_of_a_trip(catalog: Build, more: str, expected: list[str]) -> None:
    found = catalog(exchanges(1) | {"data/trip_reports/trip.yaml": TRIP + more})
    assert chapters(found, "trip_reports", "trip") == expected
