from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from releases import release

from portal.model.catalog.catalog import Catalog
from portal.model.values.moment import Moment
from portal.outputs.feeds.feed import CALENDAR, NEWEST, NEWS, Feed, feeds

Make = Callable[[Mapping[str, str]], Catalog]


def news(catalog: Catalog) -> dict[str, Feed]:
    return {feed.folder: feed for feed in feeds(catalog) if feed.types is NEWS}


def names(catalog: Catalog, folder: str) -> list[str]:
    return [release.id for release in news(catalog)[folder].records]


def test_a_release_is_in_the_feeds_of_all_that_it_is_about(catalog: Make) -> None:
    found = news(catalog(release("news", more="homes: [alpha]\ncities: [jp-kaga]\n")))
    assert set(found) == {"press/", "press/categories/visits/", "homes/alpha/", "cities/jp-kaga/"}


def test_without_releases_there_is_no_feed(catalog: Make) -> None:
    assert feeds(catalog({})) == []


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
    found = feeds(catalog({"data/exchanges/2026/visit.yaml": text}))
    assert all(feed.types is CALENDAR for feed in found)
    expected = {"exchanges/", "homes/alpha/", "cities/jp-kaga/"}
    assert {feed.folder for feed in found} == (expected if is_shown else set())
