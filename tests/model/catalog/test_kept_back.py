"""The ids that must not be told: those of all that did not pass the gate, also the former ones."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from releases import release

from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.kept_back import names_kept_back
from portal.model.reading.load import Loaded
from portal.model.values.moment import Moment

Load = Callable[[Mapping[str, str]], Loaded]

HOME = """\
- id: {id}
  name: {{zh: 甲市, en: Alpha}}
  full_name: {{zh: 甲市政府, en: Alpha City Government}}
  level: city
  units: [{{id: {id}-culture, name: {{zh: 文化局, en: Culture}}, level: bureau}}]
"""
WITHDRAWN = "withdrawn: {date: 2026-11-02, reason: {zh: 有誤。, en: Wrong.}}\n"


def kept_back(loaded: Loaded) -> set[tuple[str, str]]:
    return names_kept_back(loaded, build_catalog(loaded, Moment.parse("2026-11-22")))


def test_nothing_that_has_a_page_is_kept_back(loaded: Load) -> None:
    assert kept_back(loaded(release("news") | release("old", more=WITHDRAWN))) == set()


def test_a_tie_that_is_kept_back_has_all_ids_of_its_city_and_home(loaded: Load) -> None:
    tie = "{{home: {}, kind: sister, status: active, confidential: {}}}"
    city = "- {id: jp-kaga, former_ids: [jp-kag], name: {zh: 加賀, en: Kaga}, level: city, country: JP,\n"
    ties = f"   partnerships: [{tie.format('alpha', 'true')}, {tie.format('beta', 'false')}]}}\n"
    homes = HOME.format(id="alpha") + "  former_ids: [alph]\n" + HOME.format(id="beta")
    assert kept_back(loaded({"data/homes.yaml": homes, "data/cities.yaml": city + ties})) == {
        ("ties", f"{city}/{home}") for city in ("jp-kaga", "jp-kag") for home in ("alpha", "alph")
    }


def test_a_home_that_is_kept_back_has_its_former_ids_and_its_units(loaded: Load) -> None:
    homes = (
        HOME.format(id="alpha") + HOME.format(id="beta") + "  former_ids: [bet]\n  draft: true\n"
    )
    files = {"data/homes.yaml": homes} | release("news", issuer="beta-culture")
    assert kept_back(loaded(files)) == {
        ("homes", "beta"), ("homes", "bet"), ("units", "beta-culture"), ("press_releases", "news"),
    }  # fmt: skip
