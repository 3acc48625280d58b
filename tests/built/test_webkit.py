"""What works in Chromium works in WebKit, where a driver for it is installed: pages, figures, filters, search, menu."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from webkit import NO_WEBKIT, WebKit, is_there, open_webkit

from portal.edition import Edition

pytestmark = [
    pytest.mark.machine,
    pytest.mark.xdist_group("webkit"),
    pytest.mark.skipif(not is_there(), reason=NO_WEBKIT),
]

NARROW, WIDE = 450, 1280

OVER = "const page = document.documentElement; return page.scrollWidth - page.clientWidth"


@pytest.fixture(scope="module")
def started() -> Iterator[WebKit]:
    with open_webkit() as window:
        yield window


@pytest.fixture
def window(started: WebKit) -> WebKit:
    started.resize(WIDE)
    return started


def test_every_type_of_page_opens_and_fits(window: WebKit, served: str, edition: Edition) -> None:
    types = {page.template: page.path for page in edition.pages.values()}
    window.resize(NARROW)
    for path in ("", *types.values()):
        for prefix in ("", "en/"):
            window.go(f"{served}{prefix}{path}")
            assert window.run("return document.querySelector('h1, [http-equiv]') !== null"), path
            assert window.run(OVER) <= 0, f"{prefix}{path}"


def test_no_space_is_asked_for_that_webkit_takes_out_of_the_figures(
    window: WebKit, served: str
) -> None:
    window.go(f"{served}cities/jp-shirasagi/")
    found = window.run("return getComputedStyle(document.querySelector('h1')).textAutospace")
    assert found == "no-autospace", "it would draw the digits of a year over each other"


def test_lists_are_narrowed_and_sorted_and_the_search_finds(window: WebKit, served: str) -> None:
    window.go(f"{served}en/cities/")
    window.type("#q", "shirasagi")
    window.wait("return document.querySelector('output').textContent.startsWith('1 of')")
    window.go(f"{served}en/cities/status/active/?sort=-name")
    names = window.run("return [...document.querySelectorAll('tbody th a')].map((a) => a.text)")
    assert len(names) > 2
    assert window.run("return document.querySelector('[aria-sort=descending] button') !== null")
    window.go(f"{served}en/search/?q=shirasagi")
    window.wait("return document.querySelector('.results h3')?.textContent === 'Shirasagi'")


def test_the_menu_opens_in_a_narrow_window(window: WebKit, served: str) -> None:
    window.resize(NARROW)
    window.go(f"{served}en/")
    shown = "return document.querySelector('.menu').getClientRects().length > 0"
    assert not window.run(shown)
    window.click(".open-menu")
    window.wait(shown)
