"""Ties in force of which nothing has been on record for years, to the day."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.quiet_ties import last_days, quiet_ties
from portal.model.catalog.relations import build_relations

Build = Callable[..., Catalog]

CITY = """\
- id: jp-kaga
  name: {{zh: 加賀, en: Kaga}}
  level: city
  country: JP
  partnerships: [{{home: alpha, kind: sister, status: {status}, {more}}}]
"""

VISIT = """\
id: 2016-visit
title: {{zh: 訪問, en: A visit}}
type: visit-made
status: {status}
start: {start}
homes: [alpha]
cities: [{{city: jp-kaga}}]
"""


def files(tie: str = "active", more: str = "signed: 2001-05-06", **visit: str) -> dict[str, str]:
    found = {"data/cities.yaml": CITY.format(status=tie, more=more)}
    if visit:
        year = visit["start"][:4]
        path = f"data/exchanges/{year}/{year}-visit.yaml"
        text = VISIT.format(**({"status": "held"} | visit)).replace("2016-visit", f"{year}-visit")
        found[path] = text
    return found


def quiet(catalog: Catalog, years: int = 10) -> dict[str, str]:
    found = quiet_ties(catalog, build_relations(catalog).histories, years)
    return {key: entry.id if entry else "" for key, entry in found.items()}


def test_a_tie_is_quiet_so_many_years_after_the_last_day(catalog: Build) -> None:
    visited = files(start="2016-11-23")
    assert quiet(catalog(visited)) == {}  # the day is 22 November 2026
    assert quiet(catalog(files(start="2016-11-22"))) == {"jp-kaga--alpha": "2016-visit"}
    assert quiet(catalog(visited), 9) == {"jp-kaga--alpha": "2016-visit"}


def test_of_a_month_or_a_year_the_last_day_counts(catalog: Build) -> None:
    assert quiet(catalog(files(start="2016"))) == {}
    assert quiet(catalog(files(start="2016-11"))) == {}
    assert quiet(catalog(files(start="2016-10"))) == {"jp-kaga--alpha": "2016-visit"}


def test_a_signing_is_activity_too(catalog: Build) -> None:
    assert quiet(catalog(files())) == {"jp-kaga--alpha": "jp-kaga--alpha-signing-2001-05-06"}
    assert quiet(catalog(files(more="signed: 2020"))) == {}


def test_what_was_only_planned_is_none(catalog: Build) -> None:
    found = quiet(catalog(files(start="2025-03", status="planned")))
    assert found == {"jp-kaga--alpha": "jp-kaga--alpha-signing-2001-05-06"}


def test_a_tie_of_which_nothing_is_dated_is_quiet(catalog: Build) -> None:
    assert quiet(catalog(files(more="sources: [report]"))) == {"jp-kaga--alpha": ""}


@pytest.mark.parametrize("status", ["proposed", "dormant", "ended", "unknown"])
def test_of_a_tie_that_is_not_in_force_nothing_is_expected(catalog: Build, status: str) -> None:
    more = "sources: [report]" if status == "proposed" else "signed: 2001-05-06"
    assert quiet(catalog(files(status, more))) == {}


def test_the_day_before_is_the_last_on_which_it_is_not(catalog: Build) -> None:
    def days(start: str) -> list[str]:
        found = catalog(files(start=start))
        return [day.iso for day in last_days(found, build_relations(found).histories, 10)]

    assert days("2020-11-23") == ["2030-11-22"]
    assert days("2020-02-29") == ["2030-02-28"]
    assert days("2020-01-01") == ["2029-12-31"]
