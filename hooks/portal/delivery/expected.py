"""What a host has to answer for each file of a site."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from portal.delivery.stages import HOST_FILES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.delivery.built_site import BuiltSite

ERROR_PAGE, INDEX = "404.html", "index.html"

_UNSERVED = HOST_FILES | {".nojekyll", "CNAME"}
"""Files for the host itself, not for readers."""

_MOVED = re.compile(rb'<meta http-equiv="refresh" content="0; ?url=([^"]*)"')
_LONGEST = 4096
"""Bytes of a page that only leads elsewhere, at most."""


@dataclass(frozen=True, slots=True)
class Expected:
    """An address, and what is there."""

    path: str
    """Of the file, below the folder of the site."""
    address: str
    """Below the address of the site, as browsers write it; pages by that of their folder."""
    size: int
    """Bytes."""
    sha256: str
    """Of the content, in hexadecimal digits."""
    moved: str | None = None
    """Where a page that only leads elsewhere leads, below the address of the site; a host may redirect instead."""


def expected(site: BuiltSite) -> Iterator[Expected]:
    """Every file that readers can ask for, but for error pages."""
    for path, file in site.files.items():
        name = path.rpartition("/")[2]
        if name != ERROR_PAGE and is_served(path):
            address = address_of(path)
            moved = None
            if (
                name == INDEX
                and file.size <= _LONGEST
                and (found := _MOVED.search(site.read(file)))
            ):
                moved = urljoin(f"/{address}", html.unescape(found[1].decode())).removeprefix("/")
            yield Expected(path, address, file.size, file.sha256, moved)


def is_served(path: str) -> bool:
    """Whether readers can ask for a file: hidden ones are the host's, but for those of RFC 8615."""
    hidden = any(part.startswith(".") and part != ".well-known" for part in path.split("/"))
    return path not in _UNSERVED and not hidden


def address_of(path: str) -> str:
    """The address of a file, below that of the site."""
    shown = path.removesuffix(INDEX) if f"/{path}".endswith(f"/{INDEX}") else path
    return quote(shown, safe="/~!$&'()*+,;=:@")
