"""Every table with its files; those of unchanged tables are not made again."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property, partial
from io import BytesIO
from typing import TYPE_CHECKING

from portal.data.store import digest, keep, recall
from portal.garbage import collection_paused
from portal.model.values.locale import LOCALES
from portal.outputs.open_data.cell import cell
from portal.outputs.open_data.fingerprints import write
from portal.outputs.open_data.form import TableRow, encode
from portal.outputs.open_data.formats import formats_of
from portal.outputs.open_data.named import NamedPages
from portal.outputs.open_data.tables import tables
from portal.outputs.open_data.workbook import labels_of
from portal.site_file import Known

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.model.catalog.catalog import Catalog
    from portal.outputs.open_data.column import Column
    from portal.outputs.open_data.items import Item
    from portal.outputs.open_data.record_names import RecordNames
    from portal.outputs.open_data.table import Table, Values


SPOKEN = ("unit.of_home", "open-data.true", "open-data.false")
"""The labels that tables say besides those of their codes."""


@dataclass(frozen=True, slots=True)
class File:
    """A file of the open data."""

    path: str
    """Below the root of the site."""
    size: int
    """In bytes."""
    sha256: str
    content: Known

    @property
    def ending(self) -> str:
        """``ods``, ``csv``, ``json``, ``jsonld``, ``geojson``."""
        return self.path.rpartition(".")[2]


@dataclass(frozen=True, slots=True)
class Export:
    """A table as it is published."""

    table: Table
    rows: int
    files: tuple[File, ...]
    fingerprints: str
    """The fingerprints of its rows, to find what changed since the last publication; empty if not needed."""

    def file(self, ending: str) -> File:
        """Its file with that ending; raises StopIteration if it has none."""
        return next(file for file in self.files if file.ending == ending)


def exports(
    catalog: Catalog, site: str, kept: Path | None = None, *, compares: bool = True
) -> list[Export]:
    """Every table of the public records; ``site`` is the absolute address of the root, or ``/`` if unknown.

    The folder ``kept`` has what the last build knew about the files of each table and their inputs.
    """
    with collection_paused():
        named = NamedPages(catalog)
        return [_export(_Writer(table, catalog, named, site), kept, compares) for table in tables()]


def table_fingerprints(catalog: Catalog) -> dict[str, str]:
    """The fingerprints of every table's rows, by the name of the table, without making its files."""
    with collection_paused():
        named = NamedPages(catalog)
        return {t.name: _Writer(t, catalog, named, "/").fingerprints() for t in tables()}


def _export(writer: _Writer, kept: Path | None, compares: bool) -> Export:
    table = writer.table
    key = (writer.key(), compares)
    known = recall(kept / table.name) if kept else None
    if not known or known[0] != key:
        known = (key, *writer.summary(compares=compares))
        if kept:
            keep(kept / table.name, known)
    _, rows, summaries, fingerprints = known
    files = [
        File(
            table.file(form.ending),
            size,
            sha256,
            Known(name, partial(writer.file, form.ending)),
        )
        for form, (size, sha256, name) in zip(formats_of(table), summaries, strict=True)
    ]
    return Export(table, rows, tuple(files), fingerprints)


class _Writer:
    """Makes the files of one table on demand."""

    def __init__(self, table: Table, catalog: Catalog, named: NamedPages, site: str) -> None:
        self.table = table
        self._catalog, self._named, self._site = catalog, named, site

    def key(self) -> bytes:
        """A digest of everything the files show: the records, and which others they may refer to, and how."""
        digests, kinds = self._catalog.digests, (self.table.kind, *self.table.made_from)
        records = [digests[kind, id_] for kind in kinds for id_ in self._catalog.shelves[kind]]
        names, codes = self._named.shown(self.table.kinds), self.table.codes
        labels = [
            self._named.names.word(c, lo.code)
            for c in (*codes, *SPOKEN, *labels_of(self.table))
            for lo in LOCALES
        ]
        others = "\n".join([self._site, *names, *labels, *self._listed()])
        return digest(b"\0".join([others.encode(), *records]))

    def _listed(self) -> Iterator[str]:
        """The countries that have a page, as they have cities."""
        if self.table.name == "countries":
            yield from sorted({city.country for city in self._catalog.cities.values()})

    def summary(self, *, compares: bool) -> tuple[int, list[tuple[int, str, bytes]], str]:
        """The number of rows; size, SHA-256 and name of each file; the fingerprints, if they are asked for."""
        made = list(self.files.values())
        sums = [(len(f), hashlib.sha256(f).hexdigest(), digest(f)) for f in made]
        count = sum(1 for _ in self.table.items(self._catalog))
        return count, sums, self.fingerprints() if compares else ""

    def fingerprints(self) -> str:
        """Of the rows, to find what changed."""
        own = {p: n for n, p in enumerate(p for p, c in self._placed if not c.repeats)}
        header = [column.name for place, column in self._placed if place in own]
        rows = []
        for _, known in self._rows(None):
            cells = [""] * len(header)
            for place, value in known:
                if place in own:
                    cells[own[place]] = cell(value)
            rows.append(cells)
        return write(header, rows)

    @property
    def _placed(self) -> Iterator[tuple[int, Column]]:
        return enumerate(self.table.columns)

    def file(self, ending: str) -> bytes:
        """The content of the file with that ending."""
        return self.files[ending]

    @cached_property
    def files(self) -> dict[str, bytes]:
        """The content of each file, by its ending."""
        formats = formats_of(self.table)
        forms = [form.form(self.table, self._named, self._site) for form in formats]
        files = [BytesIO() for _ in forms]
        for form, file in zip(forms, files, strict=True):
            file.write(form.head)
        is_first = True
        for item, known in self._rows(self._named.names):
            row = TableRow(item, [(place, value, encode(value)) for place, value in known])
            for form, file in zip(forms, files, strict=True):
                file.write(form.line(row) if is_first else form.between + form.line(row))
            is_first = False
        for form, file in zip(forms, files, strict=True):
            file.write(form.end() if form.end else form.foot)
        contents = (file.getvalue() for file in files)
        return dict(zip((form.ending for form in formats), contents, strict=True))

    def _rows(self, names: RecordNames | None) -> Iterator[tuple[Item, Values]]:
        roots = {locale.code: f"{self._site}{locale.prefix}" for locale in LOCALES}
        both = (roots["zh"], roots["en"])
        for item in self.table.items(self._catalog):
            yield item, self.table.known(item, both, names)
