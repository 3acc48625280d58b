"""Ids that no output may tell, not even because they were told before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.tie import ties_of
from portal.model.records.home import Home
from portal.model.records.kind import UNITS
from portal.model.records.kinds import CITIES, HOMES, PRESS_RELEASES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.reading.load import Loaded

Name = tuple[str, str]
"""A kind and an id."""

TIES = "ties"
"""The kind of ties, of which the id is that of the city and, after a slash, that of the home or unit."""


def names_kept_back(loaded: Loaded, catalog: Catalog) -> set[Name]:
    """All ids of everything that is written but not public, also of ties; withdrawn releases have pages."""
    public = {(kind, record_id) for kind, shelf in catalog.shelves.items() for record_id in shelf}
    public |= {(PRESS_RELEASES.name, record_id) for record_id in catalog.withdrawn}
    found: set[Name] = set(_ties_kept_back(loaded, catalog))
    for row in loaded.records:
        record = row.record
        if (row.kind, record.id) not in public:
            found |= {(row.kind, known) for known in (record.id, *record.former_ids)}
        if isinstance(record, Home):
            found |= {(UNITS, unit.id) for unit in record.units} - public
    return found


def _ties_kept_back(loaded: Loaded, catalog: Catalog) -> Iterator[Name]:
    """Each tie that is written but not public, as ``jp-kaga/alpha``, by all ids of its city and of its home."""
    former = {row.record.id: row.record.former_ids for row in loaded.of(HOMES)}
    public = {tie.key for tie in ties_of(catalog.cities.values())}
    for tie in ties_of(row.record for row in loaded.of(CITIES)):
        if tie.key not in public:
            for city in (tie.city.id, *tie.city.former_ids):
                yield from (
                    (TIES, f"{city}/{owner}") for owner in (tie.owner, *former.get(tie.owner, ()))
                )
