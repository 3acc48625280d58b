"""The open data: tables in several formats, catalogs that say what they are, and the pages that explain them."""

from __future__ import annotations

import hashlib
import json
from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from portal.edition import Output
from portal.outputs.open_data.changes import RECORDS, change_log, last_noted, snapshot_problems
from portal.outputs.open_data.data_package import PATH, data_package
from portal.outputs.open_data.dcat import CATALOG, PREFIXES, catalog_graph
from portal.outputs.open_data.export import exports
from portal.outputs.open_data.formats import formats_of
from portal.outputs.open_data.offer import Offer
from portal.outputs.open_data.open_data_pages import open_data_pages
from portal.outputs.open_data.rdf import json_ld, turtle
from portal.outputs.open_data.table import FILES
from portal.outputs.open_data.tables import tables
from portal.outputs.open_data.unnamed_rows import UnnamedRows
from portal.site_file import Files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.data.problem import Problem
    from portal.edition import Edition
    from portal.outputs.open_data.changes import Changes, Publication
    from portal.outputs.open_data.export import Export
    from portal.pages.page import PageSource

SUMS = f"{FILES}SHA256SUMS"
CHANGES = f"{FILES}changes.json"


class OpenData(Output):
    """Every table of the public records. Only changed tables are written again."""

    @cached_property
    def tables(self) -> dict[str, Export]:
        """Every table with its files, by name; empty if nothing is published."""
        basis = self.basis
        if basis.kept is None:
            return {}
        kept, compares = basis.kept_at("exports"), (basis.root / RECORDS).is_dir()
        made = exports(basis.catalog, basis.base, kept, compares=compares)
        return {export.table.name: export for export in made}

    @cached_property
    def log(self) -> list[Publication]:
        """What changed since the last snapshot, and before."""
        now = {name: export.fingerprints for name, export in self.tables.items()}
        hidden = UnnamedRows(self.basis.loaded, self.basis.catalog)
        return change_log(self.basis.root, now, hidden.has)

    def problems(self) -> Iterator[Problem]:
        """Files of a snapshot that differ from what the command wrote."""
        return snapshot_problems(self.basis.root)

    def pages(self) -> Iterator[PageSource]:
        """The overview, and the dictionary of each table; the files are made when a page needs them."""
        offers = tuple(Offer(table, partial(self._export, table.name)) for table in tables())
        return open_data_pages(offers, lambda: self.log)

    def downloads(self) -> Iterator[str]:
        """Every table in each of its formats, and the files that describe them."""
        yield from (PATH, *CATALOG.values(), CHANGES, SUMS)
        for table in tables():
            yield from (table.file(form.ending) for form in formats_of(table))

    def _export(self, name: str) -> Export | None:
        return self.tables.get(name)

    def files(self, edition: Edition) -> Files:
        """The tables and the files that describe them; none if there are problems."""
        if not edition.pages:
            return Files()
        catalog, site = edition.catalog, self.basis.base
        tables = list(self.tables.values())
        others = [one for output in edition.outputs for one in output.datasets(edition)]
        graph = catalog_graph(catalog, tables, site, others)
        files = [file for export in tables for file in export.files]
        described = {
            PATH: data_package(catalog, tables, site, others),
            CATALOG["jsonld"]: json_ld(graph, PREFIXES),
            CATALOG["ttl"]: turtle(graph, PREFIXES),
            CHANGES: _json(_log(self.log, last_noted(edition.root))),
        }
        sums = {file.path: file.sha256 for file in files}
        described_too = described | {
            path: made for one in others for path, made in one.files.items()
        }
        sums |= {path: hashlib.sha256(made).hexdigest() for path, made in described_too.items()}
        lines = (f"{sums[path]}  {path.removeprefix(FILES)}\n" for path in sorted(sums))
        made = {file.path: file.content for file in files}
        return Files(whole={**made, **described, SUMS: "".join(lines).encode()})


def _log(log: list[Publication], noted: str) -> dict[str, Any]:
    pending = [publication for publication in log if not publication.date]
    return {
        "since": noted or None,
        "changes": _tables(pending[0]) if pending else {},
        "earlier": [{"date": p.date, "changes": _tables(p)} for p in log if p.date],
    }


def _tables(publication: Publication) -> dict[str, Any]:
    return {changes.table: _changes(changes) for changes in publication.tables}


def _changes(changes: Changes) -> dict[str, Any]:
    found: dict[str, Any] = {
        "added": changes.added,
        "changed": dict(changes.changed),
        "removed": changes.removed,
    }
    return found | ({"not_named": dict(changes.unnamed)} if changes.unnamed else {})


def _json(content: dict[str, Any]) -> bytes:
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()
