"""An exchange as an event of calendars (iCalendar, RFC 5545), made once for all calendars that have it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from portal.model.values.moment import Moment
from portal.pages.address import address
from portal.pages.render.prose import show_prose

if TYPE_CHECKING:
    from icalendar import Calendar

    from portal.model.records.exchange import Exchange
    from portal.model.values.partial_date import PartialDate
    from portal.pages.render.view import View

STATUS = {"planned": "TENTATIVE", "held": "CONFIRMED", "cancelled": "CANCELLED"}
"""The status of an event (RFC 5545, 3.8.1.11)."""

DAILY = timedelta(days=1)
"""How often a program may fetch a calendar again."""


def calendar_event(exchange: Exchange, view: View) -> str:
    """The ``VEVENT`` of an exchange whose days are known; it takes whole days and keeps nobody's time busy."""
    from icalendar import Event  # noqa: PLC0415 (a warm build that changes no exchange does without it)

    locale, language = view.locale, {"LANGUAGE": view.lang}
    base = f"{view.site or '/'}{view.prefix}"
    page = address("exchanges", exchange)
    event = Event()
    event.add(
        "uid",
        f"{(*exchange.former_ids, exchange.id)[0]}@{urlsplit(view.site).hostname or 'portal'}",
    )
    event.add("dtstamp", _revised(exchange))
    event.add("dtstart", _day(exchange.start))
    event.add("dtend", _day(exchange.end or exchange.start) + DAILY)
    event.add("summary", exchange.title[locale], parameters=language)
    event.add("description", _description(view, exchange, page), parameters=language)
    if exchange.place:
        event.add("location", exchange.place[locale], parameters=language)
    event.add("categories", [view.plain(f"exchange.type.{exchange.type}")])
    event.add("status", STATUS[exchange.status])
    event.add("transp", "TRANSPARENT")
    event.add("url", f"{base}{page}")
    return str(event.to_ical(), "utf-8")


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


def _description(view: View, exchange: Exchange, page: str) -> str:
    """What happened as plain text, and whether somebody has checked it."""
    parts = []
    if exchange.summary:
        parts.append(show_prose(exchange.summary[view.locale], page).striptags())
    if exchange.status == "planned" and view.exchange_status(exchange) == "overdue":
        parts.append(view.plain("exchange.status.overdue"))
    if not exchange.verified:
        parts.append(view.plain("evidence.unverified"))
    return "\n".join(parts)


def _day(known: PartialDate) -> date:
    return date(known.year, known.month, known.day)


def _revised(exchange: Exchange) -> datetime:
    """When it was last changed or else checked; a calendar must say something, so else the day itself."""
    known = exchange.modified or Moment(exchange.verified or exchange.start)
    return datetime.fromisoformat(known.timestamp).astimezone(UTC)
