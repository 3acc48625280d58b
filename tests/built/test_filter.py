"""Long lists can be narrowed while typing; what is typed stays in the address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def shown(page: Page) -> list[str]:
    return page.locator("[data-list] > :visible > a").all_inner_texts()


def test_a_list_is_narrowed_by_names_in_any_language_and_by_what_stands_above(
    served: str, page: Page
) -> None:
    page.goto(f"{served}cities/")
    everything = len(shown(page))
    page.get_by_label("在這一頁篩選").fill("hachioji")
    assert shown(page) == ["八王子市"]
    assert page.locator("output").inner_text() == f"顯示1筆，共{everything}筆"
    assert page.locator("h2:visible").all_inner_texts() == ["亞洲"]
    page.get_by_label("在這一頁篩選").fill("日本 縣")
    assert "青森縣" in shown(page)
    assert "八王子市" not in shown(page)
    page.get_by_label("在這一頁篩選").fill("")
    assert len(shown(page)) == everything
    assert page.locator("output").inner_text() == ""


def test_what_was_typed_can_be_passed_on(served: str, page: Page) -> None:
    page.goto(f"{served}en/cities/")
    page.get_by_label("Filter this list").fill("八王子")
    page.wait_for_url("**/cities/?q=*")
    page.goto(page.url)
    assert shown(page) == ["Hachioji"]
    assert page.get_by_label("Filter this list").input_value() == "八王子"


def test_two_forms_of_a_character_are_one(served: str, page: Page) -> None:
    page.goto(f"{served}glossary/")
    found = []
    for written in ("臺北", "台北"):
        page.get_by_label("在這一頁篩選").fill(written)
        found.append(page.locator("[data-list] > :visible").count())
    assert found[0] == found[1] > 0
