from __future__ import annotations

import csv
from pathlib import Path

from editing import read

from portal.edition import Edition
from portal.outputs.home_tables.home_tables_output import HomeTables

CITIES = """\
- id: jp-kaga
  name: {zh: 加賀, en: Kaga}
  level: city
  country: JP
  partnerships:
    - {home: alpha, kind: sister, status: active, signed: 1999, verified: 2026-01-05, sources: ["https://a.example/b"]}
    - {home: alpha, unit: alpha-culture, kind: friendship, status: active}
- id: jp-sado
  name: {zh: 佐渡, en: "=Sado"}
  level: city
  country: JP
  partnerships:
    - {home: alpha, kind: sister, status: unknown}
    - {home: beta, kind: sister, status: active, verified: 2026-01-05}
"""
HOMES = """\
- id: alpha
  name: {zh: 甲市, en: Alpha}
  full_name: {zh: 甲市政府, en: Alpha City Government}
  level: city
  units: [{id: alpha-culture, name: {zh: 文化局, en: Culture Bureau}, level: bureau}]
- {id: beta, name: {zh: 乙市, en: Beta}, full_name: {zh: 乙市政府, en: Beta City}, level: city, publishes: false}
- {id: gamma, name: {zh: 丙市, en: Gamma}, full_name: {zh: 丙市政府, en: Gamma City}, level: city}
"""
FILES = {"data/cities.yaml": CITIES, "data/homes.yaml": HOMES}


def tables(edition: Edition) -> dict[str, str]:
    made = edition.output(HomeTables).files(edition).traced
    return {file.path: file.make()[0] for file in made}


def test_a_government_with_ties_has_a_table_of_all_in_both_languages(portal_folder: Path) -> None:
    edition = read(portal_folder, FILES)
    found = tables(edition)
    assert list(found) == ["homes/alpha/ties.csv"] == list(edition.output(HomeTables).downloads())
    text = found["homes/alpha/ties.csv"]
    assert text.startswith("\ufeff")
    rows = list(csv.DictReader(text[1:].splitlines()))
    assert [(row["city_zh"], row["city_en"], row["counted"]) for row in rows] == [
        ("加賀", "Kaga", "true"),
        ("佐渡", "'=Sado", "false"),
        ("加賀", "Kaga", "false"),
    ]
    first, unknown, of_unit = rows
    assert (first["signed"], first["kind_zh"], first["status_en"]) == ("1999", "姊妹市", "active")
    assert (first["country_zh"], first["country_en"]) == ("日本", "Japan")
    assert (first["verified"], first["sources"]) == ("2026-01-05", "https://a.example/b")
    assert (unknown["signed"], unknown["unit_en"]) == ("", "")
    assert (of_unit["unit_zh"], of_unit["unit_en"]) == ("文化局", "Culture Bureau")
    assert first["url_en"].endswith("en/cities/jp-kaga/alpha/")


def test_it_notes_what_it_shows_so_that_it_is_made_again(portal_folder: Path) -> None:
    edition = read(portal_folder, FILES)
    (file,) = edition.output(HomeTables).files(edition).traced
    facts = file.make()[1]
    assert facts >= {("ties_of_home", "alpha"), ("countries", "JP"), ("labels", "kind.sister")}


def test_the_page_leads_to_it(portal_folder: Path) -> None:
    edition = read(portal_folder, FILES)
    for locale, way in (
        ("zh", "../../homes/alpha/ties.csv"),
        ("en", "../../../homes/alpha/ties.csv"),
    ):
        content = edition.renderer(locale).render(edition.pages["homes/alpha/"]).content
        assert f'href="{way}"' in content
        workbook = way.replace("homes/alpha/ties.csv", "data/partnerships.ods")
        assert f'href="{workbook}"' in content


def test_places_of_one_name_are_told_apart(portal_folder: Path) -> None:
    town = (
        "- id: jp-kaga-town\n  name: {zh: 加賀, en: Kaga}\n  level: township\n  country: JP\n"
        "  partnerships: [{home: alpha, kind: sister, status: unknown}]\n"
    )
    edition = read(portal_folder, {**FILES, "data/cities.yaml": CITIES + town})
    text = tables(edition)["homes/alpha/ties.csv"]
    names = {row["city_en"] for row in csv.DictReader(text[1:].splitlines())}
    assert {"Kaga (city)", "Kaga (township or town)"} <= names
