"""Every id that a record refers to must exist."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from portal.data.likeness import nearest_id
from portal.data.problem import Problem
from portal.model.reading.known_names import KnownNames
from portal.model.records.kind import UNITS
from portal.model.records.kinds import HOMES, KINDS
from portal.model.values.reference import references

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from portal.model.reading.load import Loaded


def known_ids(loaded: Loaded) -> dict[str, set[str]]:
    """The ids of each kind, including those of units and of refused records."""
    known = {
        kind.name: {row.record.id for row in loaded.rows[kind.name]}
        for kind in KINDS
        if kind.has_ids
    }
    known[UNITS] = {unit.id for row in loaded.of(HOMES) for unit in row.record.units}
    for kind, ids in loaded.gaps.ids.items():
        known.setdefault(kind, set()).update(ids)
    return known


def reference_problems(loaded: Loaded) -> Iterator[Problem]:
    """Ids that no record has, with the nearest existing one.

    If a kind could not be read, any id of that kind may exist.
    """
    known, renamed = known_ids(loaded), _renamed(loaded)
    names, known_names = _Names(loaded), KnownNames(loaded.rows)

    @cache  # where a file was cut off, thousands of records name what is gone
    def near(record_id: str, kinds: tuple[str, ...]) -> str:
        return nearest_id(record_id, set().union(*(known.get(kind, ()) for kind in kinds)))

    for kind in KINDS:
        for row in loaded.of(kind):
            for loc, kinds, record_id in references(row.record):
                if not any(k in loaded.gaps.kinds or record_id in known.get(k, ()) for k in kinds):
                    found = {"found": record_id, "kinds": " / ".join(kinds)}
                    now = next(
                        (renamed[k, record_id] for k in kinds if (k, record_id) in renamed), ""
                    )
                    name = "" if now else known_names.meant(record_id, kinds)
                    found["cure"], found["nearest"] = name, now or near(record_id, kinds)
                    code = "unknown-id-near" if found["nearest"] else "unknown-id"
                    code = "name-for-id" if name else code
                    yield Problem(row.place(loc), code, found, names.of(record_id, kinds))


class _Names:
    """The names of what is missing where an id is."""

    def __init__(self, loaded: Loaded) -> None:
        rows = loaded.of(HOMES)
        self._homes = {row.record.id for row in rows} | loaded.gaps.ids.get(HOMES.name, set())
        self._without_units = [row.record.id for row in rows if not row.record.units]

    def of(self, record_id: str, kinds: Sequence[str]) -> tuple[str, ...]:
        """A record or, of a unit, also its home, or all units that its home has."""
        names = [f"{kind}/{record_id}" for kind in kinds]
        if UNITS in kinds:
            names += homes_of_prefix(record_id, self._homes)
            homes = (home for home in self._without_units if record_id.startswith(f"{home}-"))
            names += (f"{HOMES.name}/{home}#{UNITS}" for home in homes)
        return tuple(names)


def homes_of_prefix(unit_id: str, homes: Collection[str]) -> list[str]:
    """The names of homes that a unit can be of, by its id, if none of those that exist is."""
    words = unit_id.split("-")
    found = ["-".join(words[:count]) for count in range(1, len(words))]
    return (
        [] if any(home in homes for home in found) else [f"{HOMES.name}/{home}" for home in found]
    )


def _renamed(loaded: Loaded) -> dict[tuple[str, str], str]:
    """The present id of a record, by its kind and a former id."""
    return {
        (row.kind, former): row.record.id
        for row in loaded.records
        for former in row.record.former_ids
    }
