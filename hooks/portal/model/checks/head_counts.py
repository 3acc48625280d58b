"""Numbers of people in an exchange must fit what else it says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import EXCHANGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.exchange import Exchange, Figure
    from portal.model.records.participants import Participants
    from portal.model.values.walk import Loc

_PEOPLE = frozenset(("人", "名", "位", "人次", "people", "person", "persons", "visitors"))
"""Units of figures that count people."""

_AGAINST = {"visit-received": "sent", "visit-made": "received"}
"""By type of exchange, the direction in which nobody can have gone."""


def head_count_problems(loaded: Loaded) -> Iterator[Problem]:
    """People among the other figures, counted twice, of somebody absent, against the type, or more than the whole."""
    for row in loaded.of(EXCHANGES):
        yield from _in_figures(row)
        yield from _in_participants(row)


def _in_figures(row: Row[Exchange]) -> Iterator[Problem]:
    for index, figure in enumerate(row.record.figures):
        if _counts_people(figure):
            found = {"found": str(figure.value)}
            yield Problem(row.place(("figures", index, "unit")), "people-in-figures", found)


def _counts_people(figure: Figure) -> bool:
    unit = figure.unit
    return unit is not None and not _PEOPLE.isdisjoint((unit["zh"], unit["en"].lower()))


def _in_participants(row: Row[Exchange]) -> Iterator[Problem]:
    exchange = row.record
    present = {*exchange.homes, *exchange.units, *exchange.organizations}
    present |= {part.city for part in exchange.cities}
    seen: set[tuple[str, str, str | None]] = set()
    for index, one in enumerate(exchange.participants):
        place: Loc = ("participants", index)
        key = (one.who, one.direction, one.party)
        if key in seen:
            yield Problem(row.place((*place, "who")), "people-twice", {"found": one.who})
        elif _AGAINST.get(exchange.type) == one.direction:
            found = {"found": str(one.direction), "other": str(exchange.type)}
            yield Problem(row.place((*place, "direction")), "people-against-type", found)
        elif one.party and one.party not in present:
            found = {"found": one.party}
            yield Problem(row.place((*place, "party")), "people-of-absent", found)
        elif one.party and (whole := _whole_of(exchange, one)) and _surely_above(one, whole):
            found = {"found": str(one.number), "limit": str(whole.number)}
            yield Problem(row.place((*place, "number")), "people-above-whole", found)
        seen.add(key)


def _whole_of(exchange: Exchange, part: Participants) -> Participants | None:
    """The same people of all parties together."""
    alike = (one for one in exchange.participants if one.party is None)
    return next(
        (one for one in alike if (one.who, one.direction) == (part.who, part.direction)), None
    )


def _surely_above(part: Participants, whole: Participants) -> bool:
    return part.number > whole.number and whole.precision in ("exact", "nearly")
