"""From which magnification on each place of a map has its name: names of one magnification keep clear of each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from portal.outputs.maps.place_names import LARGE, MARK, SIZE, sides

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from portal.outputs.maps.coastline import Point
    from portal.outputs.maps.place_names import Box, Side

LEVELS = (1, 2, 4, 8, 16)
"""The magnifications; a page that cannot magnify shows the names of the first."""

_CELL = 120
"""Units of the cells in which boxes are looked up."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A mark, or several side by side, and the name that they should have."""

    point: Point
    text: str
    shifts: tuple[float, ...] = (0,)
    """How far to the right each of its marks stands, whatever the magnification."""
    first: int = 1
    """The least magnification at which the name may stand."""


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name stands, from the middle of its mark."""

    text: str
    x: float
    y: float
    anchor: str
    level: int
    """The least magnification at which there is room for it; 0 if there is none at any."""
    fits_large: bool
    """Whether there is room for it on a phone, where letters are larger, before the map is magnified."""

    @property
    def shown(self) -> str:
        """Its class unless it is always shown: ``n4``, from four times on; ``n0``, only when its mark is pointed at."""
        return f"n{self.level}" if self.level != 1 else "" if self.fits_large else "small"


class _Room:
    """Boxes that are taken, by the cells that they touch."""

    def __init__(self, wanted: Sequence[Wanted], level: int, reach: float) -> None:
        self._cells: dict[tuple[int, int], list[tuple[Box, int | None]]] = defaultdict(list)
        for number, one in enumerate(wanted):
            x, y = _at(one, level)
            for shift in one.shifts:
                box = (x + shift - reach, y - reach, x + shift + reach, y + reach)
                self.take(box, number)

    def take(self, box: Box, own: int | None = None) -> None:
        """From now on nothing else may stand there but the name of that one, whose mark it is."""
        for cell in _cells(box):
            self._cells[cell].append((box, own))

    def is_free(self, box: Box, number: int) -> bool:
        """Whether nothing stands there but the mark of that one itself."""
        left, top, right, bottom = box
        for cell in _cells(box):
            for other, own in self._cells.get(cell, ()):
                if (
                    left < other[2]
                    and right > other[0]
                    and top < other[3]
                    and bottom > other[1]
                    and own != number
                ):
                    return False
        return True


def name_levels(
    wanted: Sequence[Wanted], width: int, height: int, *, levels: Sequence[int] = LEVELS
) -> list[Name]:
    """The name of each; the first of them are the first to get room. ``levels`` are those that the page has."""
    placed: dict[int, tuple[Side, int]] = {}
    for level in levels:
        room, size = _Room(wanted, level, MARK), (width * level, height * level)
        for number, (side, _) in placed.items():
            room.take(_moved(side.box, _at(wanted[number], level)))
        for number, one in enumerate(wanted):
            if number not in placed and one.text and one.first <= level:
                for side in _sides(one, SIZE):
                    box = _moved(side.box, _at(one, level))
                    if _is_inside(box, *size) and room.is_free(box, number):
                        room.take(box)
                        placed[number] = (side, level)
                        break
    large = _large(wanted, placed, width, height)
    found = []
    for number, one in enumerate(wanted):
        right, left, *_ = _sides(one, SIZE)
        side, level = placed.get(number) or (right if one.point[0] < width / 2 else left, 0)
        found.append(Name(one.text, side.x, side.y, side.anchor, level, number in large))
    return found


def _large(
    wanted: Sequence[Wanted], placed: dict[int, tuple[Side, int]], width: int, height: int
) -> set[int]:
    """Those of the first magnification for which there is room on the same side in large letters."""
    room, found = _Room(wanted, 1, MARK * 1.8), set[int]()
    for number, (side, level) in placed.items():
        if level == 1:
            same = (s for s in _sides(wanted[number], LARGE) if s.is_like(side))
            box = _moved(next(same).box, wanted[number].point)
            if _is_inside(box, width, height) and room.is_free(box, number):
                room.take(box)
                found.add(number)
    return found


def _sides(one: Wanted, size: float) -> Iterable[Side]:
    """Beside, above and below all of its marks."""
    beside = max(one.shifts)
    for side in sides(one.text, size):
        aside = {"start": beside, "end": -beside}.get(side.anchor, 0)
        yield replace(side, x=side.x + aside, box=_moved(side.box, (aside, 0))) if aside else side


def _at(one: Wanted, level: int) -> Point:
    return one.point[0] * level, one.point[1] * level


def _cells(box: Box) -> list[tuple[int, int]]:
    left, top, right, bottom = box
    columns = range(int(left // _CELL), int(right // _CELL) + 1)
    rows = range(int(top // _CELL), int(bottom // _CELL) + 1)
    return [(x, y) for x in columns for y in rows]


def _moved(box: Box, point: Point) -> Box:
    x, y = point
    return box[0] + x, box[1] + y, box[2] + x, box[3] + y


def _is_inside(box: Box, width: int, height: int) -> bool:
    return box[0] >= 4 and box[1] >= 4 and box[2] <= width - 4 and box[3] <= height - 4
