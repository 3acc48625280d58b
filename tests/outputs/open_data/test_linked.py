"""A key of JSON-LD means one thing in a whole file."""

from __future__ import annotations

import pytest

from portal.outputs.open_data.column import columns_of
from portal.outputs.open_data.linked import context
from portal.outputs.open_data.table import Table
from portal.outputs.open_data.tables import tables


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_no_key_is_an_address_here_and_text_there(table: Table) -> None:
    sorts: dict[str, set[bool]] = {}
    for column in (*table.columns, *(c for part in table.parts for c in columns_of(part))):
        sorts.setdefault(column.name, set()).add(bool(column.kinds) or column.type == "url")
    assert [name for name, found in sorts.items() if len(found) > 1] == []


@pytest.mark.parametrize("table", tables(), ids=lambda table: table.name)
def test_words_of_our_own_lead_to_the_page_that_explains_them(table: Table) -> None:
    said = context(table, "https://portal.example/")
    assert said["@vocab"] == f"https://portal.example/open-data/{table.name}/#"
    assert all(":" in how["@id"] for how in said.values() if isinstance(how, dict))
