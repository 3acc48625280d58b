"""Pictures and documents that lie beside records: which there are, and what each of them is."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from portal.data.root import LARGEST_FILE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.data.root import Root

PICTURES = {"jpg": "jpeg", "jpeg": "jpeg", "png": "png"}
"""What a picture may be, by the ending of its name."""

DOCUMENTS = {
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "odp": "application/vnd.oasis.opendocument.presentation",
    "pdf": "application/pdf",
}
"""What an attachment may be, by the ending of its name: its media type (ISO/IEC 26300, ISO 32000)."""

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
"""How files of each format begin."""

_HEAD = 512
"""Bytes in which a format shows itself."""


@dataclass(frozen=True, slots=True)
class MediaFile:
    """A file beside a record, as far as its first bytes and its directory tell."""

    name: str
    """Path from the portal's root."""
    path: Path
    size: int
    """Bytes."""
    format: str
    """``jpeg``, ``png``, ``pdf``, ``odt`` …; another word for what is not published; empty when nobody knows."""
    width: int = 0
    """Pixels, the picture upright; 0 when it is no picture."""
    height: int = 0
    fault: str = ""
    """The code of the problem that keeps it from being published."""
    reason: str = ""
    """What was found, in the words of who found it."""


def read_media(root: Root, folder: Path) -> Iterator[MediaFile]:
    """The files in ``<folder>/<year>/<id>/``, but for those of records, links and hidden ones."""
    for year in _folders(folder):
        for companion in _folders(year):
            for entry in sorted(os.scandir(companion), key=lambda entry: entry.name):
                if entry.is_file(follow_symlinks=False) and is_media(entry.name):
                    yield read_file(root.name_of(Path(entry.path)), Path(entry.path))


def is_media(name: str) -> bool:
    """Whether a file of that name is no record and not hidden."""
    return not name.startswith(".") and not name.endswith(".yaml")


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir() or folder.is_symlink():
        return []
    inner = [Path(e.path) for e in os.scandir(folder) if e.is_dir(follow_symlinks=False)]
    return sorted(inner)


def read_file(name: str, path: Path) -> MediaFile:
    """A file, of which no more is read than it takes to know what it is."""
    size = path.stat().st_size
    with path.open("rb") as file:
        found = format_of(file.read(_HEAD))
    width = height = 0
    fault = reason = ""
    if size > LARGEST_FILE:
        fault = "media-too-large"
    elif found in PICTURES.values():
        from portal.data.picture import measure  # noqa: PLC0415 (its library takes long to import)

        width, height, fault, reason = measure(path, found)
    elif found in DOCUMENTS:
        from portal.data.office import fault_of  # noqa: PLC0415 (seldom needed)

        fault, reason = fault_of(path, found)
    return MediaFile(name, path, size, found, width, height, fault, reason)


def format_of(head: bytes) -> str:
    """The format of a file that begins so."""
    if head[4:8] == b"ftyp":
        return "avif" if head[8:12] in (b"avif", b"avis") else "heic"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "webp"
    found = next((name for start, name in _MAGIC if head.startswith(start)), "")
    if found != "zip":
        return found
    # The first entry of an OpenDocument file is its media type, neither packed nor with extra fields.
    if head[30:38] == b"mimetype":
        length = int.from_bytes(head[22:26], "little")
        media_type = head[38 : 38 + length].decode("ascii", "replace")
        return next((name for name, known in DOCUMENTS.items() if known == media_type), media_type)
    return "Microsoft Office" if b"[Content_Types].xml" in head[30:60] else "zip"
