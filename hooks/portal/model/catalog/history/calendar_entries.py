"""Which entries of a history stand in calendars: exchanges and signings whose days are known, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.history.entry import Entry


def calendar_entries(entries: Iterable[Entry], subject: str = "") -> list[Entry]:
    """Those of a history, in order of date, with what took place within others.

    Of a subject, as ``cities/jp-kaga``, these are only the parts in which it took part: in the calendar of a city that
    came to a congress, the meetings of others there would be noise.
    """
    found = {
        one.id: one
        for entry in entries
        for one in (entry, *entry.inner)
        if one.has_days and (one is entry or not subject or subject in one.subjects())
    }
    return sorted(found.values(), key=lambda entry: (entry.start, entry.id))
