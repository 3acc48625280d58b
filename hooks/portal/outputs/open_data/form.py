"""The formats of a table: CSV, JSON and GeoJSON, one line per row.

Each row is encoded once for all formats and written at once: the texts of thousands of press releases are too long
to keep several copies. What is put together are bytes, which takes half as long as text that is encoded at the end.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from json.encoder import encode_basestring
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from portal.outputs.open_data.cell import cell, compact

if TYPE_CHECKING:
    from collections.abc import Callable

    from portal.outputs.open_data.items import Item
    from portal.outputs.open_data.table import Table

BOM = b"\xef\xbb\xbf"
"""Without it, Excel reads UTF-8 as a character set of its own."""


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row to write."""

    item: Item
    known: list[tuple[int, Any, bytes]]
    """Place of a column, value, and the same as JSON. Of most columns a row knows nothing."""


@dataclass(frozen=True, slots=True)
class Form:
    """How a file is put together."""

    head: bytes
    line: Callable[[TableRow], bytes]
    between: bytes = b",\n"
    foot: bytes = b"\n]\n"
    end: Callable[[], bytes] | None = None
    """Makes the whole file once all rows are known, for a format that is not written line by line."""


def encode(value: Any) -> bytes:
    """A value as JSON on one line."""
    if value is None:
        return b"null"
    if isinstance(value, str):
        return encode_basestring(value).encode()
    return compact(value).encode() if value else str(value).lower().encode()


def csv_form(table: Table) -> Form:
    """RFC 4180, in UTF-8 with a byte order mark."""
    writer = csv.writer(SimpleNamespace(write=str.encode), lineterminator="\r\n")
    blank = [""] * len(table.columns)

    def line(row: TableRow) -> bytes:
        cells = blank.copy()
        for place, value, _ in row.known:
            cells[place] = cell(value)
        written: bytes = writer.writerow(cells)
        return written

    head: bytes = writer.writerow([column.name for column in table.columns])
    return Form(BOM + head, line, between=b"", foot=b"")


def json_form(table: Table) -> Form:
    """A list of objects, each with all keys."""
    heads = key_heads(table)
    blank = [h + c.nothing.encode() for h, c in zip(heads, table.columns, strict=True)]

    def line(row: TableRow) -> bytes:
        return b"%b}" % b"".join(_said(row, heads, blank))

    return Form(b"[\n", line)


def geojson_form(table: Table) -> Form:
    """A feature for each row (RFC 7946); one without a known location has no geometry (3.2)."""
    names = [column.name for column in table.columns]
    axes = names.index("longitude"), names.index("latitude")  # in this order (3.1.1)
    heads = [b"" if place in axes else head for place, head in enumerate(key_heads(table))]
    blank = [h and h + c.nothing.encode() for h, c in zip(heads, table.columns, strict=True)]

    def line(row: TableRow) -> bytes:
        point = {place: encoded for place, _, encoded in row.known if place in axes}
        inside = TableRow(row.item, [known for known in row.known if known[0] not in axes])
        geometry = b"null"
        if point:
            geometry = b'{"type":"Point","coordinates":[%b,%b]}' % (point[axes[0]], point[axes[1]])
        said = b"".join(_said(inside, heads, blank))
        identity = encode(row.item.id)
        return b'{"type":"Feature","id":%b,"geometry":%b,"properties":%b}}' % (
            identity, geometry, said,
        )  # fmt: skip

    return Form(b'{"type":"FeatureCollection","features":[\n', line, foot=b"\n]}\n")


def _said(row: TableRow, heads: list[bytes], blank: list[bytes]) -> list[bytes]:
    said = blank.copy()
    for place, _, encoded in row.known:
        said[place] = heads[place] + encoded
    return said


def key_heads(table: Table) -> list[bytes]:
    """What stands before each value of an object."""
    names = [column.name for column in table.columns]
    return [f'{"," if place else "{"}"{name}":'.encode() for place, name in enumerate(names)]
