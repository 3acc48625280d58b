"""Ids that no output may tell, not even because they were told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.home import Home
from portal.model.records.kind import UNITS
from portal.model.records.kinds import PRESS_RELEASES

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.reading.load import Loaded

Name = tuple[str, str]
"""A kind and an id."""


def names_kept_back(loaded: Loaded, catalog: Catalog) -> set[Name]:
    """The present and former ids of everything that is written but not public; withdrawn releases have pages."""
    public = {(kind, record_id) for kind, shelf in catalog.shelves.items() for record_id in shelf}
    public |= {(PRESS_RELEASES.name, record_id) for record_id in catalog.withdrawn}
    found: set[Name] = set()
    for row in loaded.records:
        record = row.record
        if (row.kind, record.id) not in public:
            found |= {(row.kind, known) for known in (record.id, *record.former_ids)}
        if isinstance(record, Home):
            found |= {(UNITS, unit.id) for unit in record.units} - public
    return found
