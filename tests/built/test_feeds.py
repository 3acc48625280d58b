"""Feeds of press releases are read by feed readers, lead back to the pages, and look like pages in a browser."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urljoin, urlsplit

import feedparser
import jsonfeed
import lxml.html
import pytest
from building import ROOT, TODAY
from lxml.html import HtmlElement
from playwright.sync_api import Browser

from portal.assembly import read_portal
from portal.edition import Edition
from portal.model.values.moment import Moment
from portal.outputs.feeds.feed import NEWEST, NEWS

HOST = "https://city-diplomacy.example.org/"


@pytest.fixture(scope="module")
def edition() -> Edition:
    return read_portal(ROOT, Moment.parse(TODAY))


def paths(site: Path, name: str) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob(name))


def links_of(html: str) -> list[str]:
    body = lxml.html.fragment_fromstring(html, create_parent="div")
    return [str(link) for link in body.xpath(".//a/@href")]


@pytest.mark.parametrize("name", NEWS)
def test_each_home_city_and_category_with_releases_has_a_feed_in_each_language(
    site: Path, edition: Edition, name: str
) -> None:
    releases = edition.catalog.press_releases.values()
    expected = {"press/"}
    expected |= {f"homes/{home}/" for release in releases for home in release.homes}
    expected |= {f"cities/{city}/" for release in releases for city in release.cities}
    expected |= {f"press/categories/{release.category}/" for release in releases}
    assert len(expected) > 20
    found = paths(site, name)
    assert found == sorted(f"{p}{folder}{name}" for p in ("", "en/") for folder in expected)


def test_feedparser_finds_nothing_wrong_and_every_address_is_a_page(
    site: Path, pages: dict[str, HtmlElement]
) -> None:
    for path in paths(site, "atom.xml"):
        found = feedparser.parse((site / path).read_bytes())
        assert not found.bozo, (path, found.get("bozo_exception"))
        assert found.version == "atom10"
        assert found.feed.title_detail.language == ("en" if path[:3] == "en/" else "zh-Hant-TW")
        assert found.feed.id == f"{HOST}{path}"
        assert found.feed.link == f"{HOST}{path.removesuffix('atom.xml')}"
        assert 0 < len(found.entries) <= NEWEST
        assert len({entry.id for entry in found.entries}) == len(found.entries)
        changed = [entry.updated for entry in found.entries]
        assert changed == sorted(changed, reverse=True)
        assert found.feed.updated == changed[0]
        for entry in found.entries:
            assert entry.link.removeprefix(HOST) in pages
            for link in links_of(entry.content[0].value):
                assert urlsplit(link).scheme in ("http", "https"), link
                if link.startswith(HOST):
                    target = link.removeprefix(HOST).partition("#")[0]
                    assert target in pages or (site / target).is_file(), link


def test_the_two_formats_say_the_same(site: Path) -> None:
    for path in paths(site, "feed.json"):
        found = jsonfeed.Feed.parse_string((site / path).read_text(encoding="utf-8"))
        atom = feedparser.parse((site / path.replace("feed.json", "atom.xml")).read_bytes())
        assert found.version == "https://jsonfeed.org/version/1.1"
        assert found.title == atom.feed.title
        assert (found.feed_url, found.home_page_url) == (f"{HOST}{path}", atom.feed.link)
        assert [
            (item.id, item.url, item.title, item.date_published, item.date_modified)
            for item in found.items
        ] == [(e.id, e.link, e.title, e.published, e.updated) for e in atom.entries]
        for item, entry in zip(found.items, atom.entries, strict=True):
            assert links_of(item.content_html) == links_of(entry.content[0].value)
            assert item.authors[0].name == entry.author
            assert item.summary in entry.summary


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_pictures_and_attachments_of_an_entry_are_files_of_the_site(
    site: Path, prefix: str
) -> None:
    text = (site / f"{prefix}press/feed.json").read_text(encoding="utf-8")
    items = [item for item in jsonfeed.Feed.parse_string(text).items if item.attachments]
    assert items
    entries = {
        entry.id: entry
        for entry in feedparser.parse((site / f"{prefix}press/atom.xml").read_bytes()).entries
    }
    for item in items:
        body = lxml.html.fragment_fromstring(item.content_html, create_parent="div")
        (picture,) = body.xpath(".//figure//img")
        assert picture.get("src") == item.image
        assert picture.get("alt")
        addresses = [item.image, *(file.url for file in item.attachments)]
        for address in addresses:
            assert (site / address.removeprefix(HOST)).is_file(), address
        assert [e.href for e in entries[item.id].enclosures] == addresses[1:]


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ("", ["press/"]),
        ("press/", ["press/"]),
        ("press/2026/", ["press/"]),
        ("press/categories/results/", ["press/categories/results/", "press/"]),
        ("homes/kaohsiung/", ["homes/kaohsiung/"]),
        ("cities/jp-kaga/", ["cities/jp-kaga/"]),
        ("cities/", []),
        ("press/2026/kaohsiung-kaga-agreements-2014/", []),
    ],
)
def test_a_page_tells_browsers_of_its_feeds(
    pages: dict[str, HtmlElement], prefix: str, page: str, feeds: list[str]
) -> None:
    head = pages[f"{prefix}{page}"].xpath("//link[@rel='alternate'][@type]")
    found = [(urljoin(f"{HOST}{prefix}{page}", e.get("href")), e.get("type")) for e in head]
    assert found == [
        (f"{HOST}{prefix}{feed}{name}", kind) for feed in feeds for name, kind in NEWS.items()
    ]
    assert all(link.get("title") for link in head)


def test_every_feed_is_linked_on_its_page(site: Path, pages: dict[str, HtmlElement]) -> None:
    for path in paths(site, "atom.xml"):
        page = path.removesuffix("atom.xml")
        links = [urljoin(f"{HOST}{page}", h) for h in pages[page].xpath("//main//a/@href")]
        assert f"{HOST}{path}" in links, page


def test_no_release_is_left_out_and_the_whole_text_is_there(site: Path, edition: Edition) -> None:
    found = feedparser.parse((site / "en/press/atom.xml").read_bytes())
    releases = edition.catalog.press_releases
    assert len(releases) <= NEWEST, "ask for the newest only"
    assert {entry.title for entry in found.entries} == {r.title.en for r in releases.values()}
    for entry in found.entries:
        release = releases[entry.link.rstrip("/").rpartition("/")[2]]
        html = lxml.html.fragment_fromstring(entry.content[0].value, create_parent="div")
        for heading in release.body.en.split("\n## ")[1:]:
            assert heading.partition("\n")[0] in html.text_content()


def test_a_browser_shows_a_feed_as_a_page_with_ways_to_the_releases(
    served: str, browser: Browser, pages: dict[str, HtmlElement]
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{served}en/homes/taipei/atom.xml")
    shown = page.evaluate(
        """() => [...document.querySelectorAll("title, id, content")].map(
            (e) => [e.localName, getComputedStyle(e).display])"""
    )
    assert {(name, how) for name, how in shown} == {
        ("title", "block"),
        ("id", "none"),
        ("content", "none"),
    }
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    links = page.locator("entry a")
    assert links.count() > 0
    for n in range(links.count()):
        assert links.nth(n).is_visible()
        assert str(links.nth(n).get_attribute("href")).removeprefix(HOST) in pages
    page.close()
