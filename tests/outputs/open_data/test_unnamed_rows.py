"""Which rows exist but may be told to nobody: the change log counts them and names none."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from releases import release

from portal.model.catalog.catalog import build_catalog
from portal.model.reading.load import Loaded
from portal.model.values.moment import Moment
from portal.outputs.open_data.kept_back import kept_back

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


def hidden(loaded: Loaded, now: str = "2026-11-22") -> dict[str, set[str]]:
    return kept_back(loaded, build_catalog(loaded, Moment.parse(now)))


def test_nothing_is_kept_back_of_what_is_public(loaded: Load) -> None:
    assert hidden(loaded(release("news"))) == {}


@pytest.mark.parametrize(
    ("date", "more"),
    [
        ("2026-11-01", "draft: true\n"),
        ("2026-11-23", ""),
        ("2026-11-01", "public_until: 2026-11-21\n"),
    ],
)
def test_a_release_that_is_not_public_is_kept_back(loaded: Load, date: str, more: str) -> None:
    files = release("shown") | release("secret", date, more)
    assert hidden(loaded(files)) == {"press_releases": {"secret"}}


def test_a_withdrawn_release_is_not_kept_back(loaded: Load) -> None:
    change = "withdrawn: {date: 2026-11-02, reason: {zh: 有誤。, en: Wrong.}}\n"
    files = release("news", "2026-11-01", change) | release("secret", "2026-11-23")
    assert hidden(loaded(files)) == {"press_releases": {"secret"}}


def test_a_confidential_tie_is_kept_back_and_its_city_is_not(loaded: Load) -> None:
    found = hidden(loaded({"data/cities.yaml": CITY + TIES}))
    assert found == {"partnerships": {"jp-kaga--alpha-culture"}}


def test_a_city_that_is_kept_back_takes_its_ties_along(loaded: Load) -> None:
    found = hidden(loaded({"data/cities.yaml": CITY + "  draft: true\n" + TIES}))
    assert found == {
        "cities": {"jp-kaga"},
        "partnerships": {"jp-kaga--alpha", "jp-kaga--alpha-culture"},
    }


def test_a_home_that_is_kept_back_takes_its_units_along(loaded: Load) -> None:
    found = hidden(loaded({"data/homes.yaml": HOMES}))
    assert found == {"homes": {"beta"}, "units": {"beta-culture"}}
