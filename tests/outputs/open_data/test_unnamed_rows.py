"""Which rows exist but may be told to nobody: the change log counts them and names none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from releases import release

from portal.model.catalog.catalog import build_catalog
from portal.model.reading.load import Loaded
from portal.model.values.moment import Moment
from portal.outputs.open_data.unnamed_rows import UnnamedRows

Load = Callable[[Mapping[str, str]], Loaded]

CITY = "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n"
TIES = (
    "  partnerships:\n    - {home: alpha, kind: sister, status: active}\n"
    "    - {home: alpha, unit: alpha-culture, kind: partner, status: active, confidential: true}\n"
)
HOMES = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  units: [{id: alpha-culture, name: {zh: 文化局, en: Culture}, level: bureau}]
- id: beta
  name: {zh: 乙市, en: Beta}
  full_name: {zh: 乙市政府, en: Beta City Government}
  level: city
  draft: true
  units: [{id: beta-culture, name: {zh: 文化局, en: Culture}, level: bureau}]
"""


def hidden(loaded: Loaded, now: str = "2026-11-22") -> UnnamedRows:
    return UnnamedRows(loaded, build_catalog(loaded, Moment.parse(now)))


def test_nothing_is_kept_back_of_what_is_public(loaded: Load) -> None:
    rows = hidden(
        loaded(release("news") | {"data/cities.yaml": CITY + TIES.replace("true", "false")})
    )
    assert not rows.has("press_releases", "news")
    assert not rows.has("cities", "jp-kaga")
    assert not rows.has("partnerships", "jp-kaga--alpha")
    assert not rows.has("partnerships", "jp-kaga--alpha-culture")
    assert not rows.has("units", "alpha-culture")


def test_what_was_deleted_is_named(loaded: Load) -> None:
    rows = hidden(loaded({}))
    assert not rows.has("press_releases", "gone")
    assert not rows.has("partnerships", "jp-gone--alpha")
    assert not rows.has("memberships", "gone--alpha")
    assert not rows.has("countries", "XX")


@pytest.mark.parametrize(
    ("date", "more"),
    [
        ("2026-11-01", "draft: true\n"),
        ("2026-11-23", ""),
        ("2026-11-01", "public_until: 2026-11-21\n"),
    ],
)
def test_a_release_that_is_not_public_is_kept_back_under_all_its_ids(
    loaded: Load, date: str, more: str
) -> None:
    rows = hidden(
        loaded(release("shown") | release("secret", date, f"{more}former_ids: [hushed]\n"))
    )
    assert rows.has("press_releases", "secret")
    assert rows.has("press_releases", "hushed")
    assert not rows.has("press_releases", "shown")
    assert not rows.has("exchanges", "secret")


def test_a_withdrawn_release_is_not_kept_back(loaded: Load) -> None:
    change = "withdrawn: {date: 2026-11-02, reason: {zh: 有誤。, en: Wrong.}}\nformer_ids: [old]\n"
    rows = hidden(loaded(release("news", "2026-11-01", change)))
    assert not rows.has("press_releases", "news")
    assert not rows.has("press_releases", "old")


def test_a_confidential_tie_is_kept_back_and_its_city_is_not(loaded: Load) -> None:
    rows = hidden(loaded({"data/cities.yaml": f"{CITY}  former_ids: [jp-caga]\n{TIES}"}))
    assert rows.has("partnerships", "jp-kaga--alpha-culture")
    assert rows.has("partnerships", "jp-caga--alpha-culture")
    assert not rows.has("partnerships", "jp-kaga--alpha")
    assert not rows.has("partnerships", "jp-caga--alpha")
    assert not rows.has("cities", "jp-kaga")


def test_a_city_that_is_kept_back_takes_its_ties_along(loaded: Load) -> None:
    rows = hidden(
        loaded({"data/cities.yaml": CITY + "  draft: true\n  former_ids: [jp-caga]\n" + TIES})
    )
    for city in ("jp-kaga", "jp-caga"):
        assert rows.has("cities", city)
        assert rows.has("partnerships", f"{city}--alpha")
        assert rows.has("partnerships", f"{city}--alpha-culture")
        assert rows.has("memberships", f"net--{city}")


def test_a_home_that_is_kept_back_takes_all_along_that_names_it(loaded: Load) -> None:
    homes = HOMES.replace("  draft: true\n", "  draft: true\n  former_ids: [betta]\n")
    rows = hidden(loaded({"data/homes.yaml": homes}))
    assert rows.has("units", "beta-culture")
    for home in ("beta", "betta"):
        assert rows.has("homes", home)
        assert rows.has("partnerships", f"jp-kaga--{home}")
        assert rows.has("memberships", f"net--{home}")
    assert rows.has("partnerships", "jp-kaga--beta-culture")
    assert not rows.has("homes", "alpha")
