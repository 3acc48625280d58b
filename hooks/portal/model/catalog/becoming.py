"""What a portal becomes without an edit: when readers see something else, and whether they do already."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.model.catalog.catalog import build_catalog
from portal.model.catalog.public_state import public_state
from portal.model.catalog.schedule import changes
from portal.model.values.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.reading.load import Loaded
    from portal.model.values.partial_date import PartialDate


class Becoming:
    """A portal at any moment."""

    def __init__(self, loaded: Loaded, last_days: Iterable[PartialDate] = ()) -> None:
        """``last_days`` are those of what is no record and is shown until then, as a badge."""
        self._loaded, self._last_days = loaded, tuple(last_days)

    def has_changed(self, records: str, day: PartialDate, now: Moment) -> bool:
        """Whether readers should see something else than what was made on a day, with records of that digest."""
        over = any(day <= last < now.day for last in self._last_days)
        return over or self._digest(now) != records

    def following(self, now: Moment) -> Moment | None:
        """The next moment at which readers see something else; not one at which only what is kept back changes."""
        ends = [Moment(day).over for day in self._last_days]
        last_end = min((end for end in ends if end > now), default=None)
        before, to_come = self._digest(now), (m for m in changes(self._loaded) if m > now)
        change = next((m for m in to_come if self._digest(m) != before), None)
        return min(filter(None, (change, last_end)), default=None)

    def _digest(self, moment: Moment) -> str:
        return public_state(build_catalog(self._loaded, moment)).digest
