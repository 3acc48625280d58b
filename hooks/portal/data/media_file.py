"""Pictures and documents beside records: which ones there are, and the format of each."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portal.data.media_facts import MediaFacts
from portal.data.root import LARGEST_FILE
from portal.data.store import digest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.data.media_facts import Facts
    from portal.data.root import Root

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


def read_media(root: Root, folder: Path, known: MediaFacts | None = None) -> Iterator[MediaFile]:
    """The files in ``<folder>/<year>/<id>/``, except records, links and hidden files.

    Those that ``known`` has the facts of are not decoded.
    """
    for year in _folders(folder):
        for companion in _folders(year):
            for entry in sorted(os.scandir(companion), key=lambda entry: entry.name):
                if entry.is_file(follow_symlinks=False) and is_media(entry.name):
                    yield read_file(root.name_of(Path(entry.path)), Path(entry.path), known)


def is_media(name: str) -> bool:
    """Whether a file of that name is neither a record nor hidden."""
    return not name.startswith(".") and not name.endswith(".yaml")


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir() or folder.is_symlink():
        return []
    inner = [Path(e.path) for e in os.scandir(folder) if e.is_dir(follow_symlinks=False)]
    return sorted(inner)


def read_file(name: str, path: Path, known: MediaFacts | None = None) -> MediaFile:
    """A file, with what is wrong with it; one that is too large is not read."""
    size = path.stat().st_size
    with path.open("rb") as file:
        found = format_of(file.read(_HEAD))
    facts: Facts = (0, 0, "", "")
    if size > LARGEST_FILE:
        facts = (0, 0, "media-too-large", "")
    elif found in PICTURES.values() or found in DOCUMENTS:
        facts = (known or MediaFacts()).of(digest(path.read_bytes()), lambda: _facts(path, found))
    return MediaFile(name, path, size, found, *facts)


def _facts(path: Path, form: str) -> Facts:
    if form in DOCUMENTS:
        from portal.data.office import fault_of  # noqa: PLC0415 (rarely needed)

        return (0, 0, *fault_of(path, form))
    from portal.data.picture import measure  # noqa: PLC0415 (its library is slow to import)

    return measure(path, form)


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
