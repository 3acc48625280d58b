"""A table as CSV, JSON and GeoJSON."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any

from portal.pages.open_data.cell import compact

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BOM = "\ufeff"
"""Without it, Excel reads UTF-8 as a character set of its own."""

_AXES = ("longitude", "latitude")
"""In GeoJSON's order (RFC 7946, 3.1.1)."""


def csv_file(header: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """RFC 4180, in UTF-8 with a byte order mark; the cells are text."""
    out = io.StringIO()
    out.write(BOM)
    writer = csv.writer(out)
    writer.writerow(header)
    writer.writerows(rows)
    return out.getvalue().encode()


def json_file(rows: Iterable[dict[str, Any]]) -> bytes:
    """A list of objects, one a line."""
    return _lines("[\n", map(compact, rows), "\n]\n")


def geojson_file(rows: Iterable[dict[str, Any]]) -> bytes:
    """A feature for each row (RFC 7946); one whose place is not known has no geometry (3.2)."""
    return _lines(
        '{"type":"FeatureCollection","features":[\n',
        (compact(_feature(row)) for row in rows),
        "\n]}\n",
    )


def _feature(row: dict[str, Any]) -> dict[str, Any]:
    point = [row[axis] for axis in _AXES]
    is_known = None not in point
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": {"type": "Point", "coordinates": point} if is_known else None,
        "properties": {name: value for name, value in row.items() if name not in _AXES},
    }


def _lines(head: str, lines: Iterable[str], foot: str) -> bytes:
    return "".join([head, ",\n".join(lines), foot]).encode()
