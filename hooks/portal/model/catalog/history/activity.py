"""When a tie was last active, as far as records tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.history.entry import Entry
    from portal.model.values.partial_date import PartialDate

_NO_ACTS = ("membership", "role", "report", "plan", "expiry")
"""Kinds of entries in which both sides need not have met."""


def last_activity(entries: Iterable[Entry], today: PartialDate) -> Entry | None:
    """The latest entry of a tie's history in which both sides acted: an exchange, a signing, a turn of the tie.

    Of several that ended on one day it is that with the fewest places, which tells most of this tie. What is planned,
    proposed or cancelled is none, and neither is what one side did alone.
    """
    acts = [entry for entry in entries if _is_act(entry, today)]
    return max(acts, key=_latest, default=None)


def _latest(entry: Entry) -> tuple[PartialDate, int, str]:
    return entry.last.last_day, -len(entry.cities), entry.id


def _is_act(entry: Entry, today: PartialDate) -> bool:
    if entry.state(today) != "past" or entry.kind in _NO_ACTS or entry.is_end:
        return False
    if entry.kind in ("tie", "approval"):
        return any(stage.status == "active" for stage in entry.stages)
    return True


def years_without(entry: Entry | None, today: PartialDate) -> int | None:
    """Whole years since an entry ended at the latest; None if there is none."""
    if entry is None:
        return None
    last = entry.last.last_day
    return today.year - last.year - ((today.month, today.day) < (last.month, last.day))
