"""Offices belong to governments: what names an office must be about the government that the office belongs to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.checks.dangling import known_ids
from portal.model.records.exchange import Exchange
from portal.model.records.home import Home
from portal.model.records.kinds import CITIES, HOMES
from portal.model.records.plan import Plan
from portal.model.records.press_release import PressRelease
from portal.model.records.trip_report import TripReport

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.city import City
    from portal.model.records.partnership import Partnership
    from portal.model.records.record import Record
    from portal.model.values.walk import Loc

    Named = tuple[Loc, str]
    """The path to an id, and the id of a home or unit."""


def owner_problems(loaded: Loaded) -> Iterator[Problem]:
    """Offices of another government than the one that a record or a tie is of, and agreements that it did not sign.

    Where several of them fit each other but not the government, that one is told, once.
    """
    home_of = {row.record.id: row.record.id for row in loaded.of(HOMES)}
    home_of |= {unit.id: row.record.id for row in loaded.of(HOMES) for unit in row.record.units}
    for row in loaded.records:
        record = row.record
        place, owners = _owners(record, home_of)
        if owners and owners <= home_of.keys():  # one that is unknown is a problem of its own
            yield from _foreign(row, place, owners, _offices(record, place), home_of)
    known = {party for ids in known_ids(loaded).values() for party in ids}
    for city in loaded.of(CITIES):
        for index, tie in enumerate(city.record.partnerships):
            yield from _tie(city, ("partnerships", index), tie, home_of, known)


def _owners(record: Record, home_of: dict[str, str]) -> tuple[Loc, set[str]]:
    """The homes that a record is of, and the path to the field that says so; none if any office may be named."""
    field, owners = "", set[str]()
    match record:
        case TripReport() | Plan():
            field, owners = "home", {record.home}
        case Home():
            field, owners = "id", {record.id}
        case PressRelease(issuer=str(issuer)):
            if issuer in home_of:
                field, owners = "issuer", {*record.homes, home_of[issuer]}
        case PressRelease():
            field, owners = "homes", set(record.homes)
        case Exchange() if record.homes:
            field, owners = "homes", set(record.homes)
        case Exchange():
            field, owners = "units", {home_of[unit] for unit in record.units if unit in home_of}
    return (field,), owners


def _offices(record: Record, place: Loc) -> list[Named]:
    """The homes and units that must belong to them."""
    found: list[Named] = []
    match record:
        case TripReport(unit=str(unit)):
            found = [(("unit",), unit)]
        case Home(contact_unit=str(unit)):
            found = [(("contact_unit",), unit)]
        case PressRelease(contact=contact) if contact:
            found = [(("contact", "office"), contact.office)]
        case Plan() | Exchange() if place != ("units",):
            found = [(("units", n), unit) for n, unit in enumerate(record.units)]
    if isinstance(record, Plan):
        found += [
            (("indicators", index, "counts", "units", n), unit)
            for index, indicator in enumerate(record.indicators)
            for n, unit in enumerate(indicator.counts.units if indicator.counts else ())
        ]
    return [*found, (("maintainer",), record.maintainer)] if record.maintainer else found


def _foreign(
    row: Row[Record],
    place: Loc,
    owners: set[str],
    offices: Sequence[Named],
    home_of: dict[str, str],
) -> Iterator[Problem]:
    known = [(loc, office) for loc, office in offices if office in home_of]
    foreign = [(loc, office) for loc, office in known if home_of[office] not in owners]
    names = " / ".join(sorted(owners))
    others = {home_of[office] for _, office in foreign}
    if len(foreign) == len(known) > 1 and len(others) == 1:
        found = {"field": str(place[0]), "found": names, "sum": str(len(foreign))}
        yield Problem(row.place(place), "owner-differs", found | {"cure": others.pop()})
        return
    for loc, office in foreign:
        found = {"found": office, "cure": home_of[office], "home": names, "field": str(place[0])}
        yield Problem(row.place(loc), "foreign-office", found)


def _tie(
    row: Row[City], loc: Loc, tie: Partnership, home_of: dict[str, str], known: set[str]
) -> Iterator[Problem]:
    home = tie.home
    if home not in home_of:
        return
    offices = [((*loc, "adopting_units", n), unit) for n, unit in enumerate(tie.adopting_units)]
    if tie.unit:
        offices.insert(0, ((*loc, "unit"), tie.unit))
    foreign = [(place, unit) for place, unit in offices if home_of.get(unit, home) != home]
    unsigned: list[Loc] = []
    for index, agreement in enumerate(tie.agreements):
        place: Loc = (*loc, "agreements", index, "parties")
        if not known.issuperset(agreement.parties):
            continue
        if row.record.id not in agreement.parties:
            yield Problem(row.place(place), "city-not-party", {"found": row.record.id})
        elif not any(home_of.get(party) == home for party in agreement.parties):
            unsigned.append(place)
    count = len(foreign) + len(unsigned)
    if count > 1 and count == len(offices) + len(tie.agreements):
        found = {"found": home, "sum": str(count)}
        yield Problem(row.place((*loc, "home")), "tie-of-other-home", found)
        return
    for place, unit in foreign:
        found = {"found": unit, "home": home, "cure": home_of[unit], "field": "home"}
        code = "foreign-unit" if place[-1] == "unit" else "foreign-office"
        yield Problem(row.place(place), code, found)
    for place in unsigned:
        yield Problem(row.place(place), "home-not-party", {"found": tie.unit or home, "home": home})
