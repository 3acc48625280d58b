"""A document with a password, with programs in it or with damage is not for everyone to read."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

import pytest
from samples import spreadsheet

from portal.data.office import fault_of

MANIFEST = "META-INF/manifest.xml"
WHOLE = {"content.xml": b"<content/>", MANIFEST: b"<manifest/>"}
LIMIT = 4 * 1024 * 1024


def fault(content: bytes, form: str = "ods") -> tuple[str, str]:
    return fault_of(content, form)


def open_document(parts: Mapping[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return file.getvalue()


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        (b"%PDF-1.7\n1 0 obj\n%%EOF\n", ("", "")),
        (b"%PDF-1.7\n%%EOF" + b" " * 1019, ("", "")),
        (b"%PDF-1.7\n%%EOF" + b" " * 1020, ("document-unreadable", "%%EOF")),
        (b"%PDF-1.7\n1 0 obj\n", ("document-unreadable", "%%EOF")),
        (b"%PDF-1.7\ntrailer <</Encrypt 9 0 R>>\n%%EOF", ("document-encrypted", "/Encrypt")),
        (b"%PDF-1.7\n/EncryptMetadata true\n%%EOF", ("", "")),
        (b"%PDF-1.7\n<</S /JavaScript>>\n%%EOF", ("document-with-programs", "/JavaScript")),
        (b"%PDF-1.7\n<</JS (app.alert())>>\n%%EOF", ("document-with-programs", "/JS")),
        (b"%PDF-1.7\n<</S /Launch>>\n%%EOF", ("document-with-programs", "/Launch")),
        (b"%PDF-1.7\n<</S /LaunchDate>>\n%%EOF", ("", "")),
    ],
)
def test_a_pdf_is_whole_open_and_runs_nothing(raw: bytes, expected: tuple[str, str]) -> None:
    assert fault(raw, "pdf") == expected


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, ("", "")),
        ({"Basic/Module1.xml": b""}, ("document-with-programs", "Basic/Module1.xml")),
        ({"Scripts/python/a.py": b""}, ("document-with-programs", "Scripts/python/a.py")),
        ({"Pictures/Basic/a.png": b"", "Basics.xml": b""}, ("", "")),
        (
            {MANIFEST: b"<manifest:encryption-data manifest:checksum='x'>"},
            ("document-encrypted", MANIFEST),
        ),
        ({MANIFEST: b"x" * LIMIT}, ("", "")),
        ({MANIFEST: b"x" * (LIMIT + 1)}, ("document-unreadable", MANIFEST)),
    ],
)
def test_an_open_document_is_whole_open_and_runs_nothing(
    parts: Mapping[str, bytes], expected: tuple[str, str]
) -> None:
    assert fault(open_document({**WHOLE, **parts})) == expected


@pytest.mark.parametrize(
    ("missing", "reason"),
    [
        ("content.xml", "content.xml"),
        (MANIFEST, "There is no item named 'META-INF/manifest.xml' in the archive"),
    ],
)
def test_the_part_that_a_document_lacks_is_named(missing: str, reason: str) -> None:
    parts = {name: content for name, content in WHOLE.items() if name != missing}
    assert fault(open_document(parts)) == ("document-unreadable", reason)


def test_a_part_locked_by_a_packing_program_is_noticed() -> None:
    """Bit 0 of the flags, here of the first entry in the directory, says that a part is encrypted."""
    raw = bytearray(open_document(WHOLE))
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    assert fault(bytes(raw)) == ("document-encrypted", MANIFEST)
    raw = bytearray(open_document(WHOLE))
    raw[raw.index(b"PK\x01\x02") + 8] |= 2
    assert fault(bytes(raw)) == ("", "")


def test_what_is_no_archive_is_told_in_plain_words() -> None:
    damaged = spreadsheet("x")[:60]
    assert fault(damaged) == ("document-unreadable", "File is not a zip file")
