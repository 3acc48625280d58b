"""What works in Chromium works in Firefox: every type of page, the search, filters, the menu, paper."""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator

import pytest
from firefox import Firefox, open_firefox
from parsed import Pages

from portal.edition import Edition

pytestmark = [pytest.mark.machine, pytest.mark.xdist_group("firefox")]

NARROW, WIDE = 500, 1280
"""Widths of the window; Firefox has none that is narrower than about 450 pixels."""

OVER = "const page = document.documentElement; return page.scrollWidth - page.clientWidth"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    with open_firefox(tmp_path_factory.mktemp("firefox") / "profile") as window:
        yield window


@pytest.fixture
def window(started: Firefox) -> Firefox:
    started.resize(WIDE)
    return started


def sheets(paper: bytes) -> int:
    """How many pages a PDF has, whose objects may be packed into streams."""
    packed = re.findall(rb"/ObjStm.*?stream\r?\n(.*?)endstream", paper, re.DOTALL)
    plain = b"".join(zlib.decompressobj().decompress(stream) for stream in packed)
    return len(re.findall(rb"/Type\s*/Page\b", paper + plain))


def test_every_type_of_page_opens_and_fits(
    window: Firefox, served: str, edition: Edition, pages: Pages
) -> None:
    types = {page.template: page.path for page in edition.pages.values()}
    assert len(types) > 15
    window.resize(NARROW)
    for path in ("", "about/", *types.values()):
        for prefix in ("", "en/"):
            window.go(f"{served}{prefix}{path}")
            assert window.seen("h1") or "http-equiv" in window.run(
                "return document.head.innerHTML"
            ), f"{prefix}{path}"
            assert window.run(OVER) <= 0, f"{prefix}{path}"


@pytest.mark.parametrize(
    ("path", "words", "name"),
    [("en/search/", "shirasagi", "Shirasagi"), ("search/", "白鷺", "白鷺市")],
)
def test_the_search_finds(window: Firefox, served: str, path: str, words: str, name: str) -> None:
    window.go(f"{served}{path}?q={words}")
    window.wait(lambda: any(name in link for link in window.seen("main li a")))


def test_a_filter_narrows_a_list(window: Firefox, served: str) -> None:
    window.go(f"{served}cities/")
    rows = "[data-list] > * .place > a"
    assert len(window.seen(rows)) > 1
    window.type("main input[type=search]", "shirasagi")
    window.wait(lambda: window.seen(rows) == ["白鷺市"])
    window.wait(lambda: "q=shirasagi" in window.address)


def test_the_menu_opens_and_a_second_tap_follows_no_link(window: Firefox, served: str) -> None:
    window.resize(NARROW)
    window.go(f"{served}en/cities/")
    assert window.seen("#menu a") == []
    box = "const b = document.querySelector('.open-menu').getBoundingClientRect();"
    x, y = window.run(f"{box} return [b.x + b.width / 2, b.y + b.height / 2]")
    window.click(".open-menu")
    assert len(window.seen("#menu a")) > 3
    under = "return document.elementFromPoint(...arguments).closest('a, button').tagName"
    assert window.run(under, x, y) == "BUTTON"
    window.click("#menu button")
    assert window.seen("#menu a") == []
    assert window.address == f"{served}en/cities/"


@pytest.mark.parametrize("path", ["cities/kr-saebit/", "en/cities/cr-san-aurelio/"])
def test_a_city_prints_on_few_sheets(window: Firefox, served: str, path: str) -> None:
    window.go(f"{served}{path}")
    paper = base64.b64decode(window.printed())
    assert paper.startswith(b"%PDF")
    assert 1 <= sheets(paper) <= 2


def test_the_other_language_is_the_same_page(window: Firefox, served: str) -> None:
    window.go(f"{served}cities/jp-shirasagi/")
    window.click("header a[hreflang=en]")
    window.wait(lambda: window.address == f"{served}en/cities/jp-shirasagi/")
    assert window.run("return document.documentElement.lang") == "en"
