"""Coordinates must lie in the country of their place.

``country_boxes.csv`` holds boxes around every country and its outlying parts. ``charts/country_boxes.py`` makes it from
Natural Earth (public domain).
"""

from __future__ import annotations

import csv
from collections import defaultdict
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import CITIES, HOMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from portal.model.reading.load import Loaded, Row
    from portal.model.records.city import City
    from portal.model.records.home import Home

    Box = tuple[Decimal, Decimal, Decimal, Decimal]
    Point = tuple[Decimal, Decimal]

BOXES = Path(__file__).with_name("country_boxes.csv")

HOME_COUNTRY = "TW"
"""Homes have no field for it: the portal is made for the governments of one country, as its languages and its time
zone are."""


def location_problems(loaded: Loaded) -> Iterator[Problem]:
    """Points at zero, exchanged or with a wrong sign, and points in another country."""
    for home in loaded.of(HOMES):
        yield from _point(home, HOME_COUNTRY)
    for city in loaded.of(CITIES):
        named = city.record.id.partition("-")[0].upper()
        country = city.record.country
        # If the id names another country, in which the point lies, the country is the slip: a problem of the id.
        yield from _point(city, country, also="" if named == country else named)


def _point(row: Row[City] | Row[Home], country: str, also: str = "") -> Iterator[Problem]:
    point = row.record.coordinates
    if point is None:
        return
    lat, lon = point.lat, point.lon
    found = {"found": f"{lat}, {lon}", "other": country}
    if not lat and not lon:
        yield Problem(row.place(("coordinates",)), "coordinates-zero", found)
    elif country in _boxes() and not lies_in(country, (lat, lon)) and not lies_in(also, (lat, lon)):
        exchanged = [(lon, lat), (-lon, lat), (lon, -lat), (-lon, -lat)]
        turned = [(-lat, lon), (lat, -lon), (-lat, -lon)]
        code = "coordinates-outside"
        for guess, points in (("coordinates-exchanged", exchanged), ("coordinates-sign", turned)):
            right = next((point for point in points if lies_in(country, point)), None)
            if right and code == "coordinates-outside":
                code = guess
                found["cure"] = f"{{lat: {right[0]}, lon: {right[1]}}}"
        yield Problem(row.place(("coordinates",)), code, found)


def lies_in(country: str, point: Point) -> bool:
    """Whether latitude and longitude lie in a box of a country, given by its code of ISO 3166-1."""
    lat, lon = point
    return any(s <= lat <= n and w <= lon <= e for s, w, n, e in _boxes().get(country, ()))


@cache
def _boxes() -> Mapping[str, list[Box]]:
    """South, west, north and east of each box, by country."""
    found = defaultdict(list)
    with BOXES.open(encoding="utf-8", newline="") as file:
        for country, *edges in list(csv.reader(file))[1:]:
            south, west, north, east = map(Decimal, edges)
            found[country].append((south, west, north, east))
    return dict(found)
