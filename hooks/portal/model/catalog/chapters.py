"""How much of what grows from year to year a record's page shows, and which records therefore have a chapter.

Everything else about a record is on its page, however long: compressed, a row of a table weighs 50 bytes. But what
names a record grows without end, 25 bytes with each exchange and 150 with each release. The page shows the newest of
them; the chapter, a page below it, shows all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.records.home import Home
from portal.model.records.kind import UNITS

if TYPE_CHECKING:
    from portal.model.catalog.history.entry import Entry
    from portal.model.catalog.relations import Relations
    from portal.model.records.record import Record

SHOWN = {"exchanges": 10, "press_releases": 5, "trip_reports": 5, "plans": 5}
"""How many of the newest records that name a record its page shows, by their kind: together some 2 KB, compressed."""

OF_UNIT = 3
"""How many of its newest exchanges are shown with each unit of a home."""


def has_chapter(relations: Relations, kind: str, record: Record) -> bool:
    """Whether there is more of a record's history, or more names it, than its page shows."""
    if len(history_of(relations, kind, record.id)) > SHOWN["exchanges"]:
        return True
    # The page of an exchange shows every other that is part of it or follows it, so these need no chapter.
    growing = ((by, most) for by, most in SHOWN.items() if by != kind)
    if any(len(relations.naming(kind, record.id, by)) > most for by, most in growing):
        return True
    units = record.units if isinstance(record, Home) else ()
    return any(len(history_of(relations, UNITS, unit.id)) > OF_UNIT for unit in units)


def history_of(relations: Relations, kind: str, record_id: str) -> list[Entry]:
    """What took place with a government, unit, place or organization, the newest first; nothing of other kinds."""
    return relations.histories.get(f"{kind}/{record_id}", [])
