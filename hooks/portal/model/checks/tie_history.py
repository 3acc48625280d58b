"""The last turning points of a tie must lead to what the tie is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.checks.possible_dates import impossible_dates
from portal.model.values.time_order import surely_before
from portal.model.values.walk import walk

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Row
    from portal.model.records.city import City
    from portal.model.records.partnership import Partnership, Stage
    from portal.model.values.moment import Moment
    from portal.model.values.walk import Loc

_LATER = {
    "signed": ("active", "dormant", "unknown"),
    "active": ("dormant", "unknown"),
    "dormant": ("unknown",),
    "unknown": ("proposed", "signed", "active", "dormant", "ended"),
}
"""By the status in a turning point: what a tie may have become since without another one. Sources seldom say when a
signed tie came alive, when it fell asleep, or when they lost sight of it."""


def history_problems(
    row: Row[City], tie: Partnership, loc: Loc, now: Moment, *, is_status_wrong: bool = False
) -> Iterator[Problem]:
    """A last kind or a last status that is not the tie's own; a tie of a kind later than its history says.

    If the status is known to be wrong, it is not compared as well.
    """
    kinds = [(n, stage) for n, stage in enumerate(tie.history) if stage.kind]
    statuses = [(n, stage) for n, stage in enumerate(tie.history) if stage.status]
    if kinds:
        index, stage = kinds[-1]
        if stage.kind != tie.kind:
            found = {"field": "kind", "found": str(stage.kind), "other": tie.kind}
            yield Problem(row.place((*loc, "history", index, "kind")), "history-differs", found)
        elif (
            surely_before(stage.date, tie.signed)
            and not _is_misplaced(stage, tie)
            and not _is_date_wrong(row, loc, now)
        ):
            found = {"field": "signed", "found": str(tie.signed)}
            found |= {"other": "history", "limit": str(stage.date)}
            yield Problem(row.place((*loc, "signed")), "date-after", found)
    if statuses and not is_status_wrong:
        index, stage = statuses[-1]
        if not _leads_to(stage, tie) and not _is_date_wrong(row, loc, now):
            found = {"field": "status", "found": str(stage.status), "other": tie.status}
            yield Problem(row.place((*loc, "history", index, "status")), "history-differs", found)


def _is_date_wrong(row: Row[City], loc: Loc, now: Moment) -> bool:
    """Whether a date of a tie has a problem of its own."""
    return any(place[:2] == loc for place in impossible_dates(walk(row.record), now))


def _is_misplaced(stage: Stage, tie: Partnership) -> bool:
    """Whether a turning point stands in the list where it cannot be, which is a problem of its own."""
    place = tie.history.index(stage)
    return any(surely_before(stage.date, other.date) for other in tie.history[:place])


def _leads_to(stage: Stage, tie: Partnership) -> bool:
    """Whether a tie can have its status although this is its last turning point with one."""
    if stage.status == tie.status:
        return True
    if stage.status == "proposed":  # the tie itself says when it was signed
        return tie.since is not None and not surely_before(tie.since, stage.date)
    if tie.status == "ended" and tie.ended:  # and when it ended
        return not surely_before(tie.ended, stage.date)
    return tie.status in _LATER.get(str(stage.status), ())
