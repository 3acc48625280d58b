from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from releases import release

from portal.assembly import read_portal
from portal.model.catalog.catalog import Catalog
from portal.model.values.moment import Moment
from portal.outputs.feeds.feed_entry import feed_entry

SITE = "https://portal.example/"

Entry = Callable[[str, str], tuple[Any, dict[str, Any]]]


@pytest.fixture
def entry(
    catalog: Callable[[Mapping[str, str]], Catalog], portal_folder: Path, now: Moment
) -> Entry:
    """A release with these lines, as Atom and as JSON."""

    def of(more: str, locale: str) -> tuple[Any, dict[str, Any]]:
        catalog(release("news", more=more))
        edition = read_portal(portal_folder, now, site=SITE)
        known = {**edition.catalog.press_releases, **edition.catalog.withdrawn}
        found = feed_entry(edition, known["news"], edition.view(locale))
        return etree.fromstring(found["atom.xml"]), json.loads(found["feed.json"])

    return of


def test_a_correction_is_told_with_its_day_and_renews_the_entry(entry: Entry) -> None:
    more = (
        "corrections: [{date: 2026-11-20T14:05, note: {zh: 日期更正。, en: The date was wrong.}}]\n"
    )
    atom, item = entry(more, "en")
    assert atom.findtext("updated") == item["date_modified"] == "2026-11-20T14:05:00+08:00"
    assert atom.findtext("published") == item["date_published"] == "2026-11-01T00:00:00+08:00"
    for content in (atom.findtext("content"), item["content_html"]):
        assert "The date was wrong." in content
        assert "20 November 2026" in content
        assert "A text." in content


@pytest.mark.parametrize(
    ("locale", "reason", "text", "lead"),
    [("zh", "誤刊。", "內文。", "導言。"), ("en", "A mistake.", "A text.", "A lead.")],
)
def test_of_a_withdrawn_release_headline_and_reason_are_left(
    entry: Entry, locale: str, reason: str, text: str, lead: str
) -> None:
    more = "withdrawn: {date: 2026-11-20, reason: {zh: 誤刊。, en: A mistake.}}\n"
    atom, item = entry(more, locale)
    assert atom.findtext("updated") == item["date_modified"] == "2026-11-20T00:00:00+08:00"
    for content in (etree.tostring(atom, encoding="unicode"), json.dumps(item, ensure_ascii=False)):
        assert reason in content
        assert text not in content
        assert lead not in content


def test_a_renamed_release_is_the_same_entry_for_readers(entry: Entry) -> None:
    atom, item = entry("former_ids: [first-name, second-name]\n", "en")
    assert atom.findtext("id") == item["id"] == f"{SITE}en/press/2026/first-name/"
    assert item["url"] == f"{SITE}en/press/2026/news/"


def test_whose_text_it_is_stands_in_the_entry(entry: Entry) -> None:
    atom, item = entry("", "zh")
    assert atom.findtext("author/name") == item["authors"][0]["name"] == "甲市"
