"""A workbook has names, real dates and links, and no formula; two other programs read what the CSV says."""

from __future__ import annotations

import csv
import io
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import editing
import openpyxl
import pytest
from python_calamine import CalamineWorkbook

from portal.edition import Edition
from portal.outputs.open_data import workbook
from portal.outputs.open_data.export import Export, exports
from portal.outputs.open_data.formats import formats_of
from portal.outputs.open_data.tables import table_of, tables

SITE = "https://portal.example/"

read = partial(editing.read, site=SITE)

TIES = """- id: jp-nanao
  name: {zh: 七尾, en: Nanao}
  aliases: ['=1+1', '@SUM(A1)']
  level: city
  country: JP
  partnerships:
    - home: alpha
      kind: sister
      status: dormant
      signed: 1987-05
      note: {zh: =加總, en: '=cmd|calc'}
    - home: alpha
      unit: alpha-culture
      kind: friendship
      status: active
      signed: 1987-05-12
      sources: [report]
      verified: 2026-11-01
"""


@pytest.fixture
def edition(portal_folder: Path) -> Edition:
    cities = (portal_folder / "data/cities.yaml").read_text(encoding="utf-8")
    return read(portal_folder, {"data/cities.yaml": cities + TIES})


def made(edition: Edition, name: str, kept: Path | None = None) -> Export:
    return next(e for e in exports(edition.catalog, SITE, kept) if e.table.name == name)


def content(edition: Edition, name: str) -> bytes:
    return made(edition, name).file("xlsx").content.make()


def rows(edition: Edition, name: str) -> dict[Any, dict[str, Any]]:
    """The rows of the first sheet, by id, each by the English title of its column, as openpyxl reads them."""
    sheet = openpyxl.load_workbook(io.BytesIO(content(edition, name))).worksheets[0]
    head, *lines = sheet.iter_rows(values_only=True)
    names = [str(title).partition("\n")[2] for title in head]
    found = [dict(zip(names, line, strict=True)) for line in lines]
    return {row["Id"]: row for row in found}


def test_a_tie_is_said_in_words_of_both_languages(edition: Edition) -> None:
    tie = rows(edition, "partnerships")["jp-nanao--alpha"]
    assert (tie["City (Chinese)"], tie["City (English)"]) == ("七尾", "Nanao")
    assert (tie["Status (Chinese)"], tie["Country (English)"]) == ("暫停往來", "Japan")
    assert not {"City (id)", "Kind (code)", "Agreements (JSON)"} & set(tie)
    assert tie["In headline counts"] is False


def test_whole_days_are_dates_and_others_keep_their_precision(edition: Edition) -> None:
    ties = rows(edition, "partnerships")
    assert ties["jp-nanao--alpha"]["Signed"] == "1987-05"
    assert ties["jp-nanao--alpha-culture"]["Signed"] == datetime(1987, 5, 12)
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content(edition, "partnerships")))
    cells = [cell for row in sheet.get_sheet_by_index(0).to_python() for cell in row]
    assert date(1987, 5, 12) in cells
    assert "1987-05" in cells


def test_no_text_becomes_a_formula(edition: Edition) -> None:
    for name in ("cities", "partnerships"):
        for sheet in openpyxl.load_workbook(io.BytesIO(content(edition, name))).worksheets:
            for row in sheet.iter_rows():
                assert {cell.data_type for cell in row} <= {"s", "n", "b", "d"}
    assert rows(edition, "partnerships")["jp-nanao--alpha"]["Note (English)"] == "=cmd|calc"
    assert rows(edition, "cities")["jp-nanao"]["Other names"] == "=1+1; @SUM(A1)"


def test_it_is_ready_to_filter_and_leads_to_the_pages(edition: Edition) -> None:
    book = openpyxl.load_workbook(io.BytesIO(content(edition, "cities")))
    data, dictionary, about = book.worksheets
    assert data.freeze_panes == "B2"
    assert data.auto_filter.ref.startswith("A1:")
    links = [cell.hyperlink.target for row in data.iter_rows() for cell in row if cell.hyperlink]
    assert f"{SITE}cities/jp-nanao/" in links
    assert f"{SITE}en/cities/jp-nanao/" in links
    explained = [row[0] for row in dictionary.iter_rows(min_row=2, values_only=True)]
    assert explained == [str(cell.value).partition("\n")[0] for cell in data[1]]
    assert any("OGDL-Taiwan-1.0" in str(cell.value) for row in about.iter_rows() for cell in row)


def test_it_has_the_rows_of_the_csv_and_the_same_bytes_each_time(edition: Edition) -> None:
    for table in tables():
        if any(form.ending == "xlsx" for form in formats_of(table)):
            export = made(edition, table.name)
            text = export.file("csv").content.make().decode("utf-8-sig")
            lines = csv.DictReader(io.StringIO(text, newline=""))
            assert list(rows(edition, table.name)) == [line["id"] for line in lines]
    assert content(edition, "cities") == content(edition, "cities")


def test_the_name_of_a_status_makes_it_anew(
    edition: Edition, portal_folder: Path, tmp_path: Path
) -> None:
    before = made(edition, "partnerships", tmp_path).file("xlsx").sha256
    again = made(edition, "partnerships", tmp_path).file("xlsx")
    assert again.sha256 == before
    own = "status.dormant: {zh: 久未往來, en: long silent}\n"
    after = read(portal_folder, {"data/labels.yaml": own})
    tie = rows(after, "partnerships")["jp-nanao--alpha"]
    assert tie["Status (Chinese)"] == "久未往來"
    assert made(after, "partnerships", tmp_path).file("xlsx").sha256 != before


def test_limits_of_programs_are_kept(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_LINKS", 1)
    monkeypatch.setattr(workbook, "LONGEST_TEXT", 6)
    sheet = openpyxl.load_workbook(io.BytesIO(content(edition, "cities"))).worksheets[0]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row]
    assert len([cell for cell in cells if cell.hyperlink]) == 1
    assert max(len(str(cell.value)) for cell in cells if not cell.hyperlink) == 6


def test_days_that_programs_count_differently_are_text(portal_folder: Path) -> None:
    source = (
        "- id: old\n  name: {zh: 甲, en: A}\n  publisher: {zh: 甲, en: A}\n  date: 1895-04-17\n"
    )
    edition = read(
        portal_folder,
        {
            "data/sources.yaml": source
            + (portal_folder / "data/sources.yaml").read_text(encoding="utf-8")
        },
    )
    assert rows(edition, "sources")["old"]["Date"] == "1895-04-17"


def test_long_texts_stay_out_of_spreadsheets() -> None:
    assert [f.ending for f in formats_of(table_of("press_releases"))] == ["csv", "json", "jsonld"]
