"""Calendars of exchanges are read by a calendar's parser, and lead back to the pages."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import icalendar
import pytest
from building import ROOT, TODAY
from lxml.html import HtmlElement

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment

HOST = "https://city-diplomacy.example.org/"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return read_portal(ROOT, Moment.parse(TODAY))


@pytest.fixture(scope="module")
def calendars(site: Path) -> dict[str, Any]:
    return {
        path.relative_to(site).as_posix(): icalendar.Calendar.from_ical(path.read_bytes())
        for path in sorted(site.rglob("calendar.ics"))
    }


def test_every_calendar_is_whole_and_keeps_the_form(site: Path, calendars: dict[str, Any]) -> None:
    assert len(calendars) > 50
    for path, calendar in calendars.items():
        assert not calendar.errors
        assert (calendar["version"], bool(calendar["prodid"])) == ("2.0", True)
        lang = "en" if path.startswith("en/") else "zh-Hant-TW"
        assert calendar["name"].params["LANGUAGE"] == lang
        assert calendar["source"] == f"{HOST}{path}"
        for event in calendar.events:
            assert not event.errors
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL"} <= event.keys()
            assert event["summary"].params["LANGUAGE"] == lang
        assert len({event["uid"] for event in calendar.events}) == len(calendar.events)
        lines = (site / path).read_bytes().split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert b"\n" not in b"".join(lines)


def test_an_event_is_the_exchange_on_its_page(
    calendars: dict[str, Any], edition: Edition, pages: dict[str, HtmlElement]
) -> None:
    for prefix, locale in (("", "zh"), ("en/", "en")):
        events = calendars[f"{prefix}exchanges/calendar.ics"].events
        exchanges = {e.id: e for e in edition.catalog.exchanges.values() if e.has_days}
        assert {event["uid"].partition("@")[0] for event in events} == exchanges.keys()
        for event in events:
            exchange = exchanges[event["uid"].partition("@")[0]]
            assert event["url"].removeprefix(HOST) in pages
            assert event["summary"] == exchange.title[locale]
            last = date.fromisoformat((exchange.end or exchange.start).iso)
            assert event["dtstart"].dt.isoformat() == exchange.start.iso
            assert event["dtend"].dt == last + timedelta(days=1)


def test_every_calendar_is_linked_on_its_page(
    calendars: dict[str, Any], pages: dict[str, HtmlElement]
) -> None:
    linked = {
        urljoin(f"{HOST}{path}", href).removeprefix(HOST)
        for path, page in pages.items()
        for href in page.xpath("//main//a[contains(@href, '.ics')]/@href")
    }
    assert linked == calendars.keys()
