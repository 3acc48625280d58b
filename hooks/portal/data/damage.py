"""Damage inside a document that begins and ends well: bytes that were zeroed, cut out or exchanged."""

from __future__ import annotations

import re
import zlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import zipfile

MOST_BYTES = 256 * 1024 * 1024
"""Of a document, unpacked; more is meant to exhaust the build."""

_STREAM = re.compile(rb"<<[^>]{0,400}/Filter\s*/FlateDecode\b[^>]{0,400}>>\s{0,4}stream\r?\n")
"""Compressed parts of a PDF with no other filter (ISO 32000-1, 7.3.8)."""

_START = re.compile(rb"startxref\s+(\d{1,12})\s+%%EOF")
_TABLE = re.compile(rb"\s*(?:xref\b|\d+\s+\d+\s+obj\b)")

_CHUNK, _PIECE = 1024 * 1024, 16 * 1024
"""Bytes that are unpacked at a time, and from how many."""


def archive_damage(parts: zipfile.ZipFile) -> str:
    """The part of an OpenDocument file that differs from its checksum, or that is too large to be read."""
    large = next((entry for entry in parts.infolist() if entry.file_size > MOST_BYTES), None)
    if large or sum(entry.file_size for entry in parts.infolist()) > MOST_BYTES:
        return f"> {MOST_BYTES // _CHUNK} MB"
    return parts.testzip() or ""


def pdf_damage(raw: bytes) -> str:
    """What of a PDF points nowhere or cannot be unpacked. How its text and pictures look, only a viewer can tell."""
    start = list(_START.finditer(raw))
    if start and not _TABLE.match(raw, int(start[-1][1])):
        return "startxref"
    left = MOST_BYTES
    for stream in _STREAM.finditer(raw):
        left -= (size := _unpacked(raw, stream.end(), left))
        if size < 0:
            return f"/FlateDecode @ {stream.start()}"
        if left <= 0:
            return f"> {MOST_BYTES // _CHUNK} MB"
    return ""


def _unpacked(raw: bytes, start: int, limit: int) -> int:
    """How many bytes a stream unpacks to, up to the limit; -1 if its checksum or its codes are wrong."""
    packed = zlib.decompressobj()
    size, rest = 0, b""
    try:
        while not packed.eof and size < limit:
            if not rest:  # piece by piece: a file of many streams must not be copied for each
                rest, start = raw[start : start + _PIECE], start + _PIECE
            if not rest:
                break
            size += len(packed.decompress(rest, _CHUNK))
            rest = packed.unconsumed_tail
    except zlib.error:
        return -1
    return size
