"""When the site changes without an edit: a record is due to be published or to expire."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from portal.model.reading.load import Loaded
    from portal.model.values.moment import Moment


@dataclass(frozen=True, slots=True)
class Schedule:
    """The period during which the same records are public. It names no record, so that embargoes stay secret."""

    since: Moment | None
    """The last change of state."""
    until: Moment | None
    """The next change of state, when the site has to be built again."""

    def holds_at(self, now: Moment) -> bool:
        """Whether no record is published or expires between that moment and the one this was made for."""
        has_begun = self.since is None or self.since <= now
        return has_begun and (self.until is None or now < self.until)


def schedule(loaded: Loaded, now: Moment) -> Schedule:
    """The changes of state before and after a moment."""
    changes = {
        moment
        for row in loaded.records
        if not row.record.draft
        for moment in (row.record.appears, row.record.leaves)
        if moment is not None
    }
    return Schedule(
        since=max((moment for moment in changes if moment <= now), default=None),
        until=min((moment for moment in changes if moment > now), default=None),
    )
