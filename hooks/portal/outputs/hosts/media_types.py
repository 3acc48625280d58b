"""The media type of every file that a site can hold, by its ending, as IANA has registered it.

Pages are sent with ``nosniff``, so browsers do not guess, and the tables of hosts differ: each is told all of them.
"""

from __future__ import annotations

from portal.data.media_file import DOCUMENTS
from portal.outputs.open_data.formats import FORMATS

TEXTS = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",  # RFC 9239
    "mjs": "text/javascript; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "xml": "application/xml",  # RFC 7303; feeds too, which browsers then show as pages
    "svg": "image/svg+xml",
    "webmanifest": "application/manifest+json",
    "ics": "text/calendar; charset=utf-8",  # RFC 5545
    **{f.ending: f.sent_as or f.media_type for f in FORMATS if not f.is_packed},
    "json": "application/json",  # RFC 8259: always UTF-8
    "ttl": "text/turtle; charset=utf-8",
    "tbx": "application/xml",
    "tmx": "application/xml",
    "yml": "application/yaml",  # RFC 9512: UTF-8 if nothing else is said
}
"""Files that get smaller on the way."""

PACKED = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",  # RFC 9649
    "avif": "image/avif",
    "ico": "image/vnd.microsoft.icon",
    "woff2": "font/woff2",  # RFC 8081
    "dic": "application/octet-stream",  # a small dictionary in UTF-16, which Apache would take for a program in C
    **DOCUMENTS,
    **{form.ending: form.media_type for form in FORMATS if form.is_packed},
}
"""Files that are packed already, or must arrive byte for byte."""

TYPES = TEXTS | PACKED

OTHER = "application/octet-stream"
"""All else: the pieces of the search index, which are packed, and which the search unpacks by itself."""

SUMS = "SHA256SUMS"
"""The one file without an ending, among the open data, and a text."""


def bare(media_type: str) -> str:
    """A media type without its parameters."""
    return media_type.partition(";")[0]


TEXT_TYPES = tuple(sorted({bare(kind) for kind in TEXTS.values()}))
"""What a host should compress."""
