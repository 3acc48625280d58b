"""All files of the open data, and the pages that tell of them."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from portal.outputs.open_data.changes import RECORDS, change_log, last_noted
from portal.outputs.open_data.data_package import PATH, data_package
from portal.outputs.open_data.dcat import CATALOG, PREFIXES, catalog_graph
from portal.outputs.open_data.export import exports
from portal.outputs.open_data.offer import Download, Offer
from portal.outputs.open_data.open_data_pages import with_files
from portal.outputs.open_data.rdf import json_ld, turtle
from portal.outputs.open_data.table import FILES

if TYPE_CHECKING:
    from pathlib import Path

    from portal.edition import Edition
    from portal.outputs.open_data.changes import Changes, Publication
    from portal.publish.tree import Content

SUMS = f"{FILES}SHA256SUMS"
CHANGES = f"{FILES}changes.json"


def open_data(edition: Edition, site: str, kept: Path | None = None) -> dict[str, Content]:
    """Every file by its path below the root; ``site`` is the absolute address of that root.

    The portal's pages about the open data then know the files. In the folder ``kept`` lie those of the last build.
    """
    if not edition.pages:
        return {}
    compares = (edition.root / RECORDS).is_dir()
    tables = exports(edition.catalog, site, kept, compares=compares)
    now = {export.table.name: export.fingerprints for export in tables}
    log = change_log(edition.root, now, edition.kept_back)
    offers = [
        Offer(e.table.name, e.rows, tuple(Download(f.path, f.size) for f in e.files))
        for e in tables
    ]
    edition.pages |= {page.path: page for page in with_files(edition.pages, offers, log)}
    graph = catalog_graph(edition.catalog, tables, site)
    files: dict[str, Content] = {
        file.path: file.content for export in tables for file in export.files
    }
    sums = {file.path: file.sha256 for export in tables for file in export.files}
    described = {
        PATH: data_package(edition.catalog, tables, site),
        CATALOG["jsonld"]: json_ld(graph, PREFIXES),
        CATALOG["ttl"]: turtle(graph, PREFIXES),
        CHANGES: _json(_log(log, last_noted(edition.root))),
    }
    sums |= {path: hashlib.sha256(content).hexdigest() for path, content in described.items()}
    lines = (f"{sums[path]}  {path.removeprefix(FILES)}\n" for path in sorted(sums))
    return files | described | {SUMS: "".join(lines).encode()}


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
