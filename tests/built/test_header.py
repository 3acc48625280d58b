"""The header is one row, or two of a long menu; what opens in it works with a finger and without JavaScript."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

ROW = 64
"""Pixels that a row may be high."""

PAGES = ("", "en/", "cities/jp-shirasagi/", "en/cities/jp-shirasagi/")


@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1248, 1440])
def test_the_header_is_one_row_or_two_of_a_long_menu(
    served: str, browser: Browser, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    for path in PAGES:
        page.goto(f"{served}{path}")
        box = page.locator("header").bounding_box()
        assert box is not None
        is_long = path.startswith("en/") and width >= 1024  # the words of the demonstration are
        assert (box["height"] > ROW) == is_long, path
        assert box["height"] <= 2 * ROW, path
        assert page.locator(".menu a").first.is_visible() == (width >= 1024), path
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
    page.close()


@pytest.mark.parametrize("width", [1024, 1440])
def test_a_menu_that_no_row_holds_has_rows_of_its_own(
    served: str, browser: Browser, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.goto(f"{served}en/cities/jp-shirasagi/")
    lengthen = """() => {
      const header = document.querySelector("header");
      header.className = "band top row-64 two-rows";
      const list = header.querySelector(".menu ul");
      for (const words of ["Memorandums of understanding", "Development cooperation", "Youth"]) {
        const item = list.lastElementChild.cloneNode(true);
        item.querySelector("a").textContent = words;
        list.append(item);
      }
    }"""
    page.evaluate(lengthen)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    links, name = page.locator(".menu a"), page.locator("header .name").bounding_box()
    assert name is not None
    for link in links.all():
        box = link.bounding_box()
        assert box is not None
        assert box["y"] >= name["y"] + name["height"]
        assert box["x"] + box["width"] <= width
    assert not page.locator(".open-menu").is_visible()
    page.close()


@pytest.mark.parametrize("path", PAGES)
def test_a_double_tap_on_the_menu_opens_no_page(served: str, browser: Browser, path: str) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{served}{path}")
    box = page.locator(".open-menu").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    before = page.url
    page.touchscreen.tap(x, y)
    assert page.locator("#menu").is_visible()
    page.touchscreen.tap(x, y)
    page.wait_for_timeout(200)
    assert page.url == before
    assert not page.locator("#menu").is_visible()
    context.close()


def test_the_search_opens_without_javascript(served: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(f"{served}en/cities/jp-shirasagi/")
    box = page.locator("header [name=q]")
    assert not box.is_visible()
    page.get_by_role("button", name="Search").click()
    box.fill("Shirasagi")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/search/?q=Shirasagi")
    context.close()


def test_the_front_page_has_the_search_in_view(served: str, browser: Browser) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(served)
    assert page.locator("[role=search] [name=q]").is_visible()
    assert page.locator("[role=search] [name=q]").get_attribute("placeholder")
    page.close()
