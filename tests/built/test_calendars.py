"""Calendars are read by a calendar's parser, lead back to the pages, and agree with the timeline."""

from __future__ import annotations

import csv
import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import icalendar
import pytest
from building import BASE
from parsed import Pages

from portal.edition import Edition


@pytest.fixture(scope="module")
def calendars(site: Path) -> dict[str, Any]:
    return {
        path.relative_to(site).as_posix(): icalendar.Calendar.from_ical(path.read_bytes())
        for path in sorted(site.rglob("calendar.ics"))
    }


def test_every_calendar_is_whole_and_keeps_the_form(site: Path, calendars: dict[str, Any]) -> None:
    assert calendars
    for path, calendar in calendars.items():
        assert not calendar.errors
        assert (calendar["version"], bool(calendar["prodid"])) == ("2.0", True)
        lang = "en" if path.startswith("en/") else "zh-Hant-TW"
        assert calendar["name"].params["LANGUAGE"] == lang
        assert calendar["source"] == f"{BASE}{path}"
        for event in calendar.events:
            assert not event.errors
            assert {"UID", "DTSTAMP", "DTSTART", "SUMMARY", "URL"} <= event.keys()
            assert event["summary"].params["LANGUAGE"] == lang
        assert len({event["uid"] for event in calendar.events}) == len(calendar.events)
        lines = (site / path).read_bytes().split(b"\r\n")
        assert max(map(len, lines)) <= 75
        assert b"\n" not in b"".join(lines)


def names(calendar: Any) -> list[str]:
    return sorted(event["uid"].partition("@")[0] for event in calendar.events)


def test_an_event_is_the_exchange_on_its_page(
    calendars: dict[str, Any], edition: Edition, pages: Pages
) -> None:
    for prefix, locale in (("", "zh"), ("en/", "en")):
        events = calendars[f"{prefix}exchanges/calendar.ics"].events
        exchanges = {e.id: e for e in edition.catalog.exchanges.values() if e.has_days}
        found = {event["uid"].partition("@")[0]: event for event in events}
        assert exchanges.keys() <= found.keys()
        assert all("-signing-" in name for name in found.keys() - exchanges.keys())
        for name, event in found.items():
            assert event["url"].removeprefix(BASE) in pages
            if exchange := exchanges.get(name):
                assert event["summary"] == exchange.title[locale]
                last = date.fromisoformat((exchange.end or exchange.start).iso)
                assert event["dtstart"].dt.isoformat() == exchange.start.iso
                assert event["dtend"].dt == last + timedelta(days=1)


def lines_of(site: Path, table: str) -> list[dict[str, str]]:
    with (site / f"data/{table}.csv").open(encoding="utf-8-sig", newline="") as opened:
        return list(csv.DictReader(opened))


def is_day(*dates: str) -> bool:
    return all(len(date) == 10 for date in dates)


def test_calendars_agree_with_the_timeline(site: Path, calendars: dict[str, Any]) -> None:
    """The timeline is read from its index, and what took place within other exchanges from the open data."""
    units = {unit["id"]: unit["home"] for unit in lines_of(site, "units")}
    guests = {home["id"] for home in lines_of(site, "homes") if home["publishes"] != "true"}
    exchanges = {
        line["id"]: line
        for line in lines_of(site, "exchanges")
        if is_day(line["start"], line["end"] or line["start"])
        and line["type"] != "count"
        and line["within"] != "true"
        and not {"start", "end"} & set(line["unsourced"].split("|"))
    }
    doubted = {
        f"{line['id']}-signing-{line['signed']}"
        for line in lines_of(site, "partnerships")
        if "signed" in line["unsourced"].split("|")
    }
    for prefix in ("", "en/"):
        index = json.loads((site / f"{prefix}exchanges/entries.json").read_bytes())
        shown: dict[str, tuple[str, str]] = {}
        signings: dict[str, set[str]] = {}
        for one, start, end, within, kind, homes, *_, cities, _, title, _, _ in index["entries"]:
            name, family, _ = index["kinds"][kind]
            if family in ("affairs", "papers") or within or not is_day(start, end or start):
                continue
            if one in doubted:
                continue
            shown[one] = start, title
            if one not in exchanges:
                assert name == "signing"
                signings[one] = {index["homes"][n][0] for n in homes} | {
                    index["cities"][n][0] for n in cities
                }
        inner = {one for one, line in exchanges.items() if line["part_of"] and one not in shown}
        whole = calendars[f"{prefix}exchanges/calendar.ics"]
        assert sorted(shown.keys() | inner) == names(whole)
        assert signings, "no signing that only an agreement tells"
        for event in whole.events:
            if (one := event["uid"].partition("@")[0]) in shown:
                assert (event["dtstart"].dt.isoformat(), event["summary"]) == shown[one]
        parties = {*lines_of_ids(site, "homes"), *lines_of_ids(site, "cities")}
        for path, calendar in calendars.items():
            party = path.split("/")[-2]
            if party not in parties or path.startswith("en/") != bool(prefix):
                continue
            expected = [one for one, line in exchanges.items() if party in parties_of(line, units)]
            expected += [one for one in signings if party in signings[one]]
            found = names(calendar)
            assert set(expected) <= set(found)
            for name in set(found) - set(expected):  # the whole timeline has none of theirs
                owner = name.partition("--")[2].partition("-signing-")[0]
                assert units.get(owner, owner) in guests, name


def lines_of_ids(site: Path, table: str) -> list[str]:
    return [line["id"] for line in lines_of(site, table)]


def parties_of(line: dict[str, str], units: dict[str, str]) -> set[str]:
    cities = {part["city"] for part in json.loads(line["cities"] or "[]")}
    hosts = {units[unit] for unit in line["units"].split("|") if unit}
    return {*line["homes"].split("|"), *hosts, *cities}


def test_every_calendar_is_linked_on_its_page(calendars: dict[str, Any], pages: Pages) -> None:
    linked = {
        urljoin(f"{BASE}{path}", href).removeprefix(BASE)
        for path, page in pages.items()
        for href in page.xpath("//main//a[contains(@href, '.ics')]/@href")
    }
    assert linked == calendars.keys()
