"""A document that begins and ends well may be damaged in between."""

from __future__ import annotations

import io
import zipfile
import zlib

import pytest

from portal.data.damage import MOST_BYTES, archive_damage, pdf_damage

TEXT = b"BT (Sado) Tj ET " + b" ".join(b"%d" % n**3 for n in range(400))


def pdf(content: bytes = TEXT, *, table: bool = True) -> bytes:
    packed = zlib.compress(content)
    raw = (
        b"%PDF-1.7\n1 0 obj\n<< /Length "
        + str(len(packed)).encode()
        + b" /Filter /FlateDecode >>\nstream\n"
    )
    raw += packed + b"\nendstream\nendobj\n"
    start = len(raw)
    raw += b"xref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 1 >>\n"
    return raw + (b"startxref\n%d\n" % start if table else b"") + b"%%EOF\n"


def replaced(raw: bytes, place: int, new: bytes) -> bytes:
    return raw[:place] + new + raw[place + len(new) :]


@pytest.mark.parametrize("raw", [pdf(), pdf(table=False), b"%PDF-1.7\n%%EOF", pdf(b"")])
def test_whole_documents_are_whole(raw: bytes) -> None:
    assert pdf_damage(raw) == ""


@pytest.mark.parametrize("place", [90, 200, 600])
def test_compressed_text_that_was_overwritten(place: int) -> None:
    assert pdf_damage(replaced(pdf(), place, bytes(12))).startswith("/FlateDecode")


def test_a_part_that_was_cut_out_moves_the_table() -> None:
    raw = pdf()
    assert pdf_damage(raw.replace(b"1 0 obj", b"")) == "startxref"
    assert pdf_damage(raw[:10] + b"more" + raw[10:]) == "startxref"
    assert pdf_damage(raw.replace(b"startxref\n", b"startxref\n999999")) == "startxref"


def test_a_document_of_several_versions_is_read_from_its_last_table() -> None:
    raw = pdf()
    more = b"2 0 obj\n<< >>\nendobj\n"
    whole = (
        raw + more + b"xref\n0 0\ntrailer\n<< >>\nstartxref\n%d\n%%%%EOF\n" % (len(raw) + len(more))
    )
    assert pdf_damage(whole) == ""


def archive(content: bytes, method: int = zipfile.ZIP_STORED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as parts:
        parts.writestr("mimetype", "x")
        parts.writestr("content.xml", content)
    return file.getvalue()


def damage(raw: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        return archive_damage(parts)


def test_parts_differ_from_their_checksums() -> None:
    raw = archive(TEXT)
    assert damage(raw) == ""
    assert damage(raw.replace(b"Sado", b"Soda", 1)) == "content.xml"


def test_a_document_that_unpacks_to_too_much_is_not_unpacked() -> None:
    file = io.BytesIO(archive(bytes(10_000), zipfile.ZIP_DEFLATED))
    with zipfile.ZipFile(file) as parts:
        parts.infolist()[1].file_size = MOST_BYTES + 1
        assert archive_damage(parts) == "> 256 MB"
