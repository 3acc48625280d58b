"""Files hold what is public and nothing else, and are made anew only when they say something new."""

from __future__ import annotations

import csv
import io
import json
from functools import partial
from pathlib import Path
from typing import Any

import editing
import pytest
from releases import release

from portal.edition import Edition
from portal.outputs.open_data import export as module
from portal.outputs.open_data.export import Export, exports
from portal.outputs.open_data.open_data_output import OpenData
from portal.outputs.open_data.tables import tables

SITE = "https://portal.example/"

read = partial(editing.read, site=SITE)
SECRET = "public_from: 2026-12-01T10:00\n"


def made(edition: Edition, name: str) -> Export:
    return next(export for export in exports(edition.catalog, SITE) if export.table.name == name)


def rows(edition: Edition, name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(made(edition, name).file("json").content.make())
    return found


def test_a_spreadsheet_reads_what_json_says(portal_folder: Path) -> None:
    title = "title: {zh: =加總, en: '=SUM(1)'}"
    files = release("news", more="aliases: ['@x', 'a|b']\n")
    path, text = files.popitem()
    edition = read(portal_folder, {path: text.replace("title: {zh: news, en: news}", title)})
    table = made(edition, "press_releases")
    content = table.file("csv").content.make()
    assert content.startswith(b"\xef\xbb\xbfid,url_zh,url_en,title_zh,")
    (line,) = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    (row,) = rows(edition, "press_releases")
    assert line["id"] == row["id"] == "news"
    assert line["url_en"] == row["url_en"] == f"{SITE}en/press/2026/news/"
    assert row["aliases"] == ["@x", "a|b"]
    assert line["aliases"] == "'@x|a\\|b"
    assert line["body_zh"] == row["body_zh"]


def test_what_is_kept_back_is_in_no_file_and_named_by_none(
    portal_folder: Path, tmp_path: Path
) -> None:
    city = (
        "- id: jp-hidden\n  name: {zh: 秘市, en: Hidden}\n  level: city\n  country: JP\n"
        f"  {SECRET}"
    )
    cities = (portal_folder / "data/cities.yaml").read_text(encoding="utf-8")
    news = release("news", more="cities: [jp-kaga, jp-hidden]\n")
    files = {"data/cities.yaml": cities + city} | news | release("later", "2026-12-01T10:00")
    kept = tmp_path / "kept"
    before = read(portal_folder, files, "2026-12-01T09:59", kept=kept)
    after = read(portal_folder, {}, "2026-12-01T10:00", kept=kept)
    assert "later" in after.catalog.press_releases
    for edition, is_there in ((before, False), (after, True)):
        content = b"".join(map(bytes, edition.output(OpenData).files(edition).whole.values()))
        for word in ("jp-hidden", "秘市", "2026/later"):
            assert (word.encode() in content) == is_there, word
        (row,) = [row for row in rows(edition, "press_releases") if row["id"] == "news"]
        assert row["cities"] == ["jp-kaga", "jp-hidden"][: 1 + is_there]


def test_only_tables_that_changed_are_made_anew(
    portal_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str] = []
    make = module._Writer.summary

    def noted(writer: Any, *, compares: bool) -> Any:
        names.append(writer.table.name)
        return make(writer, compares=compares)

    monkeypatch.setattr(module._Writer, "summary", noted)
    first = exports(read(portal_folder, release("news")).catalog, SITE, tmp_path)
    assert len(names) == len(first) == len(tables())
    names.clear()
    again = exports(read(portal_folder, {}).catalog, SITE, tmp_path)
    assert names == []
    assert [[f.sha256 for f in e.files] for e in again] == [
        [f.sha256 for f in e.files] for e in first
    ]
    edited = read(portal_folder, release("news", more="goals: [17]\n"))
    exports(edited.catalog, SITE, tmp_path)
    assert names == ["press_releases"]
    names.clear()
    exports(edited.catalog, "https://other.example/", tmp_path)
    assert len(names) == len(tables())


def test_dates_keep_their_precision(portal_folder: Path) -> None:
    files = {
        "data/sources.yaml": "".join(
            f"- id: {id_}\n  name: {{zh: 甲, en: A}}\n  publisher: {{zh: 甲, en: A}}\n  date: {date}\n"
            for id_, date in (("report", "2014"), ("b", "103/7"), ("c", "民國103年7月8日"))
        )
    }
    found = [row["date"] for row in rows(read(portal_folder, files), "sources")]
    assert found == ["2014", "2014-07", "2014-07-08"]


def test_a_table_without_rows_is_there_all_the_same(portal_folder: Path) -> None:
    table = made(read(portal_folder, {}), "plans")
    assert table.rows == 0
    assert table.file("csv").content.make().count(b"\r\n") == 1
    assert json.loads(table.file("json").content.make()) == []
    assert json.loads(table.file("jsonld").content.make())["@graph"] == []


def test_names_beside_ids_tell_places_of_one_name_apart(portal_folder: Path) -> None:
    cities = "".join(
        f"- id: jp-{level}\n  name: {{zh: 佐賀, en: Saga}}\n  level: {level}\n  country: JP\n"
        "  partnerships: [{home: alpha, kind: sister, status: active}]\n"
        for level in ("city", "prefecture")
    )
    found = rows(read(portal_folder, {"data/cities.yaml": cities}), "partnerships")
    assert [row["city_en"] for row in found] == ["Saga (city)", "Saga (prefecture)"]
    assert len({row["city_zh"] for row in found}) == 2
