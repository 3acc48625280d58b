"""Feeds of press releases are read by feed readers, lead back to the pages, and look like pages in a browser."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import feedparser
import jsonfeed
import lxml.html
import pytest
from building import BASE
from parsed import Pages
from playwright.sync_api import Browser

from portal.edition import Edition
from portal.model.records.press_release import PressRelease
from portal.outputs.feeds.feed import NEWEST, NEWS


def paths(site: Path, name: str) -> list[str]:
    return sorted(path.relative_to(site).as_posix() for path in site.rglob(name))


def links_of(html: str) -> list[str]:
    body = lxml.html.fragment_fromstring(html, create_parent="div")
    return [str(link) for link in body.xpath(".//a/@href")]


def told_on(releases: Iterable[PressRelease]) -> set[str]:
    """The pages that have a feed of their own with one of these releases."""
    found = {"press/"}
    for release in releases:
        found |= {f"homes/{home}/" for home in release.homes}
        found |= {f"cities/{city}/" for city in release.cities}
        found.add(f"press/categories/{release.category}/")
    return found


@pytest.mark.parametrize("name", NEWS)
def test_each_home_city_and_category_with_releases_has_a_feed_in_each_language(
    site: Path, edition: Edition, name: str
) -> None:
    catalog = edition.catalog
    expected = told_on([*catalog.press_releases.values(), *catalog.withdrawn.values()])
    found = paths(site, name)
    assert found == sorted(f"{p}{folder}{name}" for p in ("", "en/") for folder in expected)


def test_feedparser_finds_nothing_wrong_and_every_address_is_a_page(
    site: Path, pages: Pages
) -> None:
    for path in paths(site, "atom.xml"):
        found = feedparser.parse((site / path).read_bytes())
        assert not found.bozo, (path, found.get("bozo_exception"))
        assert found.version == "atom10"
        assert found.feed.title_detail.language == ("en" if path[:3] == "en/" else "zh-Hant-TW")
        assert found.feed.id == f"{BASE}{path}"
        assert found.feed.link == f"{BASE}{path.removesuffix('atom.xml')}"
        assert 0 < len(found.entries) <= NEWEST
        assert len({entry.id for entry in found.entries}) == len(found.entries)
        changed = [entry.updated for entry in found.entries]
        assert changed == sorted(changed, reverse=True)
        assert found.feed.updated == changed[0]
        for entry in found.entries:
            assert entry.link.removeprefix(BASE) in pages
            for link in links_of(entry.content[0].value):
                assert urlsplit(link).scheme in ("http", "https"), link
                if link.startswith(BASE):
                    target = link.removeprefix(BASE).partition("#")[0]
                    assert target in pages or (site / target).is_file(), link


def test_the_two_formats_say_the_same(site: Path) -> None:
    for path in paths(site, "feed.json"):
        found = jsonfeed.Feed.parse_string((site / path).read_text(encoding="utf-8"))
        atom = feedparser.parse((site / path.replace("feed.json", "atom.xml")).read_bytes())
        assert found.version == "https://jsonfeed.org/version/1.1"
        assert found.title == atom.feed.title
        assert (found.feed_url, found.home_page_url) == (f"{BASE}{path}", atom.feed.link)
        assert [
            (item.id, item.url, item.title, item.date_published, item.date_modified)
            for item in found.items
        ] == [(e.id, e.link, e.title, e.published, e.updated) for e in atom.entries]
        for item, entry in zip(found.items, atom.entries, strict=True):
            assert links_of(item.content_html) == links_of(entry.content[0].value)
            assert item.authors[0].name == entry.author
            assert (item.summary or "") in entry.get("summary", "")


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
            assert (site / address.removeprefix(BASE)).is_file(), address
        assert [e.href for e in entries[item.id].enclosures] == addresses[1:]


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize(
    ("page", "feeds"),
    [
        ("", ["press/"]),
        ("press/", ["press/"]),
        ("press/2026/", ["press/"]),
        ("press/categories/results/", ["press/categories/results/", "press/"]),
        ("homes/hongwan/", ["homes/hongwan/"]),
        ("cities/jp-shirasagi/", ["cities/jp-shirasagi/"]),
        ("cities/", []),
        ("press/2026/ten-years-with-shirasagi/", ["press/"]),
        ("homes/hongwan/exchanges/", ["homes/hongwan/"]),
        ("about/counting/", []),
    ],
)
def test_a_page_tells_browsers_of_its_feeds(
    pages: Pages, prefix: str, page: str, feeds: list[str]
) -> None:
    head = pages[f"{prefix}{page}"].xpath("//link[@rel='alternate'][@type]")
    found = [(urljoin(f"{BASE}{prefix}{page}", e.get("href")), e.get("type")) for e in head]
    assert found == [
        (f"{BASE}{prefix}{feed}{name}", kind) for feed in feeds for name, kind in NEWS.items()
    ]
    assert all(link.get("title") for link in head)


def test_every_feed_is_linked_on_its_page(site: Path, pages: Pages, edition: Edition) -> None:
    """But for those that only tell of what was withdrawn."""
    alive = told_on(edition.catalog.press_releases.values())
    for path in paths(site, "atom.xml"):
        page = path.removesuffix("atom.xml")
        if page.removeprefix("en/") not in alive:
            continue
        links = [urljoin(f"{BASE}{page}", h) for h in pages[page].xpath("//main//a/@href")]
        assert f"{BASE}{path}" in links, page


def test_no_release_is_left_out_and_the_whole_text_is_there(site: Path, edition: Edition) -> None:
    found = feedparser.parse((site / "en/press/atom.xml").read_bytes())
    releases = {**edition.catalog.press_releases, **edition.catalog.withdrawn}
    assert len(releases) <= NEWEST, "ask for the newest only"
    assert {entry.title for entry in found.entries} == {r.title.en for r in releases.values()}
    for entry in found.entries:
        release = releases[entry.link.rstrip("/").rpartition("/")[2]]
        if release.withdrawn:
            assert release.withdrawn.reason.en in entry.content[0].value
            continue
        html = lxml.html.fragment_fromstring(entry.content[0].value, create_parent="div")
        for heading in release.body.en.split("\n## ")[1:]:
            assert heading.partition("\n")[0] in html.text_content()


def test_a_browser_shows_a_feed_as_a_page_with_ways_to_the_releases(
    served: str, browser: Browser, pages: Pages
) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{served}en/homes/hongwan/atom.xml")
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
        assert str(links.nth(n).get_attribute("href")).removeprefix(BASE) in pages
    page.close()
