"""The ordinary site works below any path of a host without being built for it: all its links are relative."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin
from urllib.request import urlopen

import lxml.html
import pytest
from building import BASE
from playwright.sync_api import Browser, expect
from serving import lost, serve

BELOW = "a/b/"


@pytest.fixture(scope="module")
def root(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the front page below a path; nothing else is on that host."""
    host = tmp_path_factory.mktemp("host")
    (host / BELOW).parent.mkdir(parents=True)
    (host / BELOW).symlink_to(site)
    with serve(host) as address:
        yield f"{address}{BELOW}"


def status(url: str) -> int:
    try:
        with urlopen(url, timeout=30) as answer:
            return int(answer.status)
    except HTTPError as error:
        error.close()
        return error.code


def links(url: str, html: bytes) -> Iterator[str]:
    """What a page leads to and loads, without absolute addresses of the published site."""
    page: Any = lxml.html.fromstring(html)
    found = [str(link) for link in page.xpath("//@href | //@src | //@action")]
    found += [part.split()[0] for s in page.xpath("//@srcset") for part in s.split(",")]
    found += [c.partition("url=")[2] for c in page.xpath("//meta[@http-equiv='refresh']/@content")]
    for link in found:
        if not link.startswith(BASE):
            yield urldefrag(urljoin(url, link))[0]


def test_every_link_stays_below_the_path_and_is_answered(root: str) -> None:
    host = root.removesuffix(BELOW)
    waiting, seen = [root, f"{root}en/"], {root, f"{root}en/"}
    pages = 0
    while waiting:
        url = waiting.pop()
        with urlopen(url, timeout=30) as answer:
            html = answer.read() if answer.headers.get_content_type() == "text/html" else b""
        pages += bool(html)
        for link in links(url, html) if html else ():
            if link.startswith(host) and link not in seen:
                assert link.startswith(root), f"{url} -> {link}"
                seen.add(link)
                assert status(link) == 200, f"{url} -> {link}"
                waiting.append(link)
    assert pages > 100


@pytest.mark.machine
def test_the_search_works_there_too(root: str, browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    failed: list[str] = []
    page.on("response", lambda r: failed.append(r.url) if r.status >= 400 else None)
    page.on("requestfailed", lambda request: failed.extend(lost(request)))
    page.goto(f"{root}en/")
    page.get_by_role("search").get_by_role("searchbox").fill("Shirasagi")
    page.get_by_role("search").get_by_role("button").click()
    found = page.locator("#search-list a").first
    expect(found).to_have_text("Shirasagi")
    found.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Shirasagi")
    assert page.url == f"{root}en/cities/jp-shirasagi/"
    assert failed == []
    context.close()
