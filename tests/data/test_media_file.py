"""What a file beside a record is, is told by its content and not by its name."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from samples import drawing, photograph, spreadsheet

from portal.data.media_file import MediaFile, format_of, read_file
from portal.data.opening import LARGEST_FILE
from portal.data.store import digest


def read(folder: Path, name: str, content: bytes) -> MediaFile:
    path = folder / name
    path.write_bytes(content)
    return read_file(name, path)


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (photograph()[:64], "jpeg"),
        (drawing()[:64], "png"),
        (spreadsheet("")[:300], "ods"),
        (b"%PDF-1.7\n", "pdf"),
        (b"\0\0\0\x18ftypheic", "heic"),
        (b"\0\0\0\x18ftypmif1", "heic"),
        (b"\0\0\0\x18ftypavif", "avif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "webp"),
        (b"GIF89a", "gif"),
        (b"PK\x03\x04" + bytes(26) + b"[Content_Types].xml", "Microsoft Office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "Microsoft Office"),
        (b"PK\x03\x04" + bytes(60), "zip"),
        (b"MZ", ""),
        (b"", ""),
    ],
)
def test_a_format_shows_in_the_first_bytes(head: bytes, form: str) -> None:
    assert format_of(head) == form


@pytest.mark.parametrize(("orientation", "size"), [(1, (900, 500)), (6, (500, 900))])
def test_a_picture_is_measured_as_it_stands(
    tmp_path: Path, orientation: int, size: tuple[int, int]
) -> None:
    found = read(tmp_path, "a.jpg", photograph(900, 500, orientation))
    assert (found.width, found.height) == size
    assert found.fault == ""


def test_pixels_are_looked_at(tmp_path: Path) -> None:
    raw = drawing(700, 300)
    middle = len(raw) // 2
    found = read(tmp_path, "a.png", raw[:middle] + b"nonsense" + raw[middle + 8 :])
    assert (found.width, found.height, found.fault) == (700, 300, "image-unreadable")


@pytest.mark.parametrize("cut", [40, 400])
def test_a_file_that_was_cut_off_is_found_out(tmp_path: Path, cut: int) -> None:
    assert read(tmp_path, "a.png", drawing()[:cut]).fault == "image-unreadable"
    assert read(tmp_path, "a.jpg", photograph()[:cut]).fault == "image-unreadable"
    assert (
        read(tmp_path, "a.ods", spreadsheet("x" * 900)[: cut + 200]).fault == "document-unreadable"
    )


def test_a_huge_file_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    with path.open("wb") as file:
        file.write(b"%PDF-1.7")
        file.truncate(2**34)  # a hole: it takes no room on the disk
    assert read_file("a.pdf", path).fault == "media-too-large"


def open_document(kind: bytes) -> bytes:
    head = b"PK\x03\x04" + bytes(18) + len(kind).to_bytes(4, "little")
    return head + b"\x08\0\0\0mimetype" + kind + b"PK"


OASIS = b"application/vnd.oasis.opendocument."


@pytest.mark.parametrize(
    ("head", "form"),
    [
        (open_document(OASIS + b"text"), "odt"),
        (open_document(OASIS + b"presentation"), "odp"),
        (open_document(OASIS + b"graphics"), "application/vnd.oasis.opendocument.graphics"),
        (open_document(OASIS + b"text\xff"), "application/vnd.oasis.opendocument.text\ufffd"),
        (b"\0\0\0\x18ftypavis", "avif"),
        (b"RIFF\0\0\0\0WAVEfmt ", ""),
        (b"\0\0\0\0WEBPWEBP", ""),
        (b"BM\0\0", "bmp"),
        (b"II*\0", "tiff"),
        (b"MM\0*", "tiff"),
        (b"<svg xmlns=", "svg"),
    ],
)
def test_formats_that_are_not_published_are_known_by_name(head: bytes, form: str) -> None:
    assert format_of(head) == form


def test_all_that_is_known_of_a_file(tmp_path: Path) -> None:
    content = b"%PDF-1.7\n%%EOF\n"
    assert read(tmp_path, "a.pdf", content) == MediaFile(
        "a.pdf", tmp_path / "a.pdf", len(content), "pdf", digest=digest(content)
    )
    content = photograph()
    assert read(tmp_path, "a.jpg", content) == MediaFile(
        "a.jpg", tmp_path / "a.jpg", len(content), "jpeg", 1000, 600, digest=digest(content)
    )
    found = read(tmp_path, "b.jpg", b"BM")
    assert (found.size, found.format, found.fault) == (2, "bmp", "")


def test_what_is_wrong_with_a_file_is_told_with_the_reason(tmp_path: Path) -> None:
    found = read(tmp_path, "a.pdf", b"%PDF-1.7")
    assert (found.fault, found.reason) == ("document-unreadable", "%%EOF")
    found = read(tmp_path, "a.png", drawing()[:-2])
    assert (found.fault, found.reason) == ("image-unreadable", "truncated")


def test_a_file_of_the_largest_size_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-1.7")
    os.truncate(path, LARGEST_FILE)
    assert read_file("a.pdf", path).fault == "document-unreadable"
    os.truncate(path, LARGEST_FILE + 1)
    assert read_file("a.pdf", path).fault == "media-too-large"
