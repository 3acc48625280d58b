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
from portal.model.values.locale import LOCALES
from portal.outputs.search.search_documents import search_documents
from portal.resources import PACKAGE, THEME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.edition import Edition

INDEXER = Path(__file__).with_name("indexer.mjs")
CUTTER = THEME / "assets" / "search-words.js"
FOLD = CUTTER.with_name("fold.js")
"""Both cut texts into words, here and in the browser."""

FOLDER = "pagefind/"
"""The folder of the index below the root of the site."""


class CannotIndex(Exception):
    """The index cannot be made; ``problem`` says why, and how to fix it."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.code)
        self.problem = problem


def search_files(edition: Edition, kept: Path | None, *, renew: bool = True) -> dict[str, bytes]:
    """The files of the index by their path below the root of the site.

    In the file ``kept`` lie those of the last build: while no record, label or written page has changed, neither
    Node.js nor Pagefind is started. Without ``renew`` these will do, whatever has changed. Raises CannotIndex.
    """
    pagefind = pagefind_of(edition.root)
    made_from = _inputs(edition, pagefind)
    known = recall(kept) if kept else None
    if known and (known[0] == made_from or not renew):
        return dict(known[1])
    files = index(documents(edition), pagefind)
    if kept:
        keep(kept, (made_from, files))
    return files


def pagefind_of(root: Path) -> Path | None:
    """The folder of the npm package Pagefind for the portal in a folder; nothing if it is not installed.

    Looked for as Node.js does, from the portal upwards, then from this package, which may lie in a checkout.
    """
    folders = (root, *root.parents, *PACKAGE.parents)
    found = (folder / "node_modules" / "pagefind" for folder in folders)
    return next((folder for folder in found if (folder / "package.json").is_file()), None)


def pagefind_version(pagefind: Path | None) -> bytes:
    """What is installed of Pagefind; empty if nothing is."""
    return (pagefind / "package.json").read_bytes() if pagefind else b""


def _inputs(edition: Edition, pagefind: Path | None) -> bytes:
    """A digest of everything the index is made from."""
    parts = [
        INDEXER.read_bytes(),
        CUTTER.read_bytes(),
        FOLD.read_bytes(),
        pagefind_version(pagefind),
    ]
    parts += [path.encode() for path in edition.pages]
    for (kind, record_id), own in edition.catalog.digests.items():
        parts += [kind.encode(), record_id.encode(), own]
    for locale in LOCALES:
        parts += ("\0".join(text).encode() for text in edition.written.texts(locale.code))
    return digest(b"\0".join(parts))


def documents(edition: Edition) -> Iterator[dict[str, object]]:
    """What the index is made of, in every locale."""
    for locale in LOCALES:
        for document in search_documents(edition.pages, edition.view(locale.code), edition.written):
            yield {"locale": locale.code, "lang": locale.lang, **asdict(document)}


def index(documents: Iterable[dict[str, object]], pagefind: Path | None) -> dict[str, bytes]:
    """The files of the index of these documents, by path, made by the Pagefind in a folder. Raises CannotIndex."""
    node = shutil.which("node")
    if node is None or pagefind is None:
        found = "Node.js" if node is None else "node_modules/pagefind"
        raise CannotIndex(Problem(Place("mkdocs.yml"), "search-not-installed", {"found": found}))
    done = subprocess.run(
        [node, str(INDEXER), str(CUTTER), str(pagefind)],
        input=json.dumps(list(documents), ensure_ascii=False).encode(),
        capture_output=True,
        check=False,
    )
    if done.returncode:
        said = done.stderr.decode(errors="replace").strip() or f"exit {done.returncode}"
        raise CannotIndex(Problem(Place("mkdocs.yml"), "search-failed", {"found": said}))
    return {
        f"{FOLDER}{path}": base64.b64decode(content)
        for path, content in sorted(json.loads(done.stdout).items())
    }
