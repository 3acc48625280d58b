"""Counts everything that the page of statistics tells once more, from the files that readers may download.

It knows nothing of the generator: only the tables of the open data, and what their dictionary says of the columns.
"""

from __future__ import annotations

import csv
import json
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path
from typing import Any

Line = dict[str, str]
Counts = Counter[tuple[str, str]]
"""By row and column."""

HEADLINE = ("sister", "friendship", "partner")
FAMILIES = {
    "signing": "signings",
    "visit-received": "visits", "visit-made": "visits", "meeting": "visits",
    "conference": "conferences", "course": "conferences",
}  # fmt: skip


def lines(file: Path) -> list[Line]:
    """The rows of a CSV file."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def recount(data: Path, day: str) -> dict[str, Counts]:
    """Every statistic by its name, as of a day: the numbers that are not 0."""
    tables = {
        name: lines(data / f"{name}.csv")
        for name in (
            "homes", "cities", "countries", "units", "partnerships", "exchanges", "memberships",
            "organizations",
        )
    }  # fmt: skip
    homes = [row["id"] for row in tables["homes"] if row["publishes"] == "true"]
    ties = [row for row in tables["partnerships"] if row["home"] in homes]
    found = {
        **_ties(ties, tables),
        **_exchanges(tables["exchanges"], homes),
        **_memberships(tables, homes, day),
        "agreements-by-language": _languages(ties),
        "shared-partners": _shared_partners(ties),
        "shared-organizations": _shared_organizations(tables["memberships"], homes, day),
    }
    return {name: +counts for name, counts in found.items()}


def _ties(ties: list[Line], tables: dict[str, list[Line]]) -> dict[str, Counts]:
    cities = {row["id"]: row for row in tables["cities"]}
    continents = {row["id"]: row["continent"] for row in tables["countries"]}
    levels = {row["id"]: row["level"] for row in tables["units"]}
    found: dict[str, Counts] = defaultdict(Counter)
    partners: dict[str, set[str]] = defaultdict(set)
    for tie in ties:
        home, city = tie["home"], cities[tie["city"]]
        if tie["unit"]:
            if tie["status"] != "proposed":
                found["ties-by-government"][home, "of-units"] += 1
                found["ties-by-unit-level"][levels[tie["unit"]], home] += 1
            continue
        verified = "verified" if tie["verified"] else "unverified"
        found["ties-by-status"][tie["status"], verified] += 1
        for row, name in ((home, "ties-by-government"), (tie["kind"], "ties-by-kind")):
            found[name][row, "proposed"] += tie["status"] == "proposed"
        if tie["headline"] == "true":
            partners[tie["city"]].add(home)
            found["ties-by-government"][home, tie["kind"]] += 1
            found["ties-by-government"][home, "counted"] += 1
            found["ties-by-kind"][tie["kind"], "counted"] += 1
            found["ties-by-level"][city["level"], home] += 1
            found["ties-by-country"][city["country"], home] += 1
            found["ties-by-continent"][continents[city["country"]], home] += 1
            if tie["since"]:
                found["ties-by-decade"][f"{tie['since'][:3]}0", home] += 1
        elif tie["status"] != "proposed":
            found["ties-by-kind"][tie["kind"], "uncounted"] += 1
            column = "uncounted" if tie["kind"] in HEADLINE else "topical"
            found["ties-by-government"][home, column] += 1
    found["partners-by-governments"] = Counter(
        (str(len(governments)), "places") for governments in partners.values()
    )
    return found


def _exchanges(exchanges: Iterable[Line], homes: list[str]) -> dict[str, Counts]:
    found: dict[str, Counts] = defaultdict(Counter)
    held = [one for one in exchanges if one["status"] == "held" and one["type"] != "count"]
    for one in _whole(held):
        found["exchanges-by-year"][one["start"][:4], _family(one)] += 1
        found["exchanges-by-type"][one["type"], "held"] += 1
    found["visitors-received"] = _visitors(held, homes)
    for unit in {unit for one in held for unit in one["units"].split("|")} - {""}:
        ours = _whole([one for one in held if unit in one["units"].split("|")])
        found["exchanges-by-unit"][unit, "held"] = len(ours)
    for home in homes:
        for one in _whole([one for one in held if home in one["homes"].split("|")]):
            found["exchanges-by-government"][home, _family(one)] += 1
            if one["type"] == "visit-received":
                found["visits-received"][one["start"][:4], home] += 1
    return found


def _visitors(held: list[Line], homes: list[str]) -> Counts:
    """People who came, and the visits of which nobody says how many; ``inexact`` is told by ``inexact_visitors``."""
    found: Counts = Counter()
    known = [one for one in held if _came(one)]
    told = {one["id"] for one in known} | {one["part_of"] for one in known}
    without = set()
    for home in homes:
        for one in _whole([one for one in known if home in one["homes"].split("|")]):
            found[one["start"][:4], home] += sum(part["number"] for part in _came(one))
        visits = _whole([one for one in held if home in one["homes"].split("|")])
        without |= {
            (one["start"][:4], one["id"])
            for one in visits
            if one["type"] == "visit-received" and one["id"] not in told
        }
    found.update((year, "without-number") for year, _ in without)
    return found


def inexact_visitors(data: Path) -> set[tuple[str, str]]:
    """Years and governments among whose visitors are some that a source numbers roughly."""
    publish = [row["id"] for row in lines(data / "homes.csv") if row["publishes"] == "true"]
    held = [
        one
        for one in lines(data / "exchanges.csv")
        if one["status"] == "held" and one["type"] != "count" and _came(one)
    ]
    return {
        (one["start"][:4], home)
        for home in publish
        for one in _whole([one for one in held if home in one["homes"].split("|")])
        if any(part["precision"] != "exact" for part in _came(one))
    }


def _came(exchange: Line) -> list[dict[str, Any]]:
    """Numbers of those who came; those of one party are left out where there is one of all."""
    parts = json.loads(exchange["participants"] or "[]")
    came = [part for part in parts if part["direction"] == "received"]
    of_all = {part["who"] for part in came if not part.get("party")}
    return [part for part in came if not part.get("party") or part["who"] not in of_all]


def _whole(exchanges: list[Line]) -> list[Line]:
    """Without what took place within another of them."""
    ids = {one["id"] for one in exchanges}
    return [one for one in exchanges if one["part_of"] not in ids]


def _family(exchange: Line) -> str:
    return FAMILIES.get(exchange["type"], "activities")


def _memberships(tables: dict[str, list[Line]], homes: list[str], day: str) -> dict[str, Counts]:
    kinds = {row["id"]: row["kind"] for row in tables["organizations"]}
    found: dict[str, Counts] = defaultdict(Counter)
    for seat in tables["memberships"]:
        if seat["home"] in homes and _is_held(seat, day):
            found["memberships-by-government"][seat["home"], seat["membership_class"]] += 1
            kind = kinds[seat["organization"]]
            found["memberships-by-organization"][kind, seat["home"]] += 1
    return found


def _languages(ties: Iterable[Line]) -> Counts:
    found: Counts = Counter()
    for tie in ties:
        for agreement in json.loads(tie["agreements"] or "[]"):
            tags = {tag.split("-")[0] for tag in agreement.get("as_signed", {})}
            found.update((language, "agreements") for language in tags)
    return found


def _is_held(seat: Line, day: str) -> bool:
    until = seat["until"]
    return not until or until >= day[: len(until)]


def _shared_partners(ties: Iterable[Line]) -> Counts:
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for tie in ties:
        found[tie["city"]][tie["home"]] += tie["status"] != "proposed"
    shared = {city: +counts for city, counts in found.items()}
    return Counter(
        {
            (city, home): number
            for city, counts in shared.items()
            for home, number in counts.items()
            if len(counts) > 1
        }
    )


def _shared_organizations(seats: list[Line], homes: list[str], day: str) -> Counts:
    held = [seat for seat in seats if _is_held(seat, day)]
    return Counter(
        (city["city"], home["home"])
        for home in held
        for city in held
        if home["home"] in homes and city["city"] and city["organization"] == home["organization"]
    )
