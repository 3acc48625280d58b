"""Long lists can be narrowed while typing; what is typed stays in the address."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def shown(page: Page) -> list[str]:
    items = page.locator("[data-list] > :visible").all()
    return [item.locator("a").first.inner_text() for item in items]


def test_a_list_is_narrowed_by_names_in_any_language_and_by_what_stands_above(
    served: str, page: Page
) -> None:
    page.goto(f"{served}cities/")
    everything = len(shown(page))
    page.get_by_label("在這一頁篩選").fill("shirasagi")
    assert shown(page) == ["白鷺市"]
    assert page.locator("output").inner_text() == f"顯示1筆，共{everything}筆"
    assert page.locator("h2:visible").all_inner_texts() == ["亞洲"]
    page.get_by_label("在這一頁篩選").fill("日本 千波")
    assert shown(page) == ["千波縣", "白鷺市"]
    page.get_by_label("在這一頁篩選").fill("")
    assert len(shown(page)) == everything
    assert page.locator("output").inner_text() == ""


def test_nothing_moves_when_the_field_appears(served: str, page: Page) -> None:
    with_script: list[Route] = []

    def hold(route: Route) -> None:
        with_script.append(route)

    page.route("**/narrow.js", hold)
    page.goto(f"{served}cities/", wait_until="commit")
    page.locator("footer").wait_for()
    field, first = page.get_by_label("在這一頁篩選"), page.locator("main h2").first
    assert not field.is_visible()
    before = first.bounding_box()
    with_script[0].continue_()
    field.wait_for()
    assert first.bounding_box() == before


def test_what_was_typed_can_be_passed_on(served: str, page: Page) -> None:
    page.goto(f"{served}en/cities/")
    page.get_by_label("Filter this list").fill("白鷺")
    page.wait_for_url("**/cities/?q=*")
    page.goto(page.url)
    assert shown(page) == ["Shirasagi"]
    assert page.get_by_label("Filter this list").input_value() == "白鷺"


def test_a_list_finds_by_words_that_it_does_not_show(served: str, page: Page) -> None:
    for path, typed, expected in (
        ("cities/", "shirasaki", "白鷺市"),
        ("cities/", "sagimura", "白鷺市"),
        ("en/cities/", "日本 鷺村", "Shirasagi"),
        ("homes/hongwan/exchanges/", "shirasaki", "白鷺"),
    ):
        page.goto(f"{served}{path}?q={typed}")
        found = page.locator("[data-list] > :visible").all_inner_texts()
        assert found, typed
        assert any(expected in name for name in found), found


def test_an_empty_list_leads_to_the_search_for_the_same_words(served: str, page: Page) -> None:
    page.goto(f"{served}en/cities/")
    hint = page.get_by_text("Nothing on this page matches")
    assert not hint.is_visible()
    page.get_by_label("Filter this list").fill("港務 & harbor")
    assert shown(page) == []
    assert hint.is_visible()
    hint.get_by_role("link").click()
    page.wait_for_url("**/en/search/?*")
    assert page.locator("#search-q").input_value() == "港務 & harbor"


def test_a_table_is_sorted_by_its_heads_and_the_address_keeps_the_order(
    served: str, page: Page
) -> None:
    page.goto(f"{served}en/cities/status/active/")
    names = page.locator("tbody th a")
    first = names.all_inner_texts()
    assert len(first) > 2
    head = page.get_by_role("columnheader", name="Name")
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") == "ascending"
    head.get_by_role("button").press("Enter")
    assert head.get_attribute("aria-sort") == "descending"
    assert names.all_inner_texts() == first[::-1]
    page.reload()
    assert names.all_inner_texts() == first[::-1]
    page.get_by_role("columnheader", name="Since").get_by_role("button").click()
    dates = [
        d
        for d in page.locator("tbody td:last-child").evaluate_all(
            "all => all.map(one => one.dataset.value)"
        )
        if d
    ]
    assert dates == sorted(dates, reverse=True)
    assert page.locator("[aria-sort]").count() == 1


def test_the_switch_of_the_language_keeps_query_and_fragment(served: str, page: Page) -> None:
    page.goto(f"{served}cities/#asia")
    page.get_by_label("在這一頁篩選").fill("白鷺")
    page.get_by_role("link", name="English").click()
    page.wait_for_url("**/en/cities/?q=*#asia")
    assert shown(page) == ["Shirasagi"]


def test_two_forms_of_a_character_are_one(served: str, page: Page) -> None:
    page.goto(f"{served}glossary/")
    found = []
    for written in ("港務臺", "港務台"):
        page.get_by_label("查詞").fill(written)
        found.append(page.locator("[data-list] > :visible").count())
    assert found[0] == found[1] > 0


def test_all_that_names_a_government_is_narrowed_by_countries_and_offices(
    served: str, page: Page
) -> None:
    page.goto(f"{served}en/homes/hongwan/exchanges/")
    everything = len(shown(page))
    heads = page.locator("h3:visible").count()
    page.get_by_label("Filter this list").fill("Netherlands")
    assert 0 < len(shown(page)) < everything
    page.get_by_label("Filter this list").fill("department of international affairs")
    assert 0 < page.locator("h3:visible").count() < heads


@pytest.mark.parametrize("typed", ["友好城市", "friendship c", "ㄧㄡˇㄏㄠˇ", "youhao", "交流城市"])
def test_one_box_finds_a_term_by_either_language_its_sound_and_other_words(
    served: str, page: Page, typed: str
) -> None:
    page.goto(f"{served}glossary/")
    page.get_by_label("查詞").fill(typed)
    assert "友好城市" in shown(page)
    assert not page.get_by_role("navigation", name="排列方式").is_visible()


def test_names_of_records_unfold_where_the_box_finds_them(served: str, page: Page) -> None:
    page.goto(f"{served}glossary/")
    assert not page.get_by_role("link", name="白鷺市").is_visible()
    page.get_by_label("查詞").fill("shirasagi")
    page.get_by_role("link", name="白鷺市").click()
    page.wait_for_url("**/cities/jp-shirasagi/")


def test_a_term_is_copied_and_that_is_said(served: str, browser: Browser) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{served}glossary/")
    page.get_by_role("button", name="複製「friendship city」").first.click()
    assert page.evaluate("navigator.clipboard.readText()") == "friendship city"
    assert page.locator("output.said").inner_text() == "已複製「friendship city」"
    context.close()
    plain = browser.new_context(java_script_enabled=False)
    page = plain.new_page()
    page.goto(f"{served}glossary/")
    assert page.locator("button.copy").count() == 0
    assert page.get_by_role("link", name="友好城市").is_visible()
    plain.close()
