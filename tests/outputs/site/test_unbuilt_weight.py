"""Pages are weighed without a build: no heavy one is overlooked, and hardly a light one is rendered."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from editing import read
from heavy import ties, word
from releases import release

from portal.edition import Edition
from portal.model.values.locale import LOCALES
from portal.outputs.site.budget import RECORD_PAGE
from portal.outputs.site.unbuilt_weight import LIKELY, estimate
from portal.pages.page import PageSource


def records(edition: Edition) -> Iterator[tuple[PageSource, str, Any]]:
    for page in edition.pages.values():
        if page.subject:
            yield page, *page.subject


def advised(edition: Edition) -> list[str]:
    return [advice.found["path"] for advice in edition.advice()]


def test_no_page_weighs_much_more_than_it_is_estimated_to(edition: Edition, site: Path) -> None:
    light = {
        page.path: weight
        for page, kind, record in records(edition)
        for weight in [max(size(site, page, locale.prefix) for locale in LOCALES)]
        if estimate(edition.relations, kind, record) < LIKELY * weight
    }
    assert light == {}


def size(site: Path, page: PageSource, prefix: str) -> int:
    return len(gzip.compress((site / prefix / page.path / "index.html").read_bytes(), 6))


def names(count: int) -> list[str]:
    """So many words that compression does not know from each other."""
    chance = random.Random(7)
    return [word(chance) for _ in range(count)]


CITY = "- id: jp-kaga\n  name: {zh: 加賀, en: Kaga}\n  level: city\n  country: JP\n"
TRIP = (
    "id: trip\ntitle: {zh: 報告, en: A report}\nhome: alpha\ntravelers: [{zh: 科長, en: Section chief}]\n"
    "purpose: {zh: 會議, en: A meeting}\nplace: {zh: 加賀, en: Kaga}\nstart: 2026-10-01\nend: 2026-10-02\n"
    "summary: {zh: 摘要, en: A summary}\n"
)
PROSE = " ".join(names(5000))
HEAVY = {
    "ties": ("homes/alpha/", ties(600)),
    "agreements": (
        "cities/jp-kaga/alpha/",
        {
            "data/cities.yaml": f"{CITY}  partnerships:\n  - home: alpha\n    kind: sister\n    status: active\n"
            "    agreements:\n"
            + "".join(
                f"    - {{title: {{zh: 協定, en: {name}}}, subject: {{zh: 合作, en: On {name[::-1]}}},"
                " parties: [alpha, jp-kaga]}\n"
                for name in names(3000)
            )
        },
    ),
    "text": (
        "press/2026/news/",
        {
            path: text.replace("en: A text.", f"en: {PROSE}")
            for path, text in release("news").items()
        },
    ),
    "sessions": (
        "reports/trip/",
        {
            "data/trip_reports/trip.yaml": f"{TRIP}programme:\n"
            + "".join(
                f"- {{start: 2026-10-01, title: {{zh: 開幕, en: {name}}}}}\n"
                for name in names(2400)
            )
        },
    ),
    "members": (
        "organizations/net/",
        ties(1000)
        | {
            "data/organizations.yaml": "- id: net\n  name: {zh: 城市網, en: City Net}\n  kind: city-network\n"
            "  memberships:\n"
            + "".join(
                f"  - {{city: jp-kaga{n or ''}, membership_class: full, note: {{zh: 註, en: {name}}}}}\n"
                for n, name in enumerate(names(1000))
            )
        },
    ),
}


@pytest.mark.parametrize(("path", "files"), HEAVY.values(), ids=HEAVY.keys())
def test_a_heavy_page_is_found(portal_folder: Path, path: str, files: dict[str, str]) -> None:
    assert path in advised(read(portal_folder, files))


def test_what_names_a_record_never_makes_its_page_heavy(portal_folder: Path) -> None:
    files = {
        f"data/exchanges/2020/visit-{n}.yaml": f"id: visit-{n}\ntitle: {{zh: 來訪, en: A visit of {name}}}\n"
        "type: visit-received\nstart: 2020-01-01\ncities: [{city: jp-kaga}]\nhomes: [alpha]\n"
        for n, name in enumerate(names(300))
    }
    assert advised(read(portal_folder, files)) == []


def test_only_what_may_be_heavy_is_rendered(
    portal_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []

    def weigh(page: PageSource, _: object) -> int:
        made.append(page.path)
        return RECORD_PAGE

    monkeypatch.setattr("portal.outputs.site.unbuilt_weight._weight", weigh)
    assert advised(read(portal_folder, ties(600))) == []
    assert made == ["homes/alpha/"] * 2
