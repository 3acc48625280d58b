"""The reasons beside a stated number of ties must be about ties that the number can be compared with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import CITIES, HOMES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.home import CountReason, Home
    from portal.model.values.walk import Loc


def count_reason_problems(loaded: Loaded) -> Iterator[Problem]:
    """Reasons about no tie or two things, numbers of ties that are not included, cities without a tie, repeats."""
    cities = [row.record for row in loaded.of(CITIES)]
    known = {city.id for city in cities}
    for home in loaded.of(HOMES):
        if not any(stated.reasons for stated in home.record.stated_counts):
            continue
        tied = {c.id for c in cities if any(_is_own(t, home.record.id) for t in c.partnerships)}
        for index, stated in enumerate(home.record.stated_counts):
            told: set[str] = set()
            for n, reason in enumerate(stated.reasons):
                loc: Loc = ("stated_counts", index, "reasons", n)
                yield from _subject(home, loc, reason)
                yield from _cities(home, loc, reason, known - tied, told)


def _is_own(tie: object, home: str) -> bool:
    return getattr(tie, "home", "") == home and getattr(tie, "unit", None) is None


def _subject(home: Row[Home], loc: Loc, reason: CountReason) -> Iterator[Problem]:
    if bool(reason.cities) == (reason.number is not None):
        yield Problem(home.place(loc), "reason-of-ties")
    elif reason.number is not None and reason.counted != "included":
        yield Problem(home.place((*loc, "counted")), "reason-uncounted", {"found": reason.counted})


def _cities(
    home: Row[Home], loc: Loc, reason: CountReason, strangers: Collection[str], told: set[str]
) -> Iterator[Problem]:
    for position, city in enumerate(reason.cities):
        place = home.place((*loc, "cities", position))
        found = {"found": city, "home": home.record.id}
        if city in strangers:
            yield Problem(place, "reason-without-tie", found)
        elif city in told:
            yield Problem(place, "reason-twice", found)
        told.add(city)
