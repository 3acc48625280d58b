"""Every table with its files; those of tables in which nothing changed are kept from the last build."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from portal.data.store import digest, keep, recall
from portal.model.locale import LOCALES
from portal.pages.open_data.cell import cell
from portal.pages.open_data.fingerprints import write
from portal.pages.open_data.named import Named
from portal.pages.open_data.table import TABLES
from portal.publish.open_data.forms import csv_file, geojson_file, json_file
from portal.publish.open_data.linked import linked_file

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.model.catalog import Catalog
    from portal.pages.open_data.table import Table


@dataclass(frozen=True, slots=True)
class File:
    """A file of the open data."""

    path: str
    """Below the root of the site."""
    content: bytes
    sha256: str

    @property
    def size(self) -> int:
        """In bytes."""
        return len(self.content)

    @property
    def ending(self) -> str:
        """``csv``, ``json``, ``jsonld``, ``geojson``."""
        return self.path.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Export:
    """A table as it is published."""

    table: Table
    rows: int
    files: tuple[File, ...]
    fingerprints: str
    """Of its rows, to find what changed since they were last published."""


def exports(catalog: Catalog, site: str, kept: Path | None = None) -> list[Export]:
    """Every table of the public records; ``site`` is the absolute address of the root, ``/`` where nobody knows it.

    In the folder ``kept`` lie the files of the last build, each table's with the digest of what it was made from.
    """
    named = Named(catalog)
    return [_export(table, catalog, named, site, kept) for table in TABLES]


def _export(table: Table, catalog: Catalog, named: Named, site: str, kept: Path | None) -> Export:
    key = _key(table, catalog, named, site)
    known = recall(kept / table.name) if kept else None
    if not known or known[0] != key:
        known = (key, *_make(table, catalog, named, site))
        if kept:
            keep(kept / table.name, known)
    _, rows, files, fingerprints = known
    return Export(table, rows, tuple(File(*file) for file in files), fingerprints)


def _key(table: Table, catalog: Catalog, named: Named, site: str) -> bytes:
    """A digest of all that the files show: the records, and which others they may name, and how."""
    digests = catalog.digests
    records = [digests[table.kind, id_] for id_ in getattr(catalog, table.kind)]
    others = "\n".join([site, *named.addresses(table.kinds)])
    return digest(b"\0".join([others.encode(), *records, *_pages(table, catalog)]))


def _pages(table: Table, catalog: Catalog) -> Iterator[bytes]:
    """Of countries also which of them have a page."""
    if table.name == "countries":
        yield "".join(sorted({city.country for city in catalog.cities.values()})).encode()


def _make(
    table: Table, catalog: Catalog, named: Named, site: str
) -> tuple[int, list[tuple[str, bytes, str]], str]:
    """The number of rows, the files, and the fingerprints."""
    roots = {locale.code: f"{site}{locale.prefix}" for locale in LOCALES}
    both = (roots["zh"], roots["en"])
    rows = list(table.rows(catalog, named.id, both))
    linked = table.rows(catalog, named.iri(site), both)
    paths = (table.iri(item.id, item.path) for item in table.items(catalog))
    header = [column.name for column in table.columns]
    pick = itemgetter(*header)
    cells = [list(map(cell, pick(row))) for row in rows]
    made: dict[str, bytes] = {
        "csv": csv_file(header, cells),
        "json": json_file({name: row[name] for name in header} for row in rows),
        "jsonld": linked_file(table, linked, paths, site),
    }
    if table.has_points:
        made["geojson"] = geojson_file(rows)
    files = [(table.file(ending), made[ending], _sum(made[ending])) for ending in table.endings]
    return len(rows), files, write(header, cells)


def _sum(content: Any) -> str:
    return hashlib.sha256(content).hexdigest()
