from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from releases import release

from portal.model.catalog import Catalog
from portal.model.moment import Moment
from portal.pages.feed import NEWEST, feeds

Make = Callable[[Mapping[str, str]], Catalog]


def names(catalog: Catalog, folder: str) -> list[str]:
    return [release.id for release in feeds(catalog)[folder].releases]


def test_a_release_is_in_the_feeds_of_all_that_it_is_about(catalog: Make) -> None:
    found = feeds(catalog(release("news", more="homes: [alpha]\ncities: [jp-kaga]\n")))
    assert set(found) == {"press/", "press/categories/visits/", "homes/alpha/", "cities/jp-kaga/"}


def test_without_releases_there_is_no_feed(catalog: Make) -> None:
    assert feeds(catalog({})) == {}


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
    assert feeds(found)["press/"].releases[0].modified == Moment.parse(date)


def test_a_feed_has_no_more_than_readers_fetch_often(catalog: Make) -> None:
    files: dict[str, str] = {}
    for day in range(1, NEWEST + 3):
        files |= release(f"news-{day:02}", f"2026-10-{day:02}")
    found = names(catalog(files), "press/")
    assert len(found) == NEWEST
    assert (found[0], found[-1]) == (f"news-{NEWEST + 2}", "news-03")
