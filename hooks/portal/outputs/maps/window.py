"""What a map shows of the Earth, and where each point of it comes to stand."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.outputs.maps.coastline import Point, Ring
    from portal.outputs.maps.land import Land
    from portal.outputs.maps.sphere import Spot

BLEED = 20
"""Units of land that are kept around a window, so that no line is seen along its edge."""


class Window(ABC):
    """A rectangle of the plane, from the upper left corner, in units of its picture."""

    width: int

    @property
    @abstractmethod
    def scale(self) -> float:
        """Units of a kilometer: all maps keep areas equal."""

    @property
    @abstractmethod
    def least(self) -> float:
        """Square units that a corner of the land must span to be drawn."""

    @property
    @abstractmethod
    def smallest(self) -> float:
        """Square units of the smallest island that is drawn."""

    @property
    @abstractmethod
    def name(self) -> str:
        """Of its picture; two windows of one name are one."""

    @property
    @abstractmethod
    def height(self) -> int:
        """In units."""

    @abstractmethod
    def place(self, spot: Spot) -> Point:
        """Where a point of the Earth stands; outside the rectangle if the window does not show it."""

    @abstractmethod
    def land(self, land: Land) -> Iterator[Ring]:
        """Its outlines as they stand here, without what is too small; they may reach beyond the window."""

    def on_earth(self, square_units: float) -> float:
        """Square kilometers of as many square units."""
        return square_units / self.scale**2

    def sea(self) -> Ring:
        """The outline of what the map shows; nothing if that is all of the rectangle."""
        return []

    def holds(self, spot: Spot, margin: float = 0) -> bool:
        """Whether it shows a point, so many units or more from its edges."""
        x, y = self.place(spot)
        return margin <= x <= self.width - margin and margin <= y <= self.height - margin
