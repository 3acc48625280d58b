"""A record as an event of calendars (iCalendar, RFC 5545), made once for all calendars that have it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from portal.model.records.exchange import Exchange
from portal.model.records.kinds import KINDS
from portal.model.values.moment import Moment
from portal.model.values.words import Text
from portal.pages.address import address
from portal.text.markdown import plain_text

if TYPE_CHECKING:
    from icalendar import Calendar

    from portal.model.records.kind import Kind
    from portal.model.records.record import Record
    from portal.model.values.partial_date import PartialDate
    from portal.model.values.strict import Model
    from portal.pages.render.view import View

STATUS = {"planned": "TENTATIVE", "held": "CONFIRMED", "cancelled": "CANCELLED"}
"""The status of an event (RFC 5545, 3.8.1.11)."""

DAILY = timedelta(days=1)
"""How often programs should fetch a calendar again."""


def calendar_event(record: Record, view: View) -> str:
    """The ``VEVENT`` of a record whose days are known; it covers whole days and marks nobody as busy."""
    from icalendar import Event  # noqa: PLC0415 (a warm build that changes no event does without it)

    kind = KINDS.of(record)
    start = kind.begin(record) if kind else None
    assert kind is not None
    assert start is not None, "only what has days is in a calendar"
    language = {"LANGUAGE": view.lang}
    page = address(kind.name, record)
    event = Event()
    event.add("uid", f"{_name(kind, record)}@{_realm(view)}")
    event.add("dtstamp", _revised(record, start))
    event.add("dtstart", _day(start))
    event.add("dtend", _day(kind.finish(record) or start) + DAILY)
    event.add("summary", view.title(record), parameters=language)
    event.add("description", _description(view, record), parameters=language)
    if place := _said(record, "place", view):
        event.add("location", place, parameters=language)
    event.add("categories", [_category(view, kind, record)])
    if isinstance(record, Exchange):
        event.add("status", STATUS[record.status])
    event.add("transp", "TRANSPARENT")
    event.add("url", f"{view.site or '/'}{view.prefix}{page}")
    return str(event.to_ical(), "utf-8")


def _name(kind: Kind[Model], record: Record) -> str:
    """Its identity for programs: a new id must not create another event, and records of different kinds must differ."""
    name = (*record.former_ids, record.id)[0]
    return name if kind.model is Exchange else f"{name}.{kind.section}"


def _realm(view: View) -> str:
    """Where that name is unique in the world (RFC 7986, 5.3): the root of the locale, with host and path.

    Programs keep one event of an identity. Another portal on the host has its own events, and so has the other
    language: who subscribes to both calendars sees both.
    """
    site = urlsplit(view.site)
    host = site.netloc.rpartition("@")[2].lower() or "portal"
    return f"{host}{site.path or '/'}{view.prefix}".rstrip("/")


def _said(record: Record, field: str, view: View) -> str:
    """The text of a field that not every kind has."""
    text = getattr(record, field, None)
    return text[view.locale] if isinstance(text, Text) else ""


def _category(view: View, kind: Kind[Model], record: Record) -> str:
    if isinstance(record, Exchange):
        return view.plain(f"exchange.type.{record.type}")
    return view.plain(f"kinds.{kind.name}")


def calendar_head(view: View, title: str, page: str, itself: str) -> Calendar:
    """A calendar without events: its name, the address of its page, and how often it may be fetched (RFC 7986)."""
    from icalendar import Calendar  # noqa: PLC0415

    calendar = Calendar()
    name = f"{title} – {view.plain('site.name')}"
    language = {"LANGUAGE": view.lang}
    calendar.add("prodid", f"-//{view.plain('site.name')}//{view.lang.upper()}")
    calendar.add("version", "2.0")
    calendar.add("name", name, parameters=language)
    calendar.add("x-wr-calname", name)
    calendar.add("description", view.plain("calendar.note"), parameters=language)
    calendar.add("url", page)
    calendar.add("source", itself, parameters={"VALUE": "URI"})
    calendar.add("refresh-interval", DAILY, parameters={"VALUE": "DURATION"})
    return calendar


def _description(view: View, record: Record) -> str:
    """What happened, as plain text, and whether it is verified."""
    parts = []
    if summary := _said(record, "summary", view):
        parts.append(plain_text(summary))
    if isinstance(record, Exchange) and view.exchange_status(record) == "overdue":
        parts.append(view.plain("exchange.status.overdue"))
    if not record.verified:
        parts.append(view.plain("evidence.unverified"))
    return "\n".join(parts)


def _day(known: PartialDate) -> date:
    return date(known.year, known.month, known.day)


def _revised(record: Record, start: PartialDate) -> datetime:
    """When it was last changed, or else verified; otherwise the day itself, because calendars require a value."""
    known = record.modified or Moment(record.verified or start)
    return datetime.fromisoformat(known.timestamp).astimezone(UTC)
