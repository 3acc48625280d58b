"""Somebody who has only a keyboard finds the ties of a city from the front page of either language."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

MOST_STOPS = 60
"""Presses of Tab before a person gives up."""


def tab_to(page: Page, name: str) -> None:
    """Press Tab until what has the focus has that name; raises AssertionError when it never does."""
    seen = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate(
                "(document.activeElement.labels?.[0] ?? document.activeElement).textContent.trim()"
            )
        )
        if seen[-1] == name:
            return
    raise AssertionError(f"{name} is not among {seen}")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    ("prefix", "find", "field", "typed", "city", "heading", "tie"),
    [
        ("", "同樣的資料，列表閱讀", "在這一頁篩選", "白鷺", "白鷺市", "夥伴關係", "青嶺縣水美市"),
        (
            "en/",
            "View as a list",
            "Filter this list",
            "shirasagi",
            "Shirasagi",
            "Ties",
            "Shuimei City, Qingling County",
        ),
    ],
)
def test_the_ties_of_a_city_are_found_by_keyboard(
    served: str,
    browser: Browser,
    width: int,
    prefix: str,
    find: str,
    field: str,
    typed: str,
    city: str,
    heading: str,
    tie: str,
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 740})
    page.goto(f"{served}{prefix}")
    tab_to(page, find)
    page.keyboard.press("Enter")
    page.wait_for_url("**/cities/")
    tab_to(page, field)
    page.keyboard.type(typed)
    tab_to(page, city)
    page.keyboard.press("Enter")
    page.wait_for_url("**/cities/jp-shirasagi/")
    order = page.locator("main :is(h1, h2, h3)").all_inner_texts()
    assert [text.partition("\n")[0] for text in order[:3]] == [city, heading, tie]
    page.close()
