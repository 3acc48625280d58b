"""The search index, made by Pagefind and kept for the next build."""

from __future__ import annotations

import base64
import json
import shutil
import subprocess
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem
from portal.data.store import digest, keep, recall
from portal.model.locale import LOCALES
from portal.pages.search_documents import search_documents
from portal.pages.written import written_texts
from portal.portal import GENERATOR

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.portal import Portal

INDEXER = Path(__file__).with_name("search_index.mjs")
CUTTER = GENERATOR / "overrides" / "assets" / "search-words.js"
"""Cuts texts into words, here and in the browser."""
PAGEFIND = GENERATOR / "node_modules" / "pagefind" / "package.json"

FOLDER = "pagefind/"
"""Where the index lies below the root of the site."""


class CannotIndex(Exception):
    """The index cannot be made; ``problem`` says why, and what to do."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def search_files(portal: Portal, kept: Path, *, renew: bool = True) -> dict[str, bytes]:
    """The files of the index by their path below the root of the site.

    In the file ``kept`` lie those of the last build: while no record, label or written page has changed, neither
    Node.js nor Pagefind is started. Without ``renew`` these will do, whatever has changed. Raises CannotIndex.
    """
    made_from = _inputs(portal)
    known = recall(kept)
    if known and (known[0] == made_from or not renew):
        return dict(known[1])
    files = index(documents(portal))
    keep(kept, (made_from, files))
    return files


def pagefind_version() -> bytes:
    """What is installed of Pagefind: nothing if nothing is."""
    return PAGEFIND.read_bytes() if PAGEFIND.is_file() else b""


def _inputs(portal: Portal) -> bytes:
    """A digest of all that the index is made from."""
    parts = [INDEXER.read_bytes(), CUTTER.read_bytes(), pagefind_version()]
    parts += [path.encode() for path in portal.pages]
    for (kind, record_id), own in portal.catalog.digests.items():
        parts += [kind.encode(), record_id.encode(), own]
    for locale in LOCALES:
        parts += (
            "\0".join(written).encode() for written in written_texts(portal.root, locale.code)
        )
    return digest(b"\0".join(parts))


def documents(portal: Portal) -> Iterator[dict[str, object]]:
    """What the index is made of, in every locale."""
    for locale in LOCALES:
        for document in search_documents(portal.pages, portal.view(locale.code), portal.root):
            yield {"locale": locale.code, "lang": locale.lang, **asdict(document)}


def index(documents: Iterable[dict[str, object]]) -> dict[str, bytes]:
    """The files of the index of these documents, by path. Raises CannotIndex."""
    node = shutil.which("node")
    if node is None or not PAGEFIND.is_file():
        found = "Node.js" if node is None else "node_modules/pagefind"
        raise CannotIndex(Problem(Place("mkdocs.yml"), "search-not-installed", {"found": found}))
    done = subprocess.run(
        [node, str(INDEXER), str(CUTTER)],
        input=json.dumps(list(documents), ensure_ascii=False).encode(),
        capture_output=True,
        check=False,
        cwd=GENERATOR,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip() or f"exit {done.returncode}"
        raise CannotIndex(Problem(Place("mkdocs.yml"), "search-failed", {"found": said}))
    return {
        f"{FOLDER}{path}": base64.b64decode(content)
        for path, content in sorted(json.loads(done.stdout).items())
    }
