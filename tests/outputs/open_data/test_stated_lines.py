"""The open data set each stated number of ties against the records, as the page of a home's counts does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from editing import read

from portal.edition import Edition
from portal.outputs.open_data.export import exports
from portal.outputs.open_data.stated_lines import stated_line_ids

SITE = "https://portal.example/"

HOMES = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  stated_counts:
    - {stated_by: press, as_of: {zh: 報導, en: A report}, sister: 9}
    - date: 2024-12-31
      stated_by: government
      as_of: {zh: 市府網站, en: Website of the city}
      sister: 2
      total: 4
      total_of: [sister, friendship]
      sources: ["https://a.example/counts"]
      reasons: [{number: 1, kind: friendship, counted: included, reason: {zh: 名單未載, en: Not listed}}]
- {id: beta, name: {zh: 乙市, en: Beta}, full_name: {zh: 乙市政府, en: Beta City}, level: city, publishes: false,
   stated_counts: [{stated_by: press, as_of: {zh: 報導, en: A report}, sister: 3}]}
"""

CITY = """\
- id: {id}
  name: {{zh: {zh}, en: {en}}}
  level: city
  country: JP
  partnerships: [{{home: alpha, kind: sister, status: {status}, verified: 2026-01-05}}]
"""
CITIES = CITY.format(id="jp-kaga", zh="加賀", en="Kaga", status="active")


def rows(edition: Edition, kept: Path | None = None) -> list[dict[str, Any]]:
    table = next(e for e in exports(edition.catalog, SITE, kept) if e.table.name == "counts")
    found: list[dict[str, Any]] = json.loads(table.file("json").content.make())
    return found


def test_each_number_of_a_government_that_publishes_is_a_row(portal_folder: Path) -> None:
    edition = read(portal_folder, {"data/homes.yaml": HOMES, "data/cities.yaml": CITIES})
    sister, total = rows(edition)
    assert (sister["id"], total["id"]) == (
        "alpha--2024-12-31-government--sister",
        "alpha--2024-12-31-government--total",
    )
    numbers = ("stated", "confirmed", "listed", "added", "accounted", "missing", "outcome")
    assert [sister[name] for name in numbers] == [2, 1, 0, 0, 1, 1, "short"]
    assert [total[name] for name in numbers] == [4, 1, 0, 1, 2, 2, "short"]
    assert (sister["kind_zh"], sister["home_en"], sister["date"]) == (
        "姊妹市",
        "Alpha",
        "2024-12-31",
    )
    assert sister["sources"] == ["https://a.example/counts"]


def test_a_row_leads_to_its_place_on_the_page(portal_folder: Path) -> None:
    edition = read(portal_folder, {"data/homes.yaml": HOMES, "data/cities.yaml": CITIES})
    address, _, anchor = rows(edition)[0]["url_en"].partition("#")
    page = edition.render(edition.pages[address.removeprefix(f"{SITE}en/")], "en")
    assert f'id="{anchor}"' in page.content


def test_it_is_made_anew_when_a_tie_changes(portal_folder: Path, tmp_path: Path) -> None:
    files = {"data/homes.yaml": HOMES, "data/cities.yaml": CITIES}
    assert rows(read(portal_folder, files), tmp_path)[0]["confirmed"] == 1
    more = CITY.format(id="jp-kobe", zh="神戶", en="Kobe", status="dormant")
    files["data/cities.yaml"] += more
    sister = rows(read(portal_folder, files), tmp_path)[0]
    assert (sister["listed"], sister["missing"], sister["outcome"]) == (1, 0, "closes")


def test_every_row_that_a_home_has_is_among_those_it_may_have(edition: Edition) -> None:
    table = next(e for e in exports(edition.catalog, SITE) if e.table.name == "counts")
    may = {i for home in edition.catalog.homes.values() for i in stated_line_ids(home)}
    found = {item.id for item in table.table.items(edition.catalog)}
    assert found
    assert found <= may
