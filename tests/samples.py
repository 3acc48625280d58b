"""Pictures and documents that tests put beside releases, made as cameras and office programs make them."""

from __future__ import annotations

import io
import zipfile

from PIL import Image, ImageDraw
from PIL.TiffImagePlugin import IFDRational

GPS, ORIENTATION, MODEL = 0x8825, 0x0112, 0x0110
"""Tags of EXIF (CIPA DC-008)."""

CAMERA = "Camera of a person"


def photograph(width: int = 1000, height: int = 600, orientation: int = 1) -> bytes:
    """A JPEG as a phone makes it, with its model and the place; its upper left quarter is red."""
    picture = Image.linear_gradient("L").resize((width, height)).convert("RGB")
    ImageDraw.Draw(picture).rectangle((0, 0, width // 2, height // 2), "red")
    exif = Image.Exif()
    exif[ORIENTATION], exif[MODEL] = orientation, CAMERA
    degrees = tuple(map(IFDRational, (22, 37, 39)))
    exif.get_ifd(GPS).update({1: "N", 2: degrees})
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=90, exif=exif)
    return file.getvalue()


def drawing(width: int = 1000, height: int = 400, *, ground: str = "#00000000") -> bytes:
    """A PNG of a black circle on a ground that may be transparent."""
    picture = Image.new("RGBA", (width, height), ground)
    ImageDraw.Draw(picture).ellipse((10, 10, height - 10, height - 10), "black")
    file = io.BytesIO()
    picture.save(file, "PNG")
    return file.getvalue()


def spreadsheet(text: str) -> bytes:
    """An OpenDocument file with some words."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        for name, content in (
            ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            ("content.xml", f"<content>{text}</content>"),
            ("META-INF/manifest.xml", "<manifest/>"),
        ):
            parts.writestr(zipfile.ZipInfo(name), content)
    return file.getvalue()
