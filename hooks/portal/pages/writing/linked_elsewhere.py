"""Links to written pages that stand in records and templates."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from portal.data.opening import Refused, read_regular
from portal.model.records.kinds import KINDS
from portal.model.values.locale import LOCALES
from portal.model.values.walk import walk
from portal.model.values.words import Prose
from portal.pages.links.link_address import split
from portal.resources import TEMPLATES, THEME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.record import Record
    from portal.pages.links.known_links import KnownLinks

_TEXTS = (".html", ".j2", ".css")


class LinkedElsewhere:
    """Tells whether public records or templates link to an address; both are read when it is first asked."""

    def __init__(self, catalog: Catalog, files: Iterable[Path], links: KnownLinks) -> None:
        """``files`` are those of the portal's own templates and styles; ``links`` are asked for those of prose."""
        self._catalog, self._files, self._links = catalog, files, links

    def __call__(self, address: str, locale: str) -> bool:
        """Whether one of them links to it in a locale."""
        return (locale, address) in self.by_records or address in self.templates

    @cached_property
    def by_records(self) -> set[tuple[str, str]]:
        """What public records link to: a locale and an address."""
        public = (self._catalog.of(kind).values() for kind in KINDS.with_records)
        return set(record_links((record for records in public for record in records), self._links))

    @cached_property
    def templates(self) -> str:
        """The text of all templates and styles."""
        ours = (path for folder in (TEMPLATES, THEME) for path in sorted(folder.rglob("*")))
        files = [path for path in (*ours, *self._files) if path.suffix in _TEXTS]
        return "\n".join(map(_text, files))


def record_links(records: Iterable[Record], links: KnownLinks) -> Iterator[tuple[str, str]]:
    """What the prose of records links to: a locale and an address."""
    for record in records:
        for _, prose in walk(record):
            if isinstance(prose, Prose):
                for locale in (locale.code for locale in LOCALES):
                    for link in links.of(prose[locale]):
                        yield locale, unquote(split(link.url)[0]).removeprefix("/")


def _text(path: Path) -> str:
    try:
        return read_regular(path).decode("utf-8", "replace")
    except Refused:  # told where its folder is listed
        return ""
