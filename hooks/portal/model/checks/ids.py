"""Ids must be unique, former ones too, and say where the record belongs."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.checks.dangling import homes_of_prefix
from portal.model.records.kinds import CITIES, COUNTRIES, HOMES, KINDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from portal.data.problem import Place
    from portal.model.reading.load import Loaded, Row
    from portal.model.records.city import City
    from portal.model.records.home import Home

Known = dict[str, "Callable[[], Place]"]
"""The ids found so far, each with a function that returns the location of the first."""


def id_problems(loaded: Loaded) -> Iterator[Problem]:
    """Former ids that another record has, ids of units that another unit has, ids with the wrong prefix."""
    for kind in KINDS.with_records:
        known: Known = {}
        for row in loaded.of(kind):
            known.setdefault(row.record.id, partial(row.place, ("id",)))
        for row in loaded.of(kind):
            for index, former in enumerate(row.record.former_ids):
                yield from _repeated(former, partial(row.place, ("former_ids", index)), known)
    yield from _units(loaded.of(HOMES))
    countries = {row.record.id for row in loaded.of(COUNTRIES)}
    for city in loaded.of(CITIES):
        prefix = f"{city.record.country.lower()}-"
        if city.record.country in countries and not city.record.id.startswith(prefix):
            yield _other_country(city, prefix, countries)


def _other_country(city: Row[City], prefix: str, countries: set[str]) -> Problem:
    """An id that begins with no country is named anew; one that begins with another may be right."""
    record_id, country = city.record.id, city.record.country
    found = {
        "found": record_id,
        "prefix": prefix,
        "cure": prefix + record_id.removeprefix(prefix[:-1]),
    }
    begins, hyphen, _ = record_id.partition("-")
    if hyphen and begins.upper() in countries:
        found |= {"other": country, "cure": begins.upper()}
        return Problem(city.place(("id",)), "id-of-other-country", found)
    return Problem(city.place(("id",)), "id-without-country", found)


def _repeated(record_id: str, place: Callable[[], Place], first: Known) -> Iterator[Problem]:
    """Locations are looked up only for a problem, because finding one means parsing the file again."""
    if record_id in first:
        found = {"found": record_id, "first": str(first[record_id]())}
        yield Problem(place(), "repeated-id", found)
    else:
        first[record_id] = place


def _units(rows: Sequence[Row[Home]]) -> Iterator[Problem]:
    """Units whose id does not begin with that of their home; if the home's has changed, that is the cause."""
    first: Known = {}
    homes = {row.record.id for row in rows}
    units = [(row, n, unit.id) for row in rows for n, unit in enumerate(row.record.units)]
    units.sort(key=lambda found: not _is_unit_of(found[0], found[2]))  # those of their homes first
    for row, index, unit_id in units:
        place = partial(row.place, ("units", index, "id"))
        if unit_id in first:
            yield from _repeated(unit_id, place, first)
            continue
        first[unit_id] = place
        if not _is_unit_of(row, unit_id):
            found = {"found": unit_id, "prefix": f"{row.record.id}-"}
            yield Problem(place(), "id-prefix", found, tuple(homes_of_prefix(unit_id, homes)))


def _is_unit_of(row: Row[Home], unit_id: str) -> bool:
    return unit_id.startswith(f"{row.record.id}-")
