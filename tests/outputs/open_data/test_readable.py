"""Beside every id, code and part stands what it means, in both languages."""

from __future__ import annotations

import csv
import io
import json
from functools import partial
from pathlib import Path
from typing import Any

import editing
import pytest

from portal.edition import Edition
from portal.outputs.open_data.export import Export, exports, table_fingerprints

SITE = "https://portal.example/"

read = partial(editing.read, site=SITE)

TIES = """- id: na-windhoek
  name: {zh: 溫荷克, en: Windhoek}
  level: city
  country: NA
  partnerships:
    - home: alpha
      kind: sister
      status: active
      adopting_units: [alpha-culture]
      sources: [report]
      verified: 2026-11-01
      agreements:
        - title: {zh: 姊妹市協議書, en: Sister city agreement}
          signed: 1987-05
          parties: [alpha, na-windhoek]
          sources: [report]
        - title: {zh: 合作備忘錄, en: Memorandum}
          parties: [na-windhoek, alpha-culture]
          subject: {zh: 水資源, en: Water}
          sources: [report]
"""


@pytest.fixture
def edition(portal_folder: Path) -> Edition:
    cities = (portal_folder / "data/cities.yaml").read_text(encoding="utf-8")
    return read(portal_folder, {"data/cities.yaml": cities + TIES})


def made(edition: Edition, name: str, kept: Path | None = None) -> Export:
    found = exports(edition.catalog, SITE, kept)
    return next(export for export in found if export.table.name == name)


def lines(export: Export) -> dict[str, dict[str, str]]:
    text = export.file("csv").content.make().decode("utf-8-sig")
    return {line["id"]: line for line in csv.DictReader(io.StringIO(text, newline=""))}


def test_a_tie_is_read_without_looking_up_an_id(edition: Edition) -> None:
    tie = lines(made(edition, "partnerships"))["na-windhoek--alpha"]
    assert (tie["city"], tie["city_zh"], tie["city_en"]) == ("na-windhoek", "溫荷克", "Windhoek")
    assert (tie["country"], tie["country_zh"], tie["country_en"]) == ("NA", "納米比亞", "Namibia")
    assert (tie["home_zh"], tie["home_en"]) == ("甲市", "Alpha")
    assert (tie["kind"], tie["kind_zh"], tie["kind_en"]) == ("sister", "姊妹市", "Sister city")
    assert tie["adopting_units_zh"] == "甲市政府文化局"
    assert tie["adopting_units_en"] == "Culture Bureau, Alpha City Government"
    assert tie["since"] == "1987-05"


def test_agreements_are_text_beside_what_programs_read(edition: Edition) -> None:
    tie = lines(made(edition, "partnerships"))["na-windhoek--alpha"]
    assert json.loads(tie["agreements"])[0]["signed"] == "1987-05"
    first = "姊妹市協議書（簽署日期：1987-05；簽署者：甲市、溫荷克）"
    assert (
        tie["agreements_zh"]
        == f"{first}；合作備忘錄（簽署者：溫荷克、甲市政府文化局；主題：水資源）"
    )
    first = "Sister city agreement (Signed: 1987-05; Parties: Alpha / Windhoek)"
    assert (
        tie["agreements_en"]
        == f"{first}; Memorandum (Parties: Windhoek / Culture Bureau, Alpha City Government; Subject: Water)"
    )


def test_json_says_the_same_and_rdf_does_not_repeat_it(edition: Edition) -> None:
    export = made(edition, "partnerships")
    rows: list[dict[str, Any]] = json.loads(export.file("json").content.make())
    (tie,) = [row for row in rows if row["city"] == "na-windhoek"]
    assert tie["adopting_units_zh"] == ["甲市政府文化局"]
    linked = json.loads(export.file("jsonld").content.make())
    (node,) = [node for node in linked["@graph"] if node["id"] == tie["id"]]
    assert "city_zh" not in node
    assert "country" not in node


def test_the_code_of_namibia_has_another_beside_it(edition: Edition) -> None:
    countries = lines(made(edition, "countries"))
    assert countries["NA"]["alpha3"] == "NAM"
    codes = [line["alpha3"] for line in countries.values()]
    assert len(set(codes)) == len(codes) == 249
    assert all(len(code) == 3 for code in codes)


def test_a_new_name_of_a_city_makes_the_ties_anew_but_changes_none(
    edition: Edition, portal_folder: Path, tmp_path: Path
) -> None:
    before, known = made(edition, "partnerships", tmp_path), table_fingerprints(edition.catalog)
    path = portal_folder / "data/homes.yaml"
    text = path.read_text(encoding="utf-8").replace("文化局", "文化處")
    after = read(portal_folder, {"data/homes.yaml": text})
    now = made(after, "partnerships", tmp_path)
    assert lines(now)["na-windhoek--alpha"]["adopting_units_zh"] == "甲市政府文化處"
    assert now.file("csv").sha256 != before.file("csv").sha256
    assert table_fingerprints(after.catalog)["partnerships"] == known["partnerships"]
    assert table_fingerprints(after.catalog)["units"] != known["units"]
