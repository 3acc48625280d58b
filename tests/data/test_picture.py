"""A picture is measured as readers will see it, and what would not show is told."""

from __future__ import annotations

import io
import zlib

import pytest
from PIL import Image
from samples import drawing, photograph

from portal.data.picture import measure, orientation


def animation() -> bytes:
    file = io.BytesIO()
    frames = [Image.new("L", (900, 300), shade) for shade in (0, 255)]
    frames[0].save(file, "PNG", save_all=True, append_images=frames[1:])
    return file.getvalue()


@pytest.mark.parametrize("turn", range(1, 9))
def test_a_picture_held_on_its_side_is_measured_upright(turn: int) -> None:
    size = (500, 900) if turn > 4 else (900, 500)
    assert measure(photograph(900, 500, turn), "jpeg") == (*size, "", "")


def test_a_turn_is_known_from_the_camera_and_else_upright() -> None:
    with Image.open(io.BytesIO(photograph(orientation=6))) as turned:
        assert orientation(turned) == 6
    with Image.open(io.BytesIO(drawing())) as plain:
        assert orientation(plain) == 1
    bare = io.BytesIO()
    Image.new("L", (10, 10)).save(bare, "JPEG")
    with Image.open(bare) as without:
        assert orientation(without) == 1


def test_the_turn_of_a_png_stands_before_its_pixels() -> None:
    exif = Image.Exif()
    exif[0x0112] = 8
    file = io.BytesIO()
    Image.new("L", (900, 500)).save(file, "PNG", exif=exif)
    assert measure(file.getvalue(), "png") == (500, 900, "", "")


def test_a_picture_that_moves_is_told_with_its_size() -> None:
    assert measure(animation(), "png") == (900, 300, "image-animated", "")


@pytest.mark.parametrize(
    ("raw", "form"), [(photograph(), "jpeg"), (drawing(), "png")], ids=["jpeg", "png"]
)
def test_a_picture_that_ends_too_early_is_told(raw: bytes, form: str) -> None:
    size = (1000, 600) if form == "jpeg" else (1000, 400)
    assert measure(raw[:-2], form) == (*size, "image-unreadable", "truncated")
    after = b"\0" * (64 * 1024 - 8)
    assert measure(raw + after, form) == (*size, "", "")
    assert measure(raw + after + b"\0" * 9, form)[2:] == (
        "image-unreadable",
        "truncated",
    )


def test_what_is_no_picture_is_told_without_the_path_of_a_machine() -> None:
    assert measure(b"\xff\xd8\xffnonsense", "jpeg") == (
        0,
        0,
        "image-unreadable",
        "cannot identify image file",
    )
    assert measure(drawing(), "jpeg")[2:] == (
        "image-unreadable",
        "cannot identify image file",
    )


def test_a_reason_is_given_even_where_the_library_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError

    monkeypatch.setattr(Image, "open", fail)
    assert measure(drawing(), "png") == (0, 0, "image-unreadable", "png")


def test_a_picture_of_many_pixels_is_measured_without_a_warning() -> None:
    """Pillow warns of 89 million pixels, and refuses twice as many; our own rule judges before."""
    raw = bytearray(drawing())
    raw[16:24] = (10_000).to_bytes(4, "big") * 2
    raw[29:33] = zlib.crc32(raw[12:29]).to_bytes(4, "big")
    assert measure(bytes(raw), "png") == (10_000, 10_000, "", "")
