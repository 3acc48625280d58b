"""The search index of all languages, kept for the next build."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from portal.data.store import digest, keep, recall
from portal.model.values.locale import LOCALES
from portal.outputs.search.language_index import QUERIES, LanguageIndex
from portal.outputs.search.own_documents import OwnDocuments
from portal.outputs.search.search_documents import other_documents
from portal.pages.render.ledger import Ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from portal.edition import Edition
    from portal.outputs.search.search_document import SearchDocument

FOLDER = "search-index/"
"""The folder of the index below the root of the site; in it, each language has one by its tag."""

TIES = "search.words.partnerships"
"""The label with words for ties of any kind."""

SHOWN = {"zh": 420, "en": 900}
"""Characters of its text that a result carries: what a first page of results costs hangs on it."""


def search_files(edition: Edition, kept: Path | None) -> dict[str, bytes]:
    """The files of the index by their path below the root of the site.

    In the file ``kept`` lies the index of the last build: while no record, label or written page has changed, it is
    as it was; otherwise only the documents of pages are made again that showed what has changed, and of the index
    only what a changed document touches.
    """
    made_from = _inputs(edition)
    known = recall(kept) if kept else None
    if known and known[0] == made_from:
        return dict(known[2])
    indexes: dict[str, LanguageIndex] = known[1] if known else {}
    ledger: Ledger = known[3] if known else Ledger()
    own = OwnDocuments(edition, ledger)
    files: dict[str, bytes] = {}
    for locale in LOCALES:
        index = indexes.setdefault(locale.code, LanguageIndex())
        some = chain(own.changed(locale.code), _others(edition, locale.code))
        index.update(some, SHOWN.get(locale.code, SHOWN["en"]), own.unchanged(locale.code))
        made = index.files(label(edition, "search.same", "；"), label(edition, TIES, "、"))
        files |= {f"{FOLDER}{locale.lang}/{path}": raw for path, raw in made.items()}
    own.close()
    if kept:
        keep(kept, (made_from, indexes, files, ledger))
    return files


def documents(edition: Edition, locale: str) -> Iterator[SearchDocument]:
    """What the index of a locale is made of."""
    yield from OwnDocuments(edition, Ledger()).changed(locale)
    yield from _others(edition, locale)


def _others(edition: Edition, locale: str) -> Iterator[SearchDocument]:
    return other_documents(edition.pages, edition.view(locale), edition.written)


def label(edition: Edition, key: str, between: str) -> str:
    """A label in both languages."""
    found = edition.catalog.labels.get(key)
    return "" if found is None else f"{found.zh}{between}{found.en}"


def _inputs(edition: Edition) -> bytes:
    """A digest of everything the index is made from."""
    today = edition.catalog.today.iso  # on which memberships may have ended
    parts = [QUERIES.read_bytes(), today.encode(), *(path.encode() for path in edition.pages)]
    for (kind, record_id), own in edition.catalog.digests.items():
        parts += [kind.encode(), record_id.encode(), own]
    for locale in LOCALES:
        parts += (repr(text).encode() for text in edition.written.texts(locale.code))
    return digest(b"\0".join(parts))
