from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.doubts import doubts
from portal.model.records.organization import Organization

Build = Callable[[Mapping[str, str]], Catalog]

CITY = """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
"""


def found(catalog: Catalog) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(doubt.kind, doubt.record.id, doubt.reasons) for doubt in doubts(catalog)]


def test_what_is_verified_dated_and_sourced_is_not_doubted(catalog: Build) -> None:
    assert found(catalog({})) == []


def test_every_reason_to_doubt_a_tie_is_given_in_order(catalog: Build) -> None:
    tie = "  partnerships: [{home: alpha, kind: sister, status: unknown, unsourced: [kind]}]\n"
    assert found(catalog({"data/cities.yaml": CITY + tie})) == [
        ("cities", "jp-kaga", ("unverified", "unknown-status", "undated", "unsourced"))
    ]


def test_a_proposed_tie_needs_no_date(catalog: Build) -> None:
    tie = "  partnerships: [{home: alpha, kind: sister, status: proposed, verified: 2026-01-05}]\n"
    assert found(catalog({"data/cities.yaml": CITY + tie})) == []


def test_a_city_without_ties_is_itself_to_be_verified(catalog: Build) -> None:
    assert found(catalog({"data/cities.yaml": CITY})) == [("cities", "jp-kaga", ("unverified",))]


@pytest.mark.parametrize(
    ("updated", "reasons"),
    [("2026-01-05", []), ("2026-01-06", [("cities", "jp-kaga", ("changed",))])],
)
def test_what_was_changed_after_it_was_verified_is_to_be_verified_again(
    catalog: Build, updated: str, reasons: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    files = {"data/cities.yaml": f"{CITY}  verified: 2026-01-05\n  updated: {updated}\n"}
    assert found(catalog(files)) == reasons


def test_a_membership_and_its_organization_are_doubted_apart(catalog: Build) -> None:
    text = """\
- id: net
  name: {zh: 城市網, en: City Net}
  kind: city-network
  memberships:
    - {home: alpha, membership_class: full}
    - {city: jp-kaga, membership_class: full, verified: 2026-01-05}
"""
    listed = list(doubts(catalog({"data/organizations.yaml": text})))
    organization = listed[0].record
    assert isinstance(organization, Organization)
    assert [doubt.part for doubt in listed] == [organization.memberships[0], organization]


def test_what_is_not_public_is_not_on_the_list(catalog: Build) -> None:
    assert found(catalog({"data/cities.yaml": f"{CITY}  draft: true\n"})) == []


VISIT = """\
id: visit
title: {{zh: 來訪, en: A visit}}
type: visit-received
status: planned
start: {start}
verified: 2026-10-01
"""


@pytest.mark.parametrize(
    ("start", "reasons"),
    [
        ("2026-11-22", []),
        ("2026-11-23", []),
        ("2026-11-21", [("exchanges", "visit", ("overdue",))]),
    ],
)
def test_what_was_planned_and_is_over_is_doubted(
    catalog: Build, start: str, reasons: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    files = {"data/exchanges/2026/visit.yaml": VISIT.format(start=start)}
    assert found(catalog(files)) == reasons


@pytest.mark.parametrize(
    ("fields", "reasons"),
    [
        ("status: active, signed: 2014", ()),
        ("status: active", ("undated",)),
        ("status: unknown, signed: 2014", ("unknown-status",)),
        ("status: active, signed: 2014, unsourced: [signed]", ("unsourced",)),
    ],
)
def test_a_verified_tie_is_doubted_for_what_is_left(
    catalog: Build, fields: str, reasons: tuple[str, ...]
) -> None:
    tie = f"  partnerships: [{{home: alpha, kind: sister, verified: 2026-01-05, {fields}}}]\n"
    expected = [("cities", "jp-kaga", reasons)] if reasons else []
    assert found(catalog({"data/cities.yaml": CITY + tie})) == expected


def test_a_membership_is_not_judged_as_a_tie(catalog: Build) -> None:
    text = """\
- id: net
  name: {zh: 城市網, en: City Net}
  kind: city-network
  verified: 2026-01-05
  memberships: [{home: alpha, membership_class: full, verified: 2026-01-05, unsourced: [since], since: 2005}]
"""
    assert found(catalog({"data/organizations.yaml": text})) == [
        ("organizations", "net", ("unsourced",))
    ]
