"""Who names a government and a country, and asks for ties, is led to the list of these."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote

import pytest
from editing import put

from portal.assembly import read_portal
from portal.model.values.moment import Moment
from portal.outputs.search.search_document import SearchDocument
from portal.outputs.search.search_index import documents
from portal.outputs.search.search_postings import postings

ABROAD = """\
- id: de-wald
  name: {zh: 林市, en: Wald}
  level: city
  country: DE
  partnerships:
    - {home: alpha, kind: friendship, status: active, signed: 1990, sources: [report], verified: 2026-01-05}
- id: fr-mont
  name: {zh: 山市, en: Mont}
  level: city
  country: FR
  partnerships:
    - {home: alpha, kind: sister, status: active, signed: 1980, sources: [report], verified: 2026-01-05}
- id: it-lago
  name: {zh: 湖市, en: Lago}
  level: city
  country: IT
"""


def found(folder: Path, locale: str) -> dict[str, SearchDocument]:
    put(folder, {"data/cities.yaml": ABROAD})
    edition = read_portal(folder, Moment.parse("2026-11-22"))
    assert edition.problems == []
    return {unquote(one.path): one for one in documents(edition, locale) if "?" in one.path}


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_each_country_and_continent_with_ties_has_its_list(
    portal_folder: Path, locale: str
) -> None:
    lists = found(portal_folder, locale)
    assert {path.partition("?q=")[0] for path in lists} == {
        "cities/countries/de/",
        "cities/countries/fr/",
        "cities/continents/europe/",
    }


def test_it_tells_the_places_the_oldest_tie_first(portal_folder: Path) -> None:
    lists = found(portal_folder, "en")
    (europe,) = (one for path, one in lists.items() if "europe" in path)
    assert europe.text == "Mont (1980), Wald (1990)"
    assert europe.title == "Sister cities and other ties of Alpha in Europe"
    assert (europe.homes, europe.countries) == (["alpha"], ["DE", "FR"])


def test_it_is_asked_for_by_both_names_together_and_by_nothing_else(portal_folder: Path) -> None:
    (germany,) = (one for path, one in found(portal_folder, "en").items() if "/de/" in path)
    words = postings(germany)
    assert {":alphagermany", ":甲市德国", ":alpha德国"} <= words.keys()
    assert not {word for word in words if not word.startswith(":")}
    assert not words.keys() & {":alpha", ":germany", "wald"}


def test_a_list_is_narrowed_by_a_name_that_no_other_government_has_within_its_own(
    portal_folder: Path,
) -> None:
    homes = portal_folder / "data" / "homes.yaml"
    other = "- {id: new-alpha, name: {zh: 新市, en: New Alpha}, full_name: {zh: 新市府, en: New Hall}, level: city}\n"
    homes.write_text(homes.read_text("utf-8").rstrip() + "\n" + other, encoding="utf-8")
    assert "cities/countries/de/?q=甲市" in found(portal_folder, "en")
