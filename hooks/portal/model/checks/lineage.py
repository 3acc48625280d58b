"""What an exchange says of others, and of those who took part, must fit them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import EXCHANGES
from portal.model.values.time_order import surely_before

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.exchange import Exchange


def lineage_problems(loaded: Loaded) -> Iterator[Problem]:
    """A part of a part, or outside the days of the whole; what follows something later; a role of somebody absent."""
    rows = loaded.of(EXCHANGES)
    known = {row.record.id: row.record for row in rows}
    for row in rows:
        yield from _of_part(row, known)
        yield from _of_earlier(row, known)
        yield from _of_roles(row)


def _of_part(row: Row[Exchange], known: Mapping[str, Exchange]) -> Iterator[Problem]:
    part = row.record
    whole = known.get(part.part_of or "")
    if whole is None:
        return
    place = row.place(("part_of",))
    if part.part_of == part.id:
        yield Problem(place, "part-of-itself", {"found": part.id})
    elif whole.part_of and whole.part_of != whole.id:  # of which it is told
        yield Problem(place, "part-of-part", {"found": whole.id, "other": whole.part_of})
    elif surely_before(part.start, whole.start) or surely_before(
        whole.end or whole.start, part.start
    ):
        found = {"found": str(part.start), "other": whole.id, "limit": str(whole.start)}
        yield Problem(row.place(("start",)), "part-outside", found)


def _of_earlier(row: Row[Exchange], known: Mapping[str, Exchange]) -> Iterator[Problem]:
    for index, name in enumerate(row.record.follows):
        earlier = known.get(name)
        place = row.place(("follows", index))
        if name == row.record.id:
            yield Problem(place, "follows-itself", {"found": name})
        elif earlier and surely_before(row.record.end or row.record.start, earlier.start):
            found = {"found": name, "other": str(earlier.start), "limit": str(row.record.start)}
            yield Problem(place, "follows-later", found)


def _of_roles(row: Row[Exchange]) -> Iterator[Problem]:
    exchange = row.record
    present = {*exchange.homes, *exchange.units, *exchange.organizations}
    present |= {part.city for part in exchange.cities}
    for index, one in enumerate(exchange.roles):
        if one.party not in present:
            yield Problem(
                row.place(("roles", index, "party")), "role-of-absent", {"found": one.party}
            )
