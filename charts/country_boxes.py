"""Makes the table of boxes around countries that coordinates are compared with.

``python charts/country_boxes.py countries-10m.json`` reads that file of the npm package world-atlas 2.0.2, which is
Natural Earth's 1:10m Admin 0 (version 4.1, public domain), and writes
``hooks/portal/model/checks/country_boxes.csv``. The same file gives the same bytes.

A country has several boxes: one around a mainland alone would leave out Hawaii, one around everything would span the
world. Where borders are in dispute, a place may be recorded under either side, so both have a box for it.
"""

from __future__ import annotations

import csv
import hashlib
import json
import sys
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path
from typing import Any

from babel import Locale
from babel.core import get_global

TARGET = Path(__file__).resolve().parents[1] / "hooks/portal/model/checks/country_boxes.csv"
SHA_256 = "3bc6f1d367a9bcec479841bae0e76092f512838411d0cef124e92eec4db45f79"

MARGIN = 0.15
"""Degrees added on each side: piers, islets and the precision of the outline."""

WASTE = 12.0
"""Square degrees that two boxes may enclose in vain when they become one."""

MOST = 14
"""Boxes of a country."""

WITHOUT_CODE = {
    "Kosovo": ("XK", "RS"),
    "N. Cyprus": ("CY",),
    "Cyprus U.N. Buffer Zone": ("CY",),
    "Dhekelia": ("CY", "GB"),
    "Akrotiri": ("CY", "GB"),
    "Somaliland": ("SO",),
    "Baikonur": ("KZ",),
    "USNB Guantanamo Bay": ("CU", "US"),
    "Siachen Glacier": ("IN", "PK"),
    "Clipperton I.": ("FR",),
    "Coral Sea Is.": ("AU",),
}
"""What the file has without a code of ISO 3166-1."""

ALSO = {
    "AX": "FI", "FO": "DK", "GL": "DK", "HK": "CN", "MO": "CN", "NF": "AU", "HM": "AU", "PM": "FR", "BL": "FR",
    "MF": "FR", "PF": "FR", "NC": "FR", "WF": "FR", "TF": "FR", "AW": "NL", "CW": "NL", "SX": "NL", "CK": "NZ",
    "NU": "NZ", "GU": "US", "PR": "US", "VI": "US", "MP": "US", "AS": "US", "UM": "US", "GG": "GB", "JE": "GB",
    "IM": "GB", "GI": "GB", "BM": "GB", "KY": "GB", "VG": "GB", "TC": "GB", "MS": "GB", "AI": "GB", "FK": "GB",
    "SH": "GB", "IO": "GB", "PN": "GB", "GS": "GB", "EH": "MA", "PS": "IL",
}  # fmt: skip
"""Territories whose places may also be recorded under another country."""

INSIDE = {
    "GP": ("FR", (15.7, -61.9, 16.6, -60.9)), "MQ": ("FR", (14.3, -61.3, 15.0, -60.7)),
    "GF": ("FR", (2.0, -54.7, 5.9, -51.5)), "RE": ("FR", (-21.5, 55.1, -20.8, 55.9)),
    "YT": ("FR", (-13.1, 44.9, -12.5, 45.4)), "BQ": ("NL", (11.9, -68.5, 17.7, -62.9)),
    "SJ": ("NO", (70.7, -9.2, 81.0, 34.0)), "BV": ("NO", (-54.6, 3.2, -54.3, 3.5)),
    "CX": ("AU", (-10.7, 105.4, -10.3, 105.8)), "CC": ("AU", (-12.3, 96.7, -11.7, 97.0)),
    "TK": ("NZ", (-9.5, -172.6, -8.5, -171.1)),
}  # fmt: skip
"""Territories with a code of their own that the file draws as parts of a country, or leaves out: south, west, north,
east."""

