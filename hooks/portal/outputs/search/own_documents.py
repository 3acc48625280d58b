"""The documents of pages about a record or a tie, of which a build makes only those that would be others now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.store import digest
from portal.model.values.locale import LOCALES
from portal.outputs.search.search_documents import own_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.edition import Edition
    from portal.outputs.search.search_document import SearchDocument
    from portal.pages.render.ledger import Ledger


class OwnDocuments:
    """Those of one edition, against a ledger of what they were made from before."""

    def __init__(self, edition: Edition, ledger: Ledger) -> None:
        """The ledger is told of what is made."""
        self._edition, self._ledger = edition, ledger
        self._pages = {path: page for path, page in edition.pages.items() if page.is_one}
        self._keys = {
            _name(path, locale.code): key
            for path, key in ((path, self._key(path)) for path in self._pages)
            for locale in LOCALES
        }
        self._stale = ledger.stale(self._keys, edition.facts)

    def unchanged(self, locale: str) -> set[str]:
        """The addresses of those that are as they were."""
        return {path for path in self._pages if _name(path, locale) not in self._stale}

    def changed(self, locale: str) -> Iterator[SearchDocument]:
        """The others."""
        for path, page in self._pages.items():
            if (name := _name(path, locale)) in self._stale:
                view = self._edition.view(locale)
                yield own_document(page, view)
                self._ledger.note(name, self._keys[name], view.facts())

    def close(self) -> None:
        """Let the ledger know that all have been made."""
        self._ledger.close(self._keys, self._edition.facts)

    def _key(self, path: str) -> bytes:
        page = self._pages[path]
        return digest(self._edition.facts.of_value([page.subject, page.tie]) + path.encode())


def _name(path: str, locale: str) -> str:
    return f"{locale}/{path}"
