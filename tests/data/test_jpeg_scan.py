"""Zeros in the middle of a JPEG are told from pixels of one color."""

from __future__ import annotations

import io
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from samples import photograph

from portal.data.jpeg_scan import has_zeroed_scan

WHITE = Image.new("RGB", (1200, 800), "white")
BLACK = Image.new("L", (1200, 800), 0)
NOISE = Image.effect_noise((1200, 800), 60)
GRADIENT = Image.linear_gradient("L").resize((1200, 800))


def jpeg(picture: Image.Image, **how: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, "JPEG", **how)
    return file.getvalue()


def zeroed(raw: bytes, count: int, share: float = 0.5) -> bytes:
    place = int(len(raw) * share)
    return raw[:place] + bytes(count) + raw[place + count :]


@pytest.mark.parametrize(
    "how",
    [{}, {"optimize": True}, {"progressive": True}, {"quality": 95}, {"subsampling": 0}],
    ids=str,
)
@pytest.mark.parametrize(
    "picture", [WHITE, BLACK, NOISE, GRADIENT], ids=["white", "black", "noise", "gradient"]
)
def test_whole_pictures_are_whole(picture: Image.Image, how: dict[str, Any]) -> None:
    assert not has_zeroed_scan(jpeg(picture, **how))
    assert not has_zeroed_scan(jpeg(picture.convert("CMYK"), **how))


@pytest.mark.parametrize("picture", [WHITE, NOISE, GRADIENT], ids=["white", "noise", "gradient"])
@pytest.mark.parametrize("share", [0.2, 0.5, 0.9])
def test_zeros_are_found_where_the_usual_tables_give_them_a_meaning(
    picture: Image.Image, share: float
) -> None:
    assert has_zeroed_scan(zeroed(jpeg(picture), 200, share))


def test_a_photograph_with_zeros() -> None:
    assert not has_zeroed_scan(photograph())
    assert has_zeroed_scan(zeroed(photograph(), 40))


def test_zeros_before_the_pixels_say_nothing() -> None:
    exif = Image.Exif()
    exif[0x927C] = bytes(500)
    assert not has_zeroed_scan(jpeg(GRADIENT, exif=exif))


@given(st.binary(max_size=400), st.integers(0, 3000))
def test_any_bytes_can_be_read(more: bytes, place: int) -> None:
    raw = photograph(64, 48)
    for damaged in (
        more,
        raw[:place] + more + raw[place:],
        b"\xff\xd8" + more + bytes(30),
        raw[:place] + bytes(30),
    ):
        assert has_zeroed_scan(damaged) in (True, False)
