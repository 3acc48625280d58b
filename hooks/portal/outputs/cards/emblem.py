"""Two interlocking rings, the portal's sign: the shapes of ``theme/assets/portal.svg``, drawn as pixels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PIL import Image, ImageDraw

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

BAND, WHITE, GOLD = "#0b4f5c", "#ffffff", "#f2b84b"

SIDE, CORNER, RADIUS, STROKE, LEFT, RIGHT = 64, 14, 14, 4, 25, 39
"""In the units of the SVG: side and corner of the square, radius and stroke of a ring, centers of the two."""

_FINER = 4
"""Pixels drawn for each that is kept, in both directions: the edges come out smooth."""


def icon(side: int, *, rounded: bool) -> Picture:
    """The sign on its square, with round corners or, for systems that cut these themselves, without."""
    finer = side * _FINER
    ground = Image.new("RGBA", (finer, finer), (0, 0, 0, 0) if rounded else BAND)
    if rounded:
        edge = finer - 1
        corner = CORNER * finer / SIDE
        ImageDraw.Draw(ground).rounded_rectangle((0, 0, edge, edge), corner, BAND)
    _draw_rings(ground, WHITE, GOLD)
    return ground.reduce(_FINER)


def rings(height: int, left: str = WHITE, right: str = GOLD, *, times: int = _FINER) -> Picture:
    """The two rings alone, on nothing; ``height`` is that of a ring in pixels, drawn so many times finer."""
    finer = round(height * times * SIDE / (2 * RADIUS + STROKE))
    ground = Image.new("RGBA", (finer, finer), (0, 0, 0, 0))
    _draw_rings(ground, left, right)
    return ground.crop(ground.getbbox()).reduce(times)


def _draw_rings(ground: Picture, left: str, right: str) -> None:
    """The right ring over the left one, but for the upper crossing, where it goes below."""
    draw = ImageDraw.Draw(ground)
    scale = ground.width / SIDE
    first, second = (_box(center, scale) for center in (LEFT, RIGHT))
    width = round(STROKE * scale)
    draw.ellipse(first, outline=left, width=width)
    draw.ellipse(second, outline=right, width=width)
    draw.arc(first, start=-80, end=-40, fill=left, width=width)


def _box(center: int, scale: float) -> tuple[float, float, float, float]:
    reach = RADIUS + STROKE / 2
    middle = SIDE / 2
    sides = center - reach, middle - reach, center + reach, middle + reach
    return (sides[0] * scale, sides[1] * scale, sides[2] * scale, sides[3] * scale)
