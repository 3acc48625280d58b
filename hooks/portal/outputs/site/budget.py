"""What a page may weigh. A reader on a phone pays for every byte, and nobody notices one page growing."""

from __future__ import annotations

import gzip
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem
from portal.model.values.locale import LOCALES
from portal.pages.weight import RECORD_PAGE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from portal.pages.page import PageSource

STYLE_AND_SCRIPT = 30 * 1024
"""Bytes of all style sheets and scripts that pages load, compressed."""

FIRST_VISIT = 80 * 1024
"""Bytes of a record's page with all that it loads, compressed."""

LOADED = ("assets/portal.css", "assets/portal.js", "assets/portal.svg")
"""What every page loads."""


def budget_problems(
    pages: Iterable[PageSource], sizes: Mapping[str, int], loaded: Mapping[str, bytes]
) -> Iterator[Problem]:
    """Pages of records that are too heavy, at the place of the record, and too heavy files that all pages load.

    ``sizes`` gives the bytes of each published file by its path, ``loaded`` the content of the files in ``LOADED``.
    """
    for page in pages:
        heaviest = max(sizes[page.dest_uri(locale)] for locale in LOCALES)
        if page.subject is not None and heaviest > RECORD_PAGE:
            found = {"path": page.path, "found": _kilobytes(heaviest)}
            place = page.place or Place("data")
            yield Problem(place, "page-too-heavy", {**found, "limit": _kilobytes(RECORD_PAGE)})
    packed = {path: len(gzip.compress(content)) for path, content in loaded.items()}
    own = sum(size for path, size in packed.items() if path.endswith((".css", ".js")))
    for name, size, limit in (
        ("CSS + JavaScript", own, STYLE_AND_SCRIPT),
        ("HTML + CSS + JavaScript + SVG", sum(packed.values()) + RECORD_PAGE, FIRST_VISIT),
    ):
        if size > limit:
            found = {"path": name, "found": _kilobytes(size), "limit": _kilobytes(limit)}
            yield Problem(Place("templates/styles"), "assets-too-heavy", found)


def _kilobytes(size: int) -> str:
    return f"{size / 1024:.2f} KB"
