"""What those need of a view who put its words together."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from portal.model.catalog.relations import Relations
    from portal.pages.render.trace import TracedCatalog


class Speaker(Protocol):
    """A view, seen from below: the records, and the words of its locale."""

    catalog: TracedCatalog
    relations: Relations
    locale: str

    def plain(self, key: str, /, **values: Any) -> str:
        """The label for a key as plain text."""

    def country(self, code: str) -> str:
        """The short name of a country."""
