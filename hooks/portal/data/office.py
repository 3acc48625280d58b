"""Reasons not to publish a document: a password, programs inside it, damage."""

from __future__ import annotations

import io
import re
import zipfile

from portal.data.damage import archive_damage, pdf_damage

_MANIFEST = "META-INF/manifest.xml"
"""The list of parts of an OpenDocument file, and how each is encrypted."""

_LARGEST_MANIFEST = 4 * 1024 * 1024
"""Bytes, uncompressed; a longer one is meant to exhaust the build."""

_PROGRAMS = ("Basic/", "Scripts/")
"""Folders of programs inside an OpenDocument file (ISO/IEC 26300, part 2)."""

_PDF_PROGRAMS = re.compile(rb"/(JavaScript|JS|Launch)\b")
"""Actions of a PDF that run something (ISO 32000-1, 12.6.4), unless they are compressed."""


def fault_of(raw: bytes, form: str) -> tuple[str, str]:
    """The code and the reason of what is wrong with a document, or two empty strings."""
    return _of_pdf(raw) if form == "pdf" else _of_open_document(raw)


def _of_pdf(raw: bytes) -> tuple[str, str]:
    if b"%%EOF" not in raw[-1024:]:
        return "document-unreadable", "%%EOF"
    if re.search(rb"/Encrypt\b", raw):  # in the trailer, never compressed or encrypted itself
        return "document-encrypted", "/Encrypt"
    if program := _PDF_PROGRAMS.search(raw):
        return "document-with-programs", program[0].decode()
    damage = pdf_damage(raw)
    return ("document-unreadable", damage) if damage else ("", "")


def _of_open_document(raw: bytes) -> tuple[str, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as parts:
            return _of_parts(parts)
    except Exception as error:  # a damaged file can fail in any way, all of which mean the same
        return "document-unreadable", str(error).strip("'\"")


def _of_parts(parts: zipfile.ZipFile) -> tuple[str, str]:
    entries = parts.infolist()
    names = [entry.filename for entry in entries]
    manifest = parts.getinfo(_MANIFEST)
    if "content.xml" not in names or manifest.file_size > _LARGEST_MANIFEST:
        return "document-unreadable", "content.xml" if "content.xml" not in names else _MANIFEST
    is_locked = any(entry.flag_bits & 1 for entry in entries)
    if is_locked or b"encryption-data" in parts.read(manifest):
        return "document-encrypted", _MANIFEST
    if program := next((name for name in names if name.startswith(_PROGRAMS)), ""):
        return "document-with-programs", program
    damage = archive_damage(parts)
    return ("document-unreadable", damage) if damage else ("", "")
