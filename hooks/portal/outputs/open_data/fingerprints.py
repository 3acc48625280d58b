"""Fingerprints of every row of a table as last published: a short number for each cell.

One line per row, below a line with the names of the columns. No value contains a comma, so nothing is quoted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

Fingerprints = dict[str, dict[str, str]]
"""By id of the row, by column."""

LEFT_OUT = ("url_zh", "url_en")
"""Columns that differ where the same data are published at another address."""


class NotAsWritten(Exception):
    """A file differs from what was written, as after a merge; ``args`` has the number of the first such line."""


def write(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """The fingerprints of rows of cells, of which the first is the id."""
    kept = [index for index, name in enumerate(header) if index and name not in LEFT_OUT]
    lines = [",".join(["id", *(header[index] for index in kept)])]
    lines += sorted(",".join([row[0], *(_number(row[index]) for index in kept)]) for row in rows)
    return "".join(f"{line}\n" for line in lines)


def _number(cell: str) -> str:
    """CRC-32 is enough: nobody forges a cell, and chance hides only one change in four billion."""
    return f"{crc32(cell.encode()):08x}" if cell else ""


def read(text: str) -> Fingerprints:
    """What ``write`` wrote; raises NotAsWritten."""
    header, *lines = split_lines(text, "id,")
    names = header[1:]
    return {line[0]: dict(zip(names, line[1:], strict=True)) for line in lines}


def split_lines(text: str, head: str) -> list[list[str]]:
    """The fields of every line; the first line begins with ``head``, and all have as many fields as that.

    Raises NotAsWritten.
    """
    lines = text.removesuffix("\n").split("\n")
    if not lines[0].startswith(head):
        raise NotAsWritten(1)
    commas = lines[0].count(",")
    for number, line in enumerate(lines, start=1):
        if line.count(",") != commas:
            raise NotAsWritten(number)
    return [line.split(",") for line in lines]
