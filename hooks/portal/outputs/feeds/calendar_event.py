"""An event of calendars (iCalendar, RFC 5545), made once for all calendars that have it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from portal.model.catalog.history.entry import Entry
from portal.model.records.exchange import Exchange
from portal.model.records.kinds import KINDS
from portal.model.values.moment import Moment
from portal.model.values.words import Text
from portal.pages.address import address
from portal.pages.render.chronicle import Chronicle
from portal.pages.render.event_names import entry_name, first_id, realm
from portal.text.markdown import plain_text

if TYPE_CHECKING:
    from icalendar import Calendar

    from portal.model.records.kind import Kind
    from portal.model.records.record import Record
    from portal.model.values.partial_date import PartialDate
    from portal.model.values.strict import Model
    from portal.outputs.feeds.event_texts import EventTexts
    from portal.pages.render.view import View

STATUS = {"planned": "TENTATIVE", "held": "CONFIRMED", "cancelled": "CANCELLED"}
"""The status of an event (RFC 5545, 3.8.1.11)."""

DAILY = timedelta(days=1)
"""How often programs should fetch a calendar again."""


@dataclass(frozen=True, slots=True)
class _Told:
    """What an event tells, in one locale."""

    name: str
    """Its identity below the root of the locale."""
    title: str
    page: str
    start: PartialDate
    end: PartialDate
    revised: Moment
    category: str
    description: str
    place: str = ""
    status: str = ""


def calendar_event(found: Record | Entry, view: View, texts: EventTexts) -> str:
    """The ``VEVENT`` of a record or an entry whose days are known; it covers whole days and marks nobody as busy."""
    told = _of_entry(found, view) if isinstance(found, Entry) else _of_record(found, view)
    place = f"{view.site or '/'}{view.prefix}{told.page}"
    uid, lang = f"{told.name}@{realm(view)}", view.lang
    return texts.of((told, place, uid, lang), partial(_written, told, place, uid, lang))


def _written(told: _Told, place: str, uid: str, lang: str) -> str:
    from icalendar import Event  # noqa: PLC0415 (a warm build that changes no event does without it)

    language = {"LANGUAGE": lang}
    event = Event()
    event.add("uid", uid)
    event.add("dtstamp", datetime.fromisoformat(told.revised.timestamp).astimezone(UTC))
    event.add("dtstart", _day(told.start))
    event.add("dtend", _day(told.end) + DAILY)
    event.add("summary", told.title, parameters=language)
    event.add("description", told.description, parameters=language)
    if told.place:
        event.add("location", told.place, parameters=language)
    event.add("categories", [told.category])
    if told.status:
        event.add("status", told.status)
    event.add("transp", "TRANSPARENT")
    event.add("url", place)
    return str(event.to_ical(), "utf-8")


def _of_entry(entry: Entry, view: View) -> _Told:
    """An exchange as its record tells it; a signing as the timeline does."""
    if entry.exchange:
        return _of_record(entry.exchange, view)
    chronicle = Chronicle(view)
    verified = [part.verified for part in entry.evidence if part.verified]
    parts = [chronicle.sentence(entry)]
    if not verified:
        parts.append(view.plain("evidence.unverified"))
    return _Told(
        name=entry_name(entry, view),
        title=chronicle.plain_title(entry),
        page=chronicle.address(entry),
        start=entry.start,
        end=entry.last,
        revised=Moment(max(verified, default=entry.start)),
        category=chronicle.word(entry),
        description="\n".join(filter(None, parts)),
        status=STATUS["held"],
    )


def _of_record(record: Record, view: View) -> _Told:
    kind = KINDS.of(record)
    start = kind.begin(record) if kind else None
    assert kind is not None
    assert start is not None, "only what has days is in a calendar"
    # Records of different kinds must differ.
    suffix = "" if kind.model is Exchange else f".{kind.section}"
    return _Told(
        name=f"{first_id(record)}{suffix}",
        title=view.title(record),
        page=address(kind.name, record),
        start=start,
        end=kind.finish(record) or start,
        revised=_revised(record, start),
        category=_category(view, kind, record),
        description=_description(view, record),
        place=_said(record, "place", view),
        status=STATUS[record.status] if isinstance(record, Exchange) else "",
    )


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


def _revised(record: Record, start: PartialDate) -> Moment:
    """When it was last changed, or else verified; otherwise the day itself, because calendars require a value."""
    return record.modified or Moment(record.verified or start)
