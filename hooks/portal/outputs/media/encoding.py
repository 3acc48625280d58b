"""Makes the published forms of a picture. Imported only to encode."""

from __future__ import annotations

import io
import warnings
from functools import partial
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageCms, ImageOps

from portal.data.picture import orientation

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PIL.Image import Image as Picture

PHOTOGRAPH: dict[str, dict[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 6, "max_threads": 1},
    "webp": {"format": "WEBP", "quality": 78, "method": 5},
    "jpg": {"format": "JPEG", "quality": 80, "progressive": True, "optimize": True},
}
"""Options of Pillow for each extension; at these qualities the three look alike at arm's length."""

LOSSLESS: dict[str, Any] = {"format": "WEBP", "lossless": True, "quality": 100, "method": 5}
"""For drawings: edges stay sharp, and few colors take few bytes."""

LOSSY: dict[str, Any] = {"format": "WEBP", "quality": 90, "method": 5}
"""For a photograph that came as PNG."""

WORTH = 2
"""How many times larger a lossless picture may be than a lossy one: drawings stay below it, photographs exceed it."""


PALETTE = 256
"""Colors: a drawing that has no more keeps a palette, also where scaling has mixed them."""


class Unreadable(Exception):
    """A picture with a good header and damaged pixels; its text says what is wrong."""


def encode(raw: bytes, form: str, sizes: Iterable[tuple[int, int]]) -> dict[tuple[int, str], bytes]:
    """A picture in all formats of its kind and in these sizes, by width and ending; raises ``Unreadable``.

    Nothing of the original's metadata is left: neither the place where it was taken nor the camera.
    """
    upright = _upright(raw, form)
    forms = _photograph if form == "jpeg" else partial(_drawing, colors=_colors(upright))
    return {
        (size[0], ending): content for size in sizes for ending, content in forms(upright, size)
    }


def _photograph(original: Picture, size: tuple[int, int]) -> Iterator[tuple[str, bytes]]:
    picture = _resized(original, size, Image.Resampling.LANCZOS)
    for ending, how in PHOTOGRAPH.items():
        yield ending, _save(picture, how)


def _drawing(
    original: Picture, size: tuple[int, int], *, colors: int
) -> Iterator[tuple[str, bytes]]:
    """A filter that makes no halos keeps the flat areas of a drawing flat, and small."""
    picture = _resized(original, size, Image.Resampling.HAMMING)
    if colors:
        picture = picture.quantize(PALETTE, dither=Image.Dither.NONE)
    yield "png", _save(picture, {"format": "PNG", "optimize": True})
    lossless, lossy = (_save(picture.convert(original.mode), how) for how in (LOSSLESS, LOSSY))
    yield "webp", lossless if len(lossless) <= WORTH * len(lossy) else lossy


def _resized(original: Picture, size: tuple[int, int], how: Image.Resampling) -> Picture:
    return original if size == original.size else original.resize(size, how)


def _colors(picture: Picture) -> int:
    """How many colors a drawing has if a palette can hold them and nothing shines through, else 0."""
    found = picture.getcolors(PALETTE) if picture.mode == "RGB" else None
    return len(found or ())


def _upright(raw: bytes, form: str) -> Picture:
    """The pixels in sRGB, turned as the camera was held."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # its size was judged before
            with Image.open(io.BytesIO(raw), formats=(form.upper(),)) as image:
                turned = ImageOps.exif_transpose(image) if orientation(image) > 1 else image
                return _in_srgb(turned, "RGB" if form == "jpeg" else "RGBA")
    except Exception as error:  # a damaged file can fail in any way, all of which mean the same
        raise Unreadable(str(error)) from None


def _in_srgb(image: Picture, mode: str) -> Picture:
    """The pixels alone, in the colors that browsers expect of a picture without a profile."""
    profile = image.info.get("icc_profile")
    if image.mode.startswith("I"):  # 16 bits of gray, which a plain conversion would cut off
        image = image.convert("I").point(lambda value: value / 256).convert("L")
    found = image.convert(mode) if image.mode != "CMYK" else image
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            found = _converted(found, own, mode)
        except ImageCms.PyCMSError:
            pass  # a broken profile is as good as none
    found = found.convert(mode)
    if mode == "RGBA" and found.getchannel("A").getextrema() == (255, 255):
        found = found.convert("RGB")
    clean = Image.new(found.mode, found.size)
    clean.paste(found)
    return clean


def _converted(image: Picture, profile: ImageCms.ImageCmsProfile, mode: str) -> Picture:
    """The picture in sRGB; its transparency stays as it is."""
    srgb = ImageCms.createProfile("sRGB")
    colors = image if image.mode == "CMYK" else image.convert("RGB")
    found = ImageCms.profileToProfile(colors, profile, srgb, outputMode="RGB")
    assert found is not None
    if mode == "RGBA":
        found.putalpha(image.getchannel("A"))
    return found


def _save(picture: Picture, how: dict[str, Any]) -> bytes:
    file = io.BytesIO()
    picture.save(file, **how)
    return file.getvalue()
