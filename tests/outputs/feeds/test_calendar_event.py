from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import icalendar
import pytest

from portal.assembly import read_portal
from portal.model.catalog.catalog import Catalog
from portal.model.values.moment import Moment
from portal.outputs.feeds.calendar_event import calendar_event
from portal.outputs.feeds.event_texts import EventTexts

VISIT = (
    "id: visit\ntitle: {zh: 來訪；市長, en: 'Visit; mayor'}\ntype: visit-received\nstart: 2026-11-03\n"
    "summary: {zh: '與[甲市](/homes/alpha/)會晤。', en: 'Met [Alpha](/homes/alpha/).'}\n"
)

Event = Callable[..., Any]


@pytest.fixture
def event(catalog: Callable[[Mapping[str, str]], Catalog], portal_folder: Path) -> Event:
    """An exchange with these lines, as a calendar reads it."""

    def of(
        more: str = "",
        locale: str = "en",
        now: str = "2026-11-22",
        site: str = "https://portal.example/",
    ) -> Any:
        catalog({"data/exchanges/2026/visit.yaml": VISIT + more})
        edition = read_portal(portal_folder, Moment.parse(now), site=site)
        text = calendar_event(
            edition.catalog.exchanges["visit"], edition.view(locale), EventTexts(None)
        )
        return icalendar.Event.from_ical(text)

    return of


def test_the_text_is_plain_and_says_what_nobody_has_checked(event: Event) -> None:
    assert event()["description"] == "Met Alpha.\nNeeds verification"
    assert event("verified: 2026-11-20\n", "zh")["description"] == "與甲市會晤。"
    assert event(locale="zh")["summary"] == "來訪；市長"


@pytest.mark.parametrize(
    ("status", "expected"),
    [("held", "CONFIRMED"), ("planned", "TENTATIVE"), ("cancelled", "CANCELLED")],
)
def test_whether_it_takes_place_is_told(event: Event, status: str, expected: str) -> None:
    assert event(f"status: {status}\n")["status"] == expected


def test_a_plan_of_the_past_says_that_its_outcome_is_not_recorded(event: Event) -> None:
    found = event("status: planned\n", now="2026-12-10")
    assert "planned, outcome not recorded" in found["description"]


def test_a_renamed_exchange_stays_the_same_event(event: Event) -> None:
    found = event("former_ids: [first-name]\n")
    assert found["uid"] == "first-name@portal.example/en"
    assert found["url"] == "https://portal.example/en/exchanges/2026/visit/"


@pytest.mark.parametrize(
    ("site", "zh", "en"),
    [
        ("https://portal.example/", "portal.example", "portal.example/en"),
        ("https://portal.example/portal/", "portal.example/portal", "portal.example/portal/en"),
        ("https://portal.example/other/", "portal.example/other", "portal.example/other/en"),
        ("https://Portal.example:8443/", "portal.example:8443", "portal.example:8443/en"),
        ("", "portal", "portal/en"),
    ],
)
def test_no_other_portal_or_language_has_the_same_event(
    event: Event, site: str, zh: str, en: str
) -> None:
    assert event(locale="zh", site=site)["uid"] == f"visit@{zh}"
    assert event(locale="en", site=site)["uid"] == f"visit@{en}"


@pytest.mark.parametrize(
    ("more", "revised"),
    [
        ("updated: 2026-11-20\nverified: 2026-11-21\n", "2026-11-19T16:00:00+00:00"),
        ("verified: 2026-11-21\n", "2026-11-20T16:00:00+00:00"),
        ("", "2026-11-02T16:00:00+00:00"),
    ],
)
def test_it_says_when_it_was_revised(event: Event, more: str, revised: str) -> None:
    assert event(more)["dtstamp"].dt.isoformat() == revised


def test_a_signing_stays_the_same_event_when_both_sides_are_renamed(
    catalog: Callable[[Mapping[str, str]], Catalog], portal_folder: Path
) -> None:
    city = (
        "- id: jp-kaga\n  former_ids: [jp-daishoji]\n  name: {zh: 加賀市, en: Kaga, ja: 加賀市}\n"
        "  level: city\n  country: JP\n  partnerships:\n"
        "    - {home: alpha, kind: sister, status: active, signed: 2014-10-16}\n"
    )
    homes = (portal_folder / "data/homes.yaml").read_text(encoding="utf-8")
    renamed = homes.replace("- id: alpha\n", "- id: alpha\n  former_ids: [aleph]\n", 1)
    catalog({"data/cities.yaml": city, "data/homes.yaml": renamed})
    now, site = Moment.parse("2026-11-22"), "https://portal.example/"
    edition = read_portal(portal_folder, now, site=site)
    (entry,) = edition.basis.relations.histories["cities/jp-kaga"]
    event: Any = icalendar.Event.from_ical(
        calendar_event(entry, edition.view("en"), EventTexts(None))
    )
    assert event["uid"] == "jp-daishoji--aleph-signing-2014-10-16@portal.example/en"
    assert event["url"] == "https://portal.example/en/cities/jp-kaga/alpha/"
    assert (event["dtstart"].dt.isoformat(), event["dtend"].dt.isoformat()) == (
        "2014-10-16",
        "2014-10-17",
    )
    assert event["description"] == "Needs verification"
    assert (event["status"], event["transp"]) == ("CONFIRMED", "TRANSPARENT")