DISPUTED = {
    "UA": [(44.3, 32.4, 46.3, 36.7)],  # Crimea
    "JP": [(43.3, 145.4, 45.6, 148.9), (24.2, 123.6, 25.0, 125.6)],  # the four islands in the north
    "TW": [
        (24.3, 118.1, 24.6, 118.6), (25.9, 119.8, 26.5, 120.6),  # Kinmen, Matsu
        (20.6, 116.6, 20.8, 117.0), (10.3, 114.3, 10.5, 114.5),  # Dongsha, Taiping
    ],
    "AR": [(-52.5, -61.5, -51.0, -57.6)],  # the islands in the South Atlantic
    "KR": [(37.1, 130.7, 37.6, 131.9)],
    "SY": [(32.6, 35.6, 33.4, 36.0)],  # the Golan
    "IN": [(32.2, 72.5, 37.1, 80.4)],  # Kashmir
    "PK": [(32.2, 72.5, 37.1, 80.4)],
    "SD": [(21.9, 33.0, 23.2, 37.0)], "EG": [(21.9, 33.0, 23.2, 37.0)],  # Halaib
    "MK": [(40.8, 20.4, 42.4, 23.1)],
}  # fmt: skip
"""Places that the file does not draw under that country, or not as ground of its own."""


@dataclass(frozen=True, order=True)
class Box:
    """Degrees."""

    south: float
    west: float
    north: float
    east: float

    @property
    def area(self) -> float:
        """Square degrees."""
        return (self.north - self.south) * (self.east - self.west)

    def with_(self, other: Box) -> Box:
        """The box around both."""
        return Box(
            min(self.south, other.south), min(self.west, other.west),
            max(self.north, other.north), max(self.east, other.east),
        )  # fmt: skip


def rings(topology: dict[str, Any], geometry: dict[str, Any]) -> list[Box]:
    """The box around each outer ring."""
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    found = []
    for polygon in polygons:
        points = []
        for arc in polygon[0]:
            x = y = 0
            for dx, dy in topology["arcs"][arc if arc >= 0 else ~arc]:
                x, y = x + dx, y + dy
                points.append((y * scale[1] + shift[1], x * scale[0] + shift[0]))
        lats, lons = zip(*points, strict=True)
        found.append(Box(min(lats), min(lons), max(lats), max(lons)))
    return found


def joined(boxes: list[Box]) -> list[Box]:
    """Fewer boxes that enclose the same, with little besides."""
    boxes = sorted(set(boxes))
    while len(boxes) > 1:
        waste, first, second = min(
            (a.with_(b).area - a.area - b.area, a, b) for a, b in combinations(boxes, 2)
        )
        if waste > WASTE and len(boxes) <= MOST:
            break
        boxes = sorted({b for b in boxes if b not in (first, second)} | {first.with_(second)})
    return boxes


def main(source: Path) -> None:
    """Write the table; raises SystemExit if the source is not the expected file."""
    raw = source.read_bytes()
    if hashlib.sha256(raw).hexdigest() != SHA_256:
        raise SystemExit(f"{source} is not countries-10m.json of world-atlas 2.0.2")
    topology = json.loads(raw)
    aliases = get_global("territory_aliases")
    known = set(Locale("en").territories)
    found: dict[str, list[Box]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        name, number = geometry["properties"]["name"], geometry.get("id")
        codes = WITHOUT_CODE.get(name, ()) if number is None else tuple(aliases[number][:1])
        for code in codes:
            assert code in known, code
            found.setdefault(code, []).extend(rings(topology, geometry))
    for code, (country, box) in INSIDE.items():
        found.setdefault(code, []).append(Box(*box))
        found[country].append(Box(*box))
    for code, country in ALSO.items():
        found[country] = found[country] + found[code]
    for code, boxes in DISPUTED.items():
        found[code] += [Box(*box) for box in boxes]
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("country", "south", "west", "north", "east"))
        for code in sorted(found):
            for box in joined(found[code]):
                edges = (
                    box.south - MARGIN,
                    box.west - MARGIN,
                    box.north + MARGIN,
                    box.east + MARGIN,
                )
                rows.writerow((code, *(f"{edge:.2f}" for edge in edges)))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
