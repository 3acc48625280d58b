"""Rows that would be in the open data if their records were public: nothing may tell of them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from portal.outputs.open_data.items import is_seen, seat_id, tie_id

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.reading.load import Loaded

KINDS = (
    "homes", "cities", "organizations", "exchanges", "press_releases", "trip_reports", "plans", "glossary", "sources",
)  # fmt: skip
"""Kinds whose records have a time to be public."""


def kept_back(loaded: Loaded, catalog: Catalog) -> dict[str, set[str]]:
    """The ids of such rows by table. A withdrawn release is none: its page tells of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for kind in KINDS:
        public = getattr(catalog, kind)
        for row in loaded.rows.get(kind, ()):
            shown = public.get(row.record.id)
            if shown is row.record or row.record.id in catalog.withdrawn:
                continue
            if shown is None:
                found[kind].add(row.record.id)
            inside = dict(_inside(kind, shown)) if shown else {}
            for id_, table in _inside(kind, row.record):
                if id_ not in inside:
                    found[table].add(id_)
    for organization in catalog.organizations.values():
        for seat in organization.memberships:
            if not is_seen(seat, catalog):
                found["memberships"].add(seat_id(organization.id, seat))
    return found


def _inside(kind: str, record: Any) -> Iterator[tuple[str, str]]:
    """The ids of the rows that a record holds, with their tables."""
    match kind:
        case "homes":
            yield from ((unit.id, "units") for unit in record.units)
        case "cities":
            yield from ((tie_id(record.id, tie), "partnerships") for tie in record.partnerships)
        case "organizations":
            yield from ((seat_id(record.id, s), "memberships") for s in record.memberships)
