"""A workbook has names, real dates and links, and no formula; two other programs read what the CSV says."""

from __future__ import annotations

import csv
import io
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import editing
import pytest
from odfdo import Document
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
    return made(edition, name).file("ods").content.make()


def opened(edition: Edition, name: str) -> Document:
    """As odfdo reads it."""
    return Document(io.BytesIO(content(edition, name)))


def rows(edition: Edition, name: str) -> dict[Any, dict[str, Any]]:
    """The rows of the first sheet, by id, each by the English title of its column, as calamine reads them."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content(edition, name))).get_sheet_by_index(0)
    head, *lines = sheet.to_python()
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
    assert ties["jp-nanao--alpha-culture"]["Signed"] == date(1987, 5, 12)


def test_no_text_becomes_a_formula(edition: Edition) -> None:
    for name in ("cities", "partnerships"):
        for table in opened(edition, name).body.tables:
            assert not table.get_elements("//table:table-cell[@table:formula]")
    assert rows(edition, "partnerships")["jp-nanao--alpha"]["Note (English)"] == "=cmd|calc"
    assert rows(edition, "cities")["jp-nanao"]["Other names"] == "=1+1; @SUM(A1)"


def test_it_is_ready_to_filter_and_leads_to_the_pages(edition: Edition) -> None:
    book = opened(edition, "cities")
    data, dictionary, about = book.body.tables
    (rows_to_filter,) = book.body.get_elements("//table:database-range")
    assert rows_to_filter.get_attribute("table:display-filter-buttons") is True
    area = str(rows_to_filter.get_attribute("table:target-range-address"))
    assert area.endswith(f"{data.height}")
    links = [link.get_attribute("xlink:href") for link in data.get_elements(".//text:a")]
    assert f"{SITE}cities/jp-nanao/" in links
    assert f"{SITE}en/cities/jp-nanao/" in links
    heads = [str(text).partition("\n")[0] for text in data.get_values()[0]]
    assert [row[0] for row in dictionary.get_values()[1:]] == heads
    assert any("OGDL-Taiwan-1.0" in str(cell) for row in about.get_values() for cell in row)


def test_it_has_the_rows_of_the_csv_and_the_same_bytes_each_time(edition: Edition) -> None:
    for table in tables():
        if any(form.ending == "ods" for form in formats_of(table)):
            export = made(edition, table.name)
            text = export.file("csv").content.make().decode("utf-8-sig")
            lines = csv.DictReader(io.StringIO(text, newline=""))
            assert list(rows(edition, table.name)) == [line["id"] for line in lines]
    assert content(edition, "cities") == content(edition, "cities")


def test_the_name_of_a_status_makes_it_anew(
    edition: Edition, portal_folder: Path, tmp_path: Path
) -> None:
    before = made(edition, "partnerships", tmp_path).file("ods").sha256
    again = made(edition, "partnerships", tmp_path).file("ods")
    assert again.sha256 == before
    own = "status.dormant: {zh: 久未往來, en: long silent}\n"
    after = read(portal_folder, {"data/labels.yaml": own})
    tie = rows(after, "partnerships")["jp-nanao--alpha"]
    assert tie["Status (Chinese)"] == "久未往來"
    assert made(after, "partnerships", tmp_path).file("ods").sha256 != before


def test_limits_of_programs_are_kept(edition: Edition, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "MOST_LINKS", 1)
    monkeypatch.setattr(workbook, "LONGEST_TEXT", 6)
    data = opened(edition, "cities").body.tables[0]
    assert len(data.get_elements(".//text:a")) == 1
    texts = data.get_elements(".//table:table-row[position() > 1]//text:p[not(text:a)]")
    assert max(len(text.text) for text in texts) == 6


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
