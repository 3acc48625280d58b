"""When the site changes without an edit: a record appears or expires, an exchange begins, a plan has passed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.values.moment import Moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.reading.load import Loaded
    from portal.model.records.record import Record
    from portal.model.values.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Schedule:
    """The period during which the same is public. It names no record, so that embargoes stay secret."""

    since: Moment | None
    """The last change."""
    until: Moment | None
    """The next change, when the site has to be built again."""

    def holds_at(self, now: Moment) -> bool:
        """Whether nothing changes between that moment and the one this was made for."""
        has_begun = self.since is None or self.since <= now
        return has_begun and (self.until is None or now < self.until)


def changes(loaded: Loaded) -> list[Moment]:
    """Every moment at which the site may change without an edit, the earliest first."""
    return sorted({moment for row in loaded.records for moment in _changes(row.record)})


def _changes(record: Record) -> Iterator[Moment]:
    if record.draft:
        return
    yield from filter(None, (record.appears, record.leaves))
    yield from (
        moment for moment in record.turns if record.has_come(moment) and not record.is_over(moment)
    )


def schedule(loaded: Loaded, now: Moment, last_days: Iterable[PartialDate] = ()) -> Schedule:
    """The changes before and after a moment; ``last_days`` are those after which something else is said."""
    found = [*changes(loaded), *(Moment(day).over for day in last_days)]
    return Schedule(
        since=max((moment for moment in found if moment <= now), default=None),
        until=min((moment for moment in found if moment > now), default=None),
    )
