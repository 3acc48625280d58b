"""IDs of unpublished rows; no output may mention them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.kinds import KINDS, PRESS_RELEASES
from portal.outputs.open_data.tables import tables

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.reading.load import Loaded


def kept_back(loaded: Loaded, catalog: Catalog) -> dict[str, set[str]]:
    """The ids of such rows, by table, without withdrawn releases, which have pages."""
    found = {}
    for table in tables():
        shown = catalog.shelves[table.kind].keys() if table.is_of_records else table.ids_in(catalog)
        written = {id_ for row in loaded.of(KINDS[table.kind]) for id_ in table.ids(row.record)}
        hidden = written - shown
        if table.kind == PRESS_RELEASES.name:
            hidden -= catalog.withdrawn.keys()
        if hidden:
            found[table.name] = hidden
    return found
