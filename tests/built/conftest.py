"""One strict build of the real portal for all tests of the site, and what it takes to look at it."""

from __future__ import annotations

import functools
import threading
from collections.abc import Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import lxml.html
import pytest
from browser import chromium
from building import ROOT, TODAY, build
from lxml.html import HtmlElement
from playwright.sync_api import Browser, sync_playwright

from portal.model.dates import PartialDate
from portal.pages.page import PageSource
from portal.portal import read_portal

ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
WRITTEN = ("", "about/city-diplomacy/", "about/accessibility/", "404.html")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site; the build must not warn."""
    built = build(ROOT / "mkdocs.yml", tmp_path_factory.mktemp("built") / "site")
    assert built.code == 0, built.output
    assert "WARNING" not in built.output, built.output
    return built.folder


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, HtmlElement]:
    """Every page of the site by its address: ``cities/jp-kaga/``."""
    return {
        path.relative_to(site).as_posix().removesuffix("index.html"): lxml.html.parse(
            path
        ).getroot()
        for path in sorted(site.rglob("index.html"))
    }


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: a request is no news."""


@pytest.fixture(scope="session")
def served(site: Path) -> Iterator[str]:
    """The address at which the built site is served."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def sample() -> list[str]:
    """The longest address of each template, and written pages: addresses without a locale."""
    longest: dict[str, PageSource] = {}
    for page in read_portal(ROOT, PartialDate.parse(TODAY)).pages.values():
        known = longest.setdefault(page.template, page)
        if len(page.path) > len(known.path):
            longest[page.template] = page
    return [*(page.path for page in longest.values()), *WRITTEN]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    path = chromium()
    assert path is not None, "tests/browser.py says how to get a browser"
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield opened
        opened.close()
