from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.model.catalog.catalog import Catalog, build_catalog
from portal.model.reading.load import Loaded
from portal.model.values.moment import Moment

Load = Callable[[Mapping[str, str]], Loaded]
Build = Callable[[Mapping[str, str]], Catalog]

CITY = """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
"""
TIES = """\
  partnerships:
    - {home: alpha, kind: sister, status: proposed, confidential: true}
    - {home: alpha, unit: alpha-culture, kind: friendship, status: signed}
"""


def test_the_catalog_holds_every_record_by_its_id(catalog: Build) -> None:
    found = catalog({})
    assert list(found.homes) == ["alpha"]
    assert list(found.cities) == ["jp-kaga"]
    assert list(found.sources) == ["report"]
    assert found.units["alpha-culture"].name.en == "Culture Bureau"
    assert found.home_of_unit["alpha-culture"].id == "alpha"
    assert str(found.places["cities", "jp-kaga"]) == "data/cities.yaml:1:3"


def test_a_draft_is_in_no_catalog(catalog: Build) -> None:
    found = catalog({"data/cities.yaml": f"{CITY}  draft: true\n"})
    assert found.cities == {}
    assert ("cities", "jp-kaga") not in found.places


@pytest.mark.parametrize(
    ("now", "public"), [("2026-11-21", False), ("2026-11-22", True), ("2027-01-01", True)]
)
def test_a_record_is_public_from_its_day_on(loaded: Load, now: str, public: bool) -> None:
    rows = loaded({"data/cities.yaml": f"{CITY}  public_from: 2026-11-22\n"})
    found = build_catalog(rows, Moment.parse(now))
    assert ("jp-kaga" in found.cities) is public
    assert (("cities", "jp-kaga") in found.places) is public


def test_a_draft_stays_out_after_its_day_too(catalog: Build) -> None:
    assert (
        catalog({"data/cities.yaml": f"{CITY}  public_from: 2020-01-01\n  draft: true\n"}).cities
        == {}
    )


def test_a_confidential_tie_is_in_no_catalog(catalog: Build) -> None:
    city = catalog({"data/cities.yaml": CITY + TIES}).cities["jp-kaga"]
    assert [(tie.kind, tie.confidential) for tie in city.partnerships] == [("friendship", False)]


def test_a_tie_of_a_home_that_is_not_public_is_in_no_catalog(catalog: Build) -> None:
    beta = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
- id: beta
  name: {zh: 乙市, en: Beta}
  full_name: {zh: 乙市政府, en: Beta City Government}
  level: city
  draft: true
  units: [{id: beta-culture, name: {zh: 文化局, en: Culture}, level: bureau}]
"""
    ties = """\
  partnerships:
    - {home: beta, kind: sister, status: active}
    - {home: alpha, kind: sister, status: active}
"""
    found = catalog({"data/homes.yaml": beta, "data/cities.yaml": CITY + ties})
    assert [tie.home for tie in found.cities["jp-kaga"].partnerships] == ["alpha"]
    assert found.units == {}


def test_a_home_that_records_only_mention_does_not_publish(catalog: Build) -> None:
    beta = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
- id: beta
  name: {zh: 乙市, en: Beta}
  full_name: {zh: 乙市政府, en: Beta City Government}
  level: city
  publishes: false
"""
    found = catalog({"data/homes.yaml": beta})
    assert list(found.homes) == ["alpha", "beta"]
    assert [home.id for home in found.publishers] == ["alpha"]


def test_a_portals_own_country_replaces_the_generators(catalog: Build) -> None:
    text = "- id: JP\n  name: {zh: 日本國, en: Nippon}\n  continent: asia\n"
    found = catalog({"data/countries.yaml": text})
    assert found.countries["JP"].name.en == "Nippon"
    assert found.countries["KR"].name.en == "South Korea"
