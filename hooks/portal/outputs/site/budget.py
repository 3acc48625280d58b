"""What a page may weigh before editors are told. Readers on a phone wait for every packet, and pages grow unnoticed.

What counts is what travels: bytes after compression. A limit on the bytes of the file would punish what costs nothing
on the way, such as the repeated tags of a long table, and be paid with chapters and missing facts. Too much weight
brings advice, never a refusal: no fact may be kept out because a page is full. ``make test`` keeps our own to it.
"""

from __future__ import annotations

import zlib
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem
from portal.model.values.locale import LOCALES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from portal.pages.page import PageSource

RECORD_PAGE = 24 * 1024
"""Bytes of the HTML of a record's page, compressed: what a slow phone (400 kbit/s) receives in half a second.

A server may send ten packets before it hears from the reader (RFC 6928) and twice as many after that, each with 1,460
bytes: a page of this weight needs two round trips.
"""

FIRST_VISIT = 80 * 1024
"""Bytes of a record's page with all that it loads, compressed."""

STYLE_AND_SCRIPT = 30 * 1024
"""Bytes of all style sheets and scripts that pages load, compressed."""

LOADED = ("portal.css", "portal.js", "portal.svg")
"""What every page loads."""

LEVEL = 6
"""How hard servers compress: zlib's own default, which Apache and most hosts keep."""

LEAST_GAIN = 2
"""Compression halves HTML, at the least: of our own pages the densest shrinks to 41 percent, a long table to 15."""


def compressed(content: bytes) -> int:
    """Bytes of a file as a server sends it (gzip, RFC 1952)."""
    packer = zlib.compressobj(LEVEL, wbits=31)
    return len(packer.compress(content)) + len(packer.flush())


def may_be_heavy(size: int) -> bool:
    """Whether a page of so many bytes, not compressed, can be too heavy at all; few are, so few must be compressed."""
    return size > LEAST_GAIN * RECORD_PAGE


def heavy_pages(
    pages: Iterable[PageSource], sizes: Mapping[str, int], content: Callable[[str], bytes]
) -> Iterator[Problem]:
    """An advice for each page of a record that is too heavy, at the place of the record.

    ``sizes`` gives the bytes of each published file by its path, ``content`` the file itself.
    """
    for page in pages:
        if page.subject is not None or page.tie is not None:
            paths = (page.dest_uri(locale) for locale in LOCALES)
            heavy = [path for path in paths if may_be_heavy(sizes[path])]
            yield from page_advice(page, max((compressed(content(p)) for p in heavy), default=0))


def page_advice(page: PageSource, weight: int) -> Iterator[Problem]:
    """An advice if the heavier of a page's two languages has too many bytes, compressed."""
    if weight > RECORD_PAGE:
        found = {"path": page.path, "found": _kilobytes(weight), "limit": _kilobytes(RECORD_PAGE)}
        yield Problem(page.place or Place("data"), "page-too-heavy", found)


def heavy_assets(loaded: Mapping[str, bytes]) -> Iterator[Problem]:
    """An advice if the files that all pages load, given by the names in ``LOADED``, are too heavy together."""
    packed = {path: compressed(content) for path, content in loaded.items()}
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
