"""The mark of a government: a shape and a color by its order among those that publish here, the same on every page.

The colors are those of the style sheet, ``--home-1`` to ``--home-8``; a shape tells governments apart without them.
"""

from __future__ import annotations

from functools import cache

from markupsafe import Markup

SHAPES = (
    "M-10.5 0a10.5 10.5 0 1 0 21 0a10.5 10.5 0 1 0-21 0z",
    "M-12 0 0-12 12 0 0 12z",
    "M-11 9.5 0-10.5 11 9.5z",
    "M-9-9H9V9H-9z",
    "M-11-9.5H11L0 10.5z",
    "M-3.5-11H3.5V-3.5H11V3.5H3.5V11H-3.5V3.5H-11V-3.5H-3.5z",
    "M-11 0-5.5-9.5H5.5L11 0 5.5 9.5H-5.5z",
    "M0-12 3-3 12 0 3 3 0 12-3 3-12 0-3-3z",
)
"""As SVG path data around the origin, 24 units wide: circle, diamond, triangle, square, triangle upside down, cross,
hexagon, star."""

OTHER = "M-9.5-5.5-5.5-9.5 0-4 5.5-9.5 9.5-5.5 4 0 9.5 5.5 5.5 9.5 0 4-5.5 9.5-9.5 5.5-4 0z"
"""The shape of all governments that do not publish here: a saltire."""


def color_at(position: int) -> str:
    """The class of the color and the shape of the government at a position from 0; after the last the first follows."""
    return f"home-{position % len(SHAPES) + 1}"


def shape_of(color: str) -> str:
    """The shape that goes with a color: ``home-1`` is a circle, without a number too; ``home-0`` is all others'."""
    number = color.removeprefix("home-")
    if number == "0":
        return OTHER
    return SHAPES[int(number) - 1 if number.isdecimal() else 0]


@cache
def mark_at(position: int) -> Markup:
    """The mark as a picture in a line of text, without words: the name stands beside it."""
    color = color_at(position)
    return Markup(
        f'<svg class="sign {color}" viewBox="-12 -12 24 24" aria-hidden="true">'
        f'<path d="{shape_of(color)}"/></svg>'
    )
