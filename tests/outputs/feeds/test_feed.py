from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from releases import release

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.model.values.moment import Moment
from portal.outputs.feeds.feed import CALENDAR, NEWEST, NEWS, Feed, feeds

Make = Callable[[Mapping[str, str]], Catalog]


CITY = "- id: jp-kaga\n  name: {zh: 加賀市, en: Kaga, ja: 加賀市}\n  level: city\n  country: JP\n"


def every(catalog: Catalog) -> list[Feed]:
    return feeds(catalog, build_relations(catalog))


def news(catalog: Catalog) -> dict[str, Feed]:
    return {feed.folder: feed for feed in every(catalog) if feed.types is NEWS}


def names(catalog: Catalog, folder: str) -> list[str]:
    return [release.id for release in news(catalog)[folder].records]


def test_a_release_is_in_the_feeds_of_all_that_it_is_about(catalog: Make) -> None:
    found = news(catalog(release("news", more="homes: [alpha]\ncities: [jp-kaga]\n")))
    assert set(found) == {"press/", "press/categories/visits/", "homes/alpha/", "cities/jp-kaga/"}


def test_without_releases_there_is_no_feed(catalog: Make) -> None:
    assert every(catalog({"data/cities.yaml": CITY})) == []


@pytest.mark.parametrize(
    ("more", "date"),
    [
        ("corrections: [{date: 2026-11-20, note: {zh: 更正。, en: Mended.}}]\n", "2026-11-20"),
        ("withdrawn: {date: 2026-11-19T08:00, reason: {zh: 誤刊。, en: A mistake.}}\n", "2026-11-19T08:00"),
    ],
)  # fmt: skip
def test_what_changed_last_comes_first(catalog: Make, more: str, date: str) -> None:
    found = catalog(release("old", "2026-01-01", more) | release("new", "2026-11-18"))
    assert names(found, "press/") == ["old", "new"]
    assert news(found)["press/"].records[0].modified == Moment.parse(date)


def test_a_feed_has_no_more_than_readers_fetch_often(catalog: Make) -> None:
    files: dict[str, str] = {}
    for day in range(1, NEWEST + 3):
        files |= release(f"news-{day:02}", f"2026-10-{day:02}")
    found = names(catalog(files), "press/")
    assert len(found) == NEWEST
    assert (found[0], found[-1]) == (f"news-{NEWEST + 2}", "news-03")


@pytest.mark.parametrize(
    ("more", "is_shown"),
    [
        ("start: 2026-11-03\n", True),
        ("start: 2026-11-03\nend: 2026-11-05\n", True),
        ("start: 2026-11\n", False),
        ("start: 2026\n", False),
        ("start: 2026-11-03\nend: 2026-12\n", False),
        ("start: 2026-11-03\nend: 2026-11-05\nwithin: true\n", False),
        ("start: 2026-11-03\nunsourced: [start]\n", False),
    ],
)
def test_a_calendar_has_the_exchanges_whose_days_are_known(
    catalog: Make, more: str, is_shown: bool
) -> None:
    text = (
        f"id: visit\ntitle: {{zh: 來訪, en: Visit}}\ntype: visit-received\n{more}"
        "homes: [alpha]\ncities: [{city: jp-kaga}]\n"
    )
    found = every(catalog({"data/cities.yaml": CITY, "data/exchanges/2026/visit.yaml": text}))
    assert all(feed.types is CALENDAR for feed in found)
    expected = {"exchanges/", "homes/alpha/", "cities/jp-kaga/"}
    assert {feed.folder for feed in found} == (expected if is_shown else set())


TIE = (
    "  partnerships:\n    - {{home: alpha, kind: sister, status: active, {tie}\n"
    "       agreements: [{{title: {{zh: 書, en: Paper}}, parties: [alpha, jp-kaga], {paper}}}]}}\n"
)


@pytest.mark.parametrize(
    ("tie", "paper", "is_shown"),
    [
        ("", "signed: 2014-10-16", True),
        ("signed: 2014-10-16,", "signed: 2014-10-16", True),
        ("signed: 2014-10-16,", "note: 1", True),
        ("signed: 2014-10-16, unsourced: [signed],", "note: 1", False),
        ("", "signed: 2014-10-16, unsourced: [signed]", False),
        ("", "signed: 2014-10", False),
    ],
)
def test_a_calendar_has_the_signings_that_no_exchange_tells(
    catalog: Make, tie: str, paper: str, is_shown: bool
) -> None:
    text = CITY + TIE.format(tie=tie, paper=paper.replace("note: 1", "signed: 2013"))
    found = {feed.folder: feed for feed in every(catalog({"data/cities.yaml": text}))}
    assert set(found) == ({"exchanges/", "homes/alpha/", "cities/jp-kaga/"} if is_shown else set())
    assert all(
        [e.id for e in feed.records] == ["jp-kaga--alpha-signing-2014-10-16"]
        for feed in found.values()
    )


def test_a_signing_told_by_an_exchange_is_one_event(catalog: Make) -> None:
    exchange = (
        "id: signing\ntitle: {zh: 簽署, en: Signing}\ntype: signing\nstart: 2014-10-16\n"
        "homes: [alpha]\ncities: [{city: jp-kaga}]\n"
    )
    text = CITY + TIE.format(tie="", paper="signed: 2014-10-16")
    files = {"data/cities.yaml": text, "data/exchanges/2014/signing.yaml": exchange}
    for feed in every(catalog(files)):
        assert [event.id for event in feed.records] == ["signing"]


def test_of_what_took_place_within_another_a_party_has_its_own_parts(catalog: Make) -> None:
    head = "title: {{zh: 會議, en: Congress}}\ntype: conference\nstart: 2014-10-16\nid: {}\n"
    files = {
        "data/cities.yaml": CITY,
        "data/exchanges/2014/congress.yaml": head.format("congress")
        + "homes: [alpha]\ncities: [{city: jp-kaga}]\n",
        "data/exchanges/2014/talk.yaml": head.format("talk")
        + "homes: [alpha]\npart_of: congress\n",
    }
    found = {feed.folder: [one.id for one in feed.records] for feed in every(catalog(files))}
    assert found == {
        "exchanges/": ["congress", "talk"],
        "homes/alpha/": ["congress", "talk"],
        "cities/jp-kaga/": ["congress"],
    }
