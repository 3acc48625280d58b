"""The size of a picture, and whether it is whole."""

from __future__ import annotations

import io
import re
import warnings
from typing import TYPE_CHECKING

from PIL import Image

from portal.data.jpeg_scan import has_zeroed_scan
from portal.data.root import MOST_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

_ENDS = {"jpeg": b"\xff\xd9", "png": b"IEND\xaeB`\x82"}
"""The mark at the end of the data, if the form has one; cameras may add data of their own after it."""

_TAIL = 64 * 1024
"""Number of bytes at the end that must contain the mark."""

_ORIENTATION = 0x0112
"""The EXIF tag for the orientation of the camera (CIPA DC-008)."""

_LYING = (5, 6, 7, 8)
"""Its values for a picture stored on its side."""


def measure(raw: bytes, form: str) -> tuple[int, int, str, str]:
    """Width and height in pixels, and the code and the reason of what is wrong with the picture, if anything is."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # our own rule judges its size
            with Image.open(io.BytesIO(raw), formats=(form.upper(),)) as image:
                width, height = image.size
                if orientation(image) in _LYING:
                    width, height = height, width
                if form == "png" and getattr(image, "is_animated", False):
                    return width, height, "image-animated", ""
    except Exception as error:  # a damaged file can fail in any way, all of which mean the same
        return 0, 0, "image-unreadable", str(error).partition("<")[0].strip(" '\"") or form
    if _ENDS.get(form, b"") not in raw[-_TAIL:]:
        return width, height, "image-unreadable", "truncated"
    damage = _damage(raw, form) if width * height <= MOST_PIXELS else ""
    return width, height, "image-unreadable" if damage else "", damage


def _damage(raw: bytes, form: str) -> str:
    """The part whose pixels cannot be right, as its format calls it; empty if nothing speaks for damage.

    The parts of a PNG have checksums. A JPEG has none: it is decoded, as small as its form allows.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(raw), formats=(form.upper(),)) as image:
                if form == "png":
                    image.verify()
                    return ""
                image.draft(None, (1, 1))  # which other forms than JPEG do not know
                image.load()
    except Exception as error:  # as above
        chunk = re.search(r"b'([A-Za-z]{4})'", str(error))
        return chunk[1] if chunk else form.upper()
    return "0x00" if form == "jpeg" and has_zeroed_scan(raw) else ""


def orientation(image: Picture) -> int:
    """The orientation of the camera, from 1 to 8 (EXIF); 1 is upright.

    EXIF data after the pixels of a PNG are ignored: Pillow would have to decode the pixels first.
    """
    if image.format == "PNG" and "exif" not in image.info:
        return 1
    found = image.getexif().get(_ORIENTATION, 1)
    return found if isinstance(found, int) else 1
