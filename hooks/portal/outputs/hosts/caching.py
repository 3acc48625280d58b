"""How long browsers may keep a file without asking whether it has changed: for good, or not at all."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.values.locale import LOCALES
from portal.outputs.search.search_index import FOLDER as SEARCH
from portal.outputs.site.security import YEAR
from portal.pages.content import BY_HASH

if TYPE_CHECKING:
    from collections.abc import Iterator

FOREVER = f"public, max-age={YEAR}, immutable"
"""Of files whose names change with their content (RFC 8246)."""

ASK = "no-cache"
"""Of all others: they may be kept, but not shown before the host has said that they are still the same (RFC 9111)."""

FOLDERS = (
    BY_HASH,
    *(
        f"{SEARCH}{locale.lang}/{name}/"
        for locale in LOCALES
        for name in ("words", "names", "facets")
    ),
)
"""Folders in which every name changes with the content of its file."""


def cache_control(path: str) -> str:
    """The header for the file at a path below the root of the site.

    >>> cache_control("cities/index.html")
    'no-cache'
    """
    return FOREVER if path.startswith(FOLDERS) else ASK


def lasting(base: str) -> Iterator[str]:
    """Patterns of the paths that are kept for good, with ``*`` for the rest, on a host with a portal at ``base``."""
    yield from (f"{base}{folder}*" for folder in FOLDERS)
