"""Every table, column and key is described in both languages, and nothing else is."""

from __future__ import annotations

from typing import Any

import pytest
import yaml

from portal.model.values.text import Text
from portal.outputs.open_data.column import Column
from portal.outputs.open_data.dictionary import CHOICES, FILE, all_columns, describe, describe_table
from portal.outputs.open_data.table import TABLES, Table

COLUMNS = list({(column.owner, column.field): column for column in all_columns()}.values())
WRITTEN: dict[str, Any] = yaml.load(FILE.read_text(encoding="utf-8"), yaml.CBaseLoader)


@pytest.mark.parametrize("column", COLUMNS, ids=lambda column: f"{column.owner}.{column.field}")
def test_a_column_is_described_in_good_chinese_and_in_english(column: Column) -> None:
    words = Text(zh=describe(column, "zh"), en=describe(column, "en"))
    assert words.zh.endswith("。") or "（" in words.zh
    assert "Left out" not in words.en, "a re-user sees an empty cell"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_table_is_described_in_both_languages(table: Table) -> None:
    assert Text(zh=describe_table(table, "zh"), en=describe_table(table, "en"))


def test_nothing_is_described_that_is_not_there() -> None:
    written = {(owner, field) for owner, fields in WRITTEN["columns"].items() for field in fields}
    assert written == {(column.owner, column.field) for column in COLUMNS}
    assert WRITTEN["tables"].keys() == {table.name for table in TABLES}


def test_every_code_has_a_word() -> None:
    assert [c for c in COLUMNS if c.choices and (c.owner, c.field) not in CHOICES] == []


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_no_column_tells_when_a_record_may_be_seen(table: Table) -> None:
    names = {column.name for column in table.columns}
    assert not names & {"draft", "public_from", "public_until", "confidential", "withdrawn"}
    assert len(names) == len(table.columns)
