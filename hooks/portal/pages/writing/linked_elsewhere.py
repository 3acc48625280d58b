"""Links to written pages that stand in records and templates."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from portal.model.values.locale import LOCALES
from portal.model.values.text import Prose
from portal.model.values.walk import walk
from portal.pages.links.link_address import split
from portal.pages.links.prose_links import prose_links
from portal.resources import TEMPLATES, THEME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from portal.model.reading.load import Loaded
    from portal.model.values.moment import Moment


class LinkedElsewhere:
    """Tells whether public records or templates link to an address; both are read when it is first asked."""

    def __init__(self, loaded: Loaded, now: Moment, folders: Iterable[Path]) -> None:
        """``folders`` are those of the portal's own templates."""
        self._loaded, self._now = loaded, now
        self._folders = (TEMPLATES, THEME, *folders)

    def __call__(self, address: str, locale: str) -> bool:
        """Whether one of them links to it in a locale."""
        return (locale, address) in self._by_records or address in self._templates

    @cached_property
    def _by_records(self) -> set[tuple[str, str]]:
        return set(self._links())

    def _links(self) -> Iterator[tuple[str, str]]:
        for row in self._loaded.records:
            if not row.record.is_public(self._now):
                continue
            for _, prose in walk(row.record):
                if isinstance(prose, Prose):
                    for locale in (locale.code for locale in LOCALES):
                        for link in prose_links(prose[locale]):
                            yield locale, unquote(split(link.target)[0]).removeprefix("/")

    @cached_property
    def _templates(self) -> str:
        files = (path for folder in self._folders for path in sorted(folder.rglob("*")))
        texts = (
            path.read_text(encoding="utf-8", errors="replace")
            for path in files
            if path.is_file() and path.suffix in (".html", ".j2")
        )
        return "\n".join(texts)
