"""Rows that are kept back. The log of changes counts them, but it must not name them, even if it did before.

The catalog knows nothing of them; the log does, because it also tells what was published earlier.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.kept_back import names_kept_back
from portal.outputs.open_data.items import JOINT
from portal.outputs.open_data.tables import tables

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.reading.load import Loaded
    from portal.outputs.open_data.table import Table


class UnnamedRows:
    """The rows that are kept back, by table and id, also under former ids of their records."""

    def __init__(self, loaded: Loaded, catalog: Catalog) -> None:
        self._names = names_kept_back(loaded, catalog)
        self._ids = {record_id for _, record_id in self._names}
        self._parts = {
            table.name: set(_parts_kept_back(table, loaded, catalog))
            for table in tables()
            if not table.is_of_records
        }

    def has(self, table: str, row_id: str) -> bool:
        """Whether a row is kept back: the record or part itself, or a record whose id is in the row's."""
        if table not in self._parts:
            return (table, row_id) in self._names
        return row_id in self._parts[table] or not self._ids.isdisjoint(row_id.split(JOINT))


def _parts_kept_back(table: Table, loaded: Loaded, catalog: Catalog) -> Iterator[str]:
    shown = table.ids_in(catalog)
    for row in loaded.rows[table.kind]:
        record = row.record
        hidden = [id_ not in shown for id_ in table.ids(record)]
        for known in (record.id, *record.former_ids) if any(hidden) else ():
            ids = table.ids(record.model_copy(update={"id": known}))
            yield from (id_ for id_, is_hidden in zip(ids, hidden, strict=True) if is_hidden)
