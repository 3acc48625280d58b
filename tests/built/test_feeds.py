"""Feeds of press releases are read by a feed reader, and lead back to the pages."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import feedparser
import lxml.html
import pytest
from building import ROOT, TODAY
from lxml.html import HtmlElement

from portal.model.moment import Moment
from portal.portal import read_portal
from portal.publish.feeds import NEWEST

HOST = "https://city-diplomacy.example.org/"


def feeds(site: Path) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob("atom.xml"))


def test_each_language_and_each_home_with_releases_has_a_feed(site: Path) -> None:
    homes = [h.id for h in read_portal(ROOT, Moment.parse(TODAY)).catalog.publishers]
    expected = ["press/atom.xml", *(f"homes/{home}/atom.xml" for home in homes)]
    assert feeds(site) == sorted(prefix + path for prefix in ("", "en/") for path in expected)


def test_a_reader_finds_nothing_wrong_and_every_address_is_a_page(
    site: Path, pages: dict[str, HtmlElement]
) -> None:
    for path in feeds(site):
        found = feedparser.parse((site / path).read_bytes())
        assert not found.bozo, (path, found.get("bozo_exception"))
        assert found.version == "atom10"
        lang = "en" if path.startswith("en/") else "zh-Hant-TW"
        assert found.feed.title_detail.language == lang
        assert found.feed.id == f"{HOST}{path}"
        assert 0 < len(found.entries) <= NEWEST
        assert len({entry.id for entry in found.entries}) == len(found.entries)
        dates = [entry.published for entry in found.entries]
        assert dates == sorted(dates, reverse=True)
        for entry in found.entries:
            assert entry.link.startswith(HOST)
            assert entry.link.removeprefix(HOST) in pages
            body = lxml.html.fragment_fromstring(entry.content[0].value, create_parent="div")
            for link in body.xpath(".//a/@href"):
                assert urlsplit(link).scheme in ("http", "https"), link
                if link.startswith(HOST):
                    assert link.removeprefix(HOST).partition("#")[0] in pages, link


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_browsers_and_people_are_told_of_the_feed(
    pages: dict[str, HtmlElement], prefix: str
) -> None:
    feed = f"{HOST}{prefix}press/atom.xml"
    for path in ("", "press/"):
        (href,) = pages[f"{prefix}{path}"].xpath("//link[@type='application/atom+xml']/@href")
        assert urljoin(f"{HOST}{prefix}{path}", href) == feed
    city = f"{prefix}cities/jp-kaga/"
    links = pages[city].xpath("//footer//a/@href")
    assert feed in [urljoin(f"{HOST}{city}", href) for href in links]


def test_the_page_of_a_government_leads_to_its_feed(
    site: Path, pages: dict[str, HtmlElement]
) -> None:
    for path in feeds(site):
        if "homes/" in path:
            home = path.removesuffix("atom.xml")
            links = [
                urljoin(f"{HOST}{home}", href) for href in pages[home].xpath("//main//a/@href")
            ]
            assert f"{HOST}{path}" in links, home


def test_no_release_is_left_out_and_the_whole_text_is_there(site: Path) -> None:
    portal = read_portal(ROOT, Moment.parse(TODAY))
    found = feedparser.parse((site / "en/press/atom.xml").read_bytes())
    newest = sorted(portal.catalog.press_releases.values(), key=lambda r: (r.date, r.id))[-NEWEST:]
    assert [entry.title for entry in reversed(found.entries)] == [r.title.en for r in newest]
    last = newest[-1].body.en.rstrip().rpartition("\n\n")[2]
    text = "".join(
        lxml.html.fragment_fromstring(
            found.entries[0].content[0].value, create_parent="div"
        ).itertext()
    )
    assert last.split("](")[0].lstrip("-#* [")[:40] in text
