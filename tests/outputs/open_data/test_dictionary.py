"""Every table, column and key is described in both languages, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from portal.model.values.words import Text
from portal.outputs.open_data.column import Column, columns_of
from portal.outputs.open_data.column_titles import title, written
from portal.outputs.open_data.dictionary import describe
from portal.outputs.open_data.table import Table
from portal.outputs.open_data.tables import tables
from portal.resources import BASE

ALL = [
    column
    for table in tables()
    for column in (*table.columns, *(one for part in table.parts for one in columns_of(part)))
]
COLUMNS = list({(c.owner, c.field): c for c in ALL if not c.says}.values())
LABELS = yaml.load((BASE / "data/labels.yaml").read_text(encoding="utf-8"), yaml.CBaseLoader)
WRITTEN: dict[str, Any] = written()


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"{column.owner}.{column.field}")
def test_a_column_is_described_in_good_chinese_and_in_english(column: Column) -> None:
    words = Text(zh=describe(column, "zh"), en=describe(column, "en"))
    assert words.zh.endswith("。") or "（" in words.zh
    assert "Left out" not in words.en, "a re-user sees an empty cell"


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_a_table_is_described_in_both_languages(table: Table) -> None:
    assert Text(zh=LABELS[table.about]["zh"], en=LABELS[table.about]["en"])


def test_nothing_is_described_twice_or_is_not_there() -> None:
    written = {(owner, field) for owner, fields in WRITTEN["columns"].items() for field in fields}
    assert written == {(c.owner, c.field) for c in COLUMNS if not c.meaning}


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_no_two_columns_of_a_table_have_one_title(table: Table) -> None:
    for locale in ("zh", "en"):
        titles = [title(column, locale) for column in table.columns if column.field != "url"]
        assert len(set(titles)) == len(titles), titles


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"{column.owner}.{column.field}")
def test_a_column_has_a_title_in_both_languages(column: Column) -> None:
    words = Text(zh=title(column, "zh"), en=title(column, "en"))
    assert not words.zh.isascii(), "the name of the field alone"
    assert words.en != column.field


def test_no_title_is_written_that_no_column_has() -> None:
    names = {name for c in ALL for name in (c.field, c.name, f"{c.owner}.{c.field}")}
    assert set(WRITTEN["titles"]) <= names


def test_every_code_has_a_word() -> None:
    codes = [f"{column.labels}.{choice}" for column in COLUMNS for choice in column.choices]
    assert len(codes) > 100
    assert [code for code in codes if code not in LABELS] == []


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_no_column_tells_when_a_record_may_be_seen(table: Table) -> None:
    names = {column.name for column in table.columns}
    assert not names & {"draft", "public_from", "public_until", "confidential", "withdrawn"}
    assert len(names) == len(table.columns)
