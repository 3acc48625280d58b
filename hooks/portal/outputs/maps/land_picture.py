"""The land and the sea of a window as an SVG file, which pages show as a picture below their places."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.maps.coastline import area, cut_to, path
from portal.outputs.maps.land import land
from portal.outputs.maps.window import BLEED

if TYPE_CHECKING:
    from portal.outputs.maps.window import Window

_FILL = "#6f9aa0"
"""One color, more or less transparent, stands on dark bands, on pale sea, and in dark mode."""

FOLDER = "assets/maps/"
"""Where the pictures are published, below the root of the site."""


def picture_path(window: Window) -> str:
    """The address of the picture of a window below the root of the site."""
    return f"{FOLDER}{window.name}.svg"


def land_picture(window: Window) -> bytes:
    """An SVG file without text, style or script; the same bytes for the same window."""
    right, bottom = window.width + BLEED, window.height + BLEED
    written = []
    for ring in window.land(land()):
        seen = cut_to(ring, -BLEED, -BLEED, right, bottom)
        if len(seen) > 2 and area(seen) >= window.smallest:
            written.append(path(seen))
    sea = (
        path(window.sea())
        if window.sea()
        else f"M0 0h{window.width}v{window.height}h-{window.width}z"
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {window.width} {window.height}">'
        f'<path fill="{_FILL}" fill-opacity=".12" d="{sea}"/>'
        f'<path fill="{_FILL}" fill-opacity=".5" fill-rule="evenodd" d="{"".join(written)}"/></svg>\n'
    ).encode()
