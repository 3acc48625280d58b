"""Links to written pages that stand in records and templates."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from portal.model.records.kinds import KINDS
from portal.model.values.locale import LOCALES
from portal.model.values.walk import walk
from portal.model.values.words import Prose
from portal.pages.links.link_address import split
from portal.resources import TEMPLATES, THEME
from portal.text.markdown import links

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from portal.model.catalog.catalog import Catalog


class LinkedElsewhere:
    """Tells whether public records or templates link to an address; both are read when it is first asked."""

    def __init__(self, catalog: Catalog, folders: Iterable[Path]) -> None:
        """``folders`` are those of the portal's own templates."""
        self._catalog = catalog
        self._folders = (TEMPLATES, THEME, *folders)

    def __call__(self, address: str, locale: str) -> bool:
        """Whether one of them links to it in a locale."""
        return (locale, address) in self._by_records or address in self._templates

    @cached_property
    def _by_records(self) -> set[tuple[str, str]]:
        return set(self._links())

    def _links(self) -> Iterator[tuple[str, str]]:
        for kind in KINDS.with_records:
            for record in self._catalog.of(kind).values():
                for _, prose in walk(record):
                    if isinstance(prose, Prose):
                        for locale in (locale.code for locale in LOCALES):
                            for link in links(prose[locale]):
                                yield locale, unquote(split(link.url)[0]).removeprefix("/")

    @cached_property
    def _templates(self) -> str:
        files = (path for folder in self._folders for path in sorted(folder.rglob("*")))
        texts = (
            path.read_text(encoding="utf-8", errors="replace")
            for path in files
            if path.is_file() and path.suffix in (".html", ".j2")
        )
        return "\n".join(texts)
