"""Pictures and documents beside records: which ones there are, and the format of each."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.data.media_facts import MediaFacts
from portal.data.opening import Refused, read_regular
from portal.data.store import digest

if TYPE_CHECKING:
    from pathlib import Path

    from portal.data.media_facts import Facts

PICTURES = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png"}
"""Allowed formats of pictures, by file extension."""

DOCUMENTS = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "pdf": "application/pdf",
}
"""Allowed media types of attachments, by file extension (ISO/IEC 26300, ISO 32000)."""

_MAGIC = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"%PDF-", "pdf"),
    (b"GIF8", "gif"),
    (b"BM", "bmp"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"<svg", "svg"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office"),
    (b"PK\x03\x04", "zip"),
)
"""The first bytes of each format."""

_DECODED = frozenset({*PICTURES.values(), "webp", "avif", "gif", *DOCUMENTS})
"""The formats that are looked into."""

_HEAD = 512
"""Number of bytes that reveal a format."""


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file beside a record."""

    name: str
    """Path from the portal's root."""
    path: Path
    size: int
    """Bytes."""
    format: str
    """``jpeg``, ``png``, ``pdf``, ``odt`` …; another name for formats that are not published; empty if unknown."""
    width: int = 0
    """In pixels, with the picture upright; 0 for other files."""
    height: int = 0
    fault: str = ""
    """The code of the problem that keeps it from being published."""
    reason: str = ""
    """What was found, in the words of the library that found it."""
    digest: bytes = b""
    """Of its content; empty if it is too large."""


def read_file(name: str, path: Path, known: MediaFacts | None = None) -> MediaFile:
    """A file, with what is wrong with it; raises Refused if it is no file that can be read.

    One that ``known`` has the facts of is not decoded, one that is too large not read.
    """
    try:
        raw = read_regular(path)
    except Refused as error:
        if error.code != "file-too-large":
            raise
        return MediaFile(name, path, int(error.found["found"]), "", fault="media-too-large")
    found, key = format_of(raw[:_HEAD]), digest(raw)
    facts: Facts = (0, 0, "", "")
    if found in _DECODED:
        facts = (known or MediaFacts()).of(key, lambda: _facts(raw, found))
    return MediaFile(name, path, len(raw), found, *facts, digest=key)


def _facts(raw: bytes, form: str) -> Facts:
    if form in DOCUMENTS:
        from portal.data.office import fault_of  # noqa: PLC0415 (rarely needed)

        return (0, 0, *fault_of(raw, form))
    from portal.data.picture import measure  # noqa: PLC0415 (its library is slow to import)

    return measure(raw, form)


def format_of(head: bytes) -> str:
    """The format of a file that begins with these bytes."""
    if head[4:8] == b"ftyp":
        return "avif" if head[8:12] in (b"avif", b"avis") else "heic"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    found = next((name for start, name in _MAGIC if head.startswith(start)), "")
    if found != "zip":
        return found
    # The first entry of an OpenDocument file is its media type, uncompressed and without extra fields.
    if head[30:38] == b"mimetype":
        length = int.from_bytes(head[22:26], "little")
        media_type = head[38 : 38 + length].decode("ascii", "replace")
        return next((name for name, known in DOCUMENTS.items() if known == media_type), media_type)
    return "Microsoft Office" if b"[Content_Types].xml" in head[30:60] else "zip"
