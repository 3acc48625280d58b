"""As what a file is sent, and how long browsers may keep it."""

from __future__ import annotations

TYPES = {
    "html": "text/html; charset=utf-8",
    "css": "text/css; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "xml": "application/xml",
    "svg": "image/svg+xml",
    "webmanifest": "application/manifest+json",
    "ics": "text/calendar; charset=utf-8",
    "csv": "text/csv; charset=utf-8; header=present",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "geojson": "application/geo+json",
    "ttl": "text/turtle; charset=utf-8",
    "png": "image/png",
    "jpg": "image/jpeg",
    "webp": "image/webp",
    "avif": "image/avif",
    "pdf": "application/pdf",
}


def media_type(path: str) -> str | None:
    """The media type of a file; nothing if it does not matter."""
    return TYPES.get(path.rpartition(".")[2].lower())
