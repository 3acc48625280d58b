"""The marks of ties on a map that shows all: their government's shape and color, filled by their kind.

Both can be told apart without colors.
"""

from __future__ import annotations

from portal.model.records.partnership import PARTNERSHIP_KINDS
from portal.pages.render.home_marks import SHAPES, shape_of

_HOLE = "M-4 {0}a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"
_BAR = "M-4.5 {0}H4.5"
FILLS = (("full", ""), ("full", _HOLE), ("bare", _BAR), ("bare", ""))
"""Of each kind: whether its shape is filled or an outline, and what stands inside."""

_MIDDLES = {2: 3.2, 4: -3.2}
"""How far below the middle of its square that of a shape lies, where it does not lie there."""

PLACE = "M-7 0a7 7 0 1 0 14 0a7 7 0 1 0-14 0z"
"""A place without a tie."""


def mark_of(owner: str, kind: str) -> tuple[str, str]:
    """The class and the SVG path data of the mark of a tie; without a kind, of a place that has none."""
    if not kind:
        return "full", PLACE
    look, inside = FILLS[PARTNERSHIP_KINDS.index(kind) % len(FILLS)]
    shape = shape_of(owner)
    middle = _MIDDLES.get(SHAPES.index(shape) if shape in SHAPES else 0, 0)
    return look, shape + inside.format(f"{middle:g}")
