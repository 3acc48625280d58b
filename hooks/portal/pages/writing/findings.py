"""What is wrong on a written page, before its place in the source is looked for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.data.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from portal.pages.writing.source_places import SourcePlaces


@dataclass(frozen=True, slots=True)
class Finding:
    """A problem with something in the HTML of a page."""

    code: str
    found: Mapping[str, str] = field(default_factory=dict)
    element: int | None = None
    """The index of the element concerned."""
    run: int | None = None
    """The index of the text concerned, if it is text."""
    position: int = 0
    """In that text."""
    sought: tuple[str, ...] = ()
    """What to look for at that place in the source, the most exact first."""
    offset: int | None = None
    """Where in the source it stands, if that is known."""
    is_listed: bool = False
    """Whether a list of attributes can be meant."""

    missing: tuple[str, ...] = ()
    """What is not there, if nothing else is wrong."""

    def problem(self, places: SourcePlaces) -> Problem:
        """The same with its place."""
        return Problem(self._place(places), self.code, self.found, self.missing)

    def _place(self, places: SourcePlaces) -> Place:
        if self.offset is not None:
            return places.at(self.offset)
        if self.run is not None:
            return places.text(self.run, self.position, *self.sought)
        if self.element is not None:
            return places.element(self.element, *self.sought, listed=self.is_listed)
        return places.anywhere(*self.sought) if self.sought else places.start()
