"""What will become public, or stop being it, without an edit: the moment of each record, in two editions."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from portal.model.catalog.catalog import WITHDRAWN, build_catalog
from portal.model.records.kinds import KINDS
from portal.model.values.locale import LOCALES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.comparison.side import Both, Name
    from portal.edition import Edition
    from portal.model.catalog.catalog import Catalog
    from portal.model.records.record import Record
    from portal.model.values.moment import Moment

MOST_MOMENTS = 100
"""How many moments are looked at; what a later one brings is only counted."""

APPEARS, LEAVES = "appears", "leaves"


@dataclass(frozen=True, slots=True)
class Event:
    """A record appears or leaves."""

    moment: Moment
    title: Both
    digest: bytes
    """Of what is public of it from then on, or until then."""


@dataclass(slots=True)
class Timetable:
    """The events of an edition after its moment, by record, and by whether it appears or leaves."""

    events: dict[tuple[str, Name], Event] = field(default_factory=dict)
    later: frozenset[tuple[str, ...]] = frozenset()
    """Records with a moment that was not looked at: kind, id, moments, digest."""


@dataclass(frozen=True, slots=True)
class TimeChange:
    """How an event differs between two editions."""

    how: str
    """``added``, ``moved``, ``revised`` (another text at the same moment) or ``taken-back``."""
    what: str
    """``appears`` or ``leaves``."""
    kind: str
    title: Both | None
    """None for a record that is kept back now: nobody may read its name."""
    moment: Moment | None
    """None if it was taken back."""
    before: Moment | None = None
    """When it was to happen before, if that was another moment."""


def timetable(edition: Edition) -> Timetable:
    """What comes and goes after the moment of an edition, as the gate will let it pass then.

    A record that refers to one with a later moment may come later than it says itself, or never.
    """
    loaded, now = edition.basis.loaded, edition.catalog.now
    records = (row.record for row in loaded.records if not row.record.draft)
    moments = sorted(
        {m for r in records for m in (r.appears, r.leaves) if m is not None and m > now}
    )
    found = (
        Timetable(later=_later(edition, moments[MOST_MOMENTS - 1]))
        if len(moments) > MOST_MOMENTS
        else Timetable()
    )
    before = edition.catalog
    for moment in moments[:MOST_MOMENTS]:
        after = build_catalog(loaded, moment)
        was, is_ = dict(_public(before)), dict(_public(after))
        for what, those, catalog, names in (
            (APPEARS, is_, after, is_.keys() - was.keys()),
            (LEAVES, was, before, was.keys() - is_.keys()),
        ):
            for name in sorted(names):
                title = {locale.code: those[name].title_in(locale.code) for locale in LOCALES}
                found.events[what, name] = Event(moment, title, catalog.digests[name])
        before = after
    return found


def _later(edition: Edition, last: Moment) -> frozenset[tuple[str, ...]]:
    rows = ((row, (row.record.appears, row.record.leaves)) for row in edition.basis.loaded.records)
    return frozenset(
        (row.kind, row.record.id, *map(str, moments), row.digest.hex())
        for row, moments in rows
        if not row.record.draft and any(moment is not None and moment > last for moment in moments)
    )


def _public(catalog: Catalog) -> Iterator[tuple[Name, Record]]:
    for kind in KINDS.with_records:
        for record in catalog.of(kind).values():
            yield (kind.name, record.id), record
    for record in catalog.shelves[WITHDRAWN].values():
        yield (next(k.name for k in KINDS if k.model is type(record)), record.id), record


@dataclass(frozen=True, slots=True)
class TimeChanges:
    """How the events of two editions differ."""

    changes: list[TimeChange]
    """In the order of their moments."""
    same: int
    """How many events are as before."""
    later: int
    """How many records differ of which a moment was not looked at."""


def time_changes(old: Edition, new: Edition) -> TimeChanges:
    """Compare what comes and goes."""
    before_now, after_now = timetable(old), timetable(new)
    was, is_ = before_now.events, after_now.events
    renamed = {
        (row.kind, former): (row.kind, row.record.id)
        for row in new.basis.loaded.records
        for former in row.record.former_ids
    }
    was = {(what, renamed.get(name, name)): event for (what, name), event in was.items()}
    found = []
    same = 0
    for (what, name), event in is_.items():
        before = was.get((what, name))
        if before is None:
            how = "added"
        elif before.moment != event.moment:
            how = "moved"
        elif before.digest != event.digest and what == APPEARS:
            how = "revised"
        else:
            same += 1
            continue
        earlier = before.moment if before and how == "moved" else None
        found.append(TimeChange(how, what, name[0], event.title, event.moment, earlier))
    public = dict(_public(new.catalog))
    written = {(row.kind, row.record.id) for row in new.basis.loaded.records}
    for (what, name), event in was.items():
        if (what, name) not in is_ and (name in public) == (what == LEAVES):
            title = event.title if name in public or name not in written else None
            found.append(TimeChange("taken-back", what, name[0], title, None, event.moment))
    later = {entry[:2] for entry in before_now.later ^ after_now.later}
    return TimeChanges(sorted(found, key=_order), same, len(later))


def _order(change: TimeChange) -> tuple[str, str, str]:
    when = change.moment or change.before
    return (when.timestamp if when else "", change.kind, (change.title or {}).get("en", ""))
