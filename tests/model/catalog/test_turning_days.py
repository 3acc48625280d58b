"""The turn of a year is a due day where something public hangs on it, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from editing import put

from portal.assembly import read_portal
from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.model.catalog.turning_days import turning_days
from portal.model.values.moment import Moment

Make = Callable[[Mapping[str, str]], Catalog]

BARE = "- id: jp-kaga\n  name: {zh: 加賀市, en: Kaga, ja: 加賀市}\n  level: city\n  country: JP\n"
TIE = "  partnerships: [{{home: alpha, kind: sister, status: {}}}]\n"
LEAGUE = (
    "- id: league\n  name: {{zh: 聯盟, en: League}}\n  kind: city-network\n"
    "  memberships: [{{{}, membership_class: full}}]\n"
)


@pytest.mark.parametrize(
    ("cities", "league", "expected"),
    [
        (BARE, "", []),
        (BARE + TIE.format("unknown"), "", []),
        (BARE + TIE.format("ended, signed: 1990"), "", ["2025-12-31", "2026-12-31"]),
        (BARE, "city: jp-kaga, until: 2026", ["2026-12-31"]),
        (BARE, "city: jp-kaga, until: 2026-03-04", ["2026-03-04"]),
        (BARE, "home: alpha, since: 2001", ["2025-12-31", "2026-12-31"]),
        (BARE, "home: alpha", []),
    ],
)
def test_a_year_is_due_where_something_hangs_on_it(
    catalog: Make, cities: str, league: str, expected: list[str]
) -> None:
    files = {"data/cities.yaml": cities}
    if league:
        files["data/organizations.yaml"] = LEAGUE.format(league)
    found = catalog(files)
    histories = build_relations(found).histories
    days = {day.iso for day in turning_days(found, histories, 10)}
    assert days >= set(expected)
    if "city: " in league or not expected:
        assert days == set(expected)


def test_what_a_build_says_holds_until_the_year_turns(portal_folder: Path) -> None:
    put(portal_folder, {"data/cities.yaml": BARE + TIE.format("ended, signed: 1990")})
    edition = read_portal(portal_folder, Moment.parse("2026-11-22"))
    assert not edition.problems
    assert edition.schedule.until == Moment.parse("2027-01-01")
    assert edition.schedule.holds_at(Moment.parse("2026-12-31T23:59"))
    assert not edition.schedule.holds_at(Moment.parse("2027-01-01"))
    assert read_portal(portal_folder, Moment.parse("2027-01-01")).schedule.since == Moment.parse(
        "2027-01-01"
    )


def test_without_anything_dated_no_year_is_due(portal_folder: Path) -> None:
    put(portal_folder, {"data/cities.yaml": BARE})
    edition = read_portal(portal_folder, Moment.parse("2026-11-22"))
    assert edition.schedule.until is None
