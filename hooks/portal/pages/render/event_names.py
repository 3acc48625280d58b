"""What an event is called for programs: an identity that renaming does not change (RFC 5545, 3.8.4.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from portal.model.catalog.history.entry import Entry
    from portal.model.records.record import Record
    from portal.pages.render.view import View


def first_id(record: Record) -> str:
    """The id that a record had first."""
    return (*record.former_ids, record.id)[0]


def entry_name(entry: Entry, view: View) -> str:
    """Of an exchange its first id; of what a tie tells, the first ids of both sides, the kind and the date."""
    if entry.exchange:
        return first_id(entry.exchange)
    tie = entry.ties[0] if entry.ties else None
    if tie is None or not entry.id.startswith(tie.key):
        return entry.id
    home = view.catalog.homes.get(tie.owner)
    owner = first_id(home) if home else tie.owner
    return f"{first_id(tie.city)}--{owner}{entry.id.removeprefix(tie.key)}"


def realm(view: View) -> str:
    """Where that name is unique in the world (RFC 7986, 5.3): the root of the locale, with host and path.

    Programs keep one event of an identity. Another portal on the host has its own events, and so has the other
    language: who subscribes to both calendars sees both.
    """
    site = urlsplit(view.site)
    host = site.netloc.rpartition("@")[2].lower() or "portal"
    return f"{host}{site.path or '/'}{view.prefix}".rstrip("/")
