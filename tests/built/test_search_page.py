"""The page of the search: by keyboard, on a phone, with facets, without JavaScript, in what it costs."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from accessibility.browsing import STILL, Axe, Check
from accessibility.finding import report
from parsed import Pages
from playwright.sync_api import Browser, Page

from benchmarks.search import LIMIT, loaded
from portal.model.values.locale import BY_CODE, Locale

DONE = re.compile(r"[^…]$")


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def told(page: Page) -> str:
    """What is announced when the search is done."""
    status = page.locator("#search-status", has_text=DONE)
    status.wait_for()
    return status.inner_text()


def titles(page: Page) -> list[str]:
    return page.locator("#search-list h3").all_inner_texts()


def tab_to(page: Page, selector: str) -> None:
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab does not reach {selector}")


@pytest.mark.parametrize(
    ("prefix", "typed", "heading", "counted"),
    [
        ("", "白鷺", "白鷺市", r"共\d+筆|找到\d+筆"),
        ("", "Shirasagi", "白鷺市", r"共\d+筆|找到\d+筆"),
        ("en/", "白鷺", "Shirasagi", r"of \d+ shown|\d+ results"),
        ("en/", "shirasagi", "Shirasagi", r"of \d+ shown|\d+ results"),
    ],
)
def test_a_city_is_found_by_keyboard_on_a_phone(
    served: str, phone: Page, prefix: str, typed: str, heading: str, counted: str
) -> None:
    phone.goto(f"{served}{prefix}")
    tab_to(phone, "[role=search] [name=q]")
    phone.keyboard.type(typed)
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/search/?q=*")
    assert re.search(counted, told(phone))
    assert phone.locator("#search-status").get_attribute("role") == "status"
    tab_to(phone, "#search-list a")
    phone.keyboard.press("Enter")
    phone.wait_for_url("**/cities/jp-shirasagi/")
    assert phone.locator("h1").inner_text() == heading


def test_the_access_key_leads_to_the_box_that_each_page_has_once(served: str, phone: Page) -> None:
    for path in ("", "cities/jp-shirasagi/", "search/", "404.html"):
        phone.goto(f"{served}{path}")
        assert phone.locator("[accesskey=S]").count() == 1, path
        phone.locator("[accesskey=S]").click()
        assert phone.evaluate("document.activeElement.name") == "q", path


def test_facets_narrow_the_results_and_stay_in_the_address(served: str, phone: Page) -> None:
    phone.goto(f"{served}search/?q=白鷺")
    everything = told(phone)
    phone.locator("summary").click()
    exchanges = phone.get_by_label(re.compile("^交流"))
    many = exchanges.locator("xpath=../span[@class='many']").filter(has_text=re.compile(r"\d"))
    count = many.inner_text()
    exchanges.check()
    phone.wait_for_url("**kind=exchanges*")
    phone.get_by_text(f"找到{count}筆結果").wait_for()
    assert set(phone.locator("#search-list .badge").all_inner_texts()) == {"交流"}
    assert phone.get_by_label(re.compile("^城市")).is_visible(), "other kinds can still be chosen"
    narrowed = titles(phone)
    phone.reload()
    told(phone)
    assert titles(phone) == narrowed
    assert phone.get_by_label(re.compile("^交流")).is_checked()
    phone.go_back()
    phone.get_by_text(everything).wait_for()
    assert not phone.get_by_label(re.compile("^交流")).is_checked()
    phone.go_forward()
    phone.get_by_text(f"找到{count}筆結果").wait_for()
    phone.get_by_role("button", name="清除條件").click()
    phone.get_by_text(everything).wait_for()
    assert "kind" not in phone.url


def test_a_long_list_of_choices_shows_the_first_and_all_when_asked_for(
    served: str, browser: Browser
) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{served}en/search/?q=Hongwan")
    told(page)
    inside = "all => all.filter(one => one.scrollHeight > one.clientHeight + 1).length"
    assert page.locator("#search-facets fieldset > div").evaluate_all(inside) == 0
    sets = page.locator("#search-facets fieldset").filter(has=page.get_by_role("button"))
    assert sets.count(), "no list of choices is long"
    name = sets.first.locator("legend").inner_text()
    longest = page.get_by_role("group", name=name, exact=True)
    button = longest.get_by_role("button")
    count = int(re.sub(r"\D", "", button.inner_text()))
    assert longest.locator("label:visible").count() < count - 2
    shown = longest.locator("label:visible .many").all_inner_texts()
    button.press("Enter")
    assert longest.locator("label:visible").count() == count
    most = sorted(map(int, longest.locator("label:visible .many").all_inner_texts()))
    assert sorted(map(int, shown)) == most[-len(shown) :]
    assert page.evaluate("document.activeElement.type") == "checkbox"
    page.close()


def test_more_results_are_shown_when_asked_for(served: str, phone: Page) -> None:
    phone.goto(f"{served}en/search/?q=Hongwan")
    assert re.fullmatch(r"10 of \d+ shown", told(phone))
    phone.get_by_role("button", name="Show more results").focus()
    phone.keyboard.press("Enter")
    phone.get_by_text(re.compile(r"20 of \d+ shown")).wait_for()
    focused = (
        "document.activeElement.closest('li') === document.querySelectorAll('#search-list li')[10]"
    )
    assert phone.evaluate(focused)
    phone.keyboard.press("ArrowUp")
    assert phone.evaluate("document.activeElement.matches('#search-list li:nth-child(10) a')")


def test_a_result_tells_kind_date_home_and_marks_what_was_typed(served: str, phone: Page) -> None:
    phone.goto(f"{served}search/?q=少年足球")
    told(phone)
    first = phone.locator("#search-list li").first
    facts = first.locator(".result-facts")
    assert facts.inner_text().split()[0] == "交流"
    assert "民國106年" in facts.inner_text()
    assert "虹灣市" in facts.inner_text()
    assert re.match("2017", facts.locator("time").get_attribute("datetime") or "")
    assert first.locator("h3 mark").inner_text() == "少年足球"


def test_a_name_in_another_language_says_so(served: str, phone: Page) -> None:
    phone.goto(f"{served}search/?q=새빛광역시")
    told(phone)
    also = phone.locator("#search-list li").first.locator("[lang]")
    assert also.get_attribute("lang") == "ko"
    assert also.locator("mark").inner_text() == "새빛광역시"


def test_nothing_found_gives_advice_and_ways_to_browse(served: str, phone: Page) -> None:
    phone.goto(f"{served}en/search/?q=zzzz")
    assert told(phone) == "Nothing found for “zzzz”"
    assert phone.locator("#search-advice").is_visible()
    assert phone.locator("#search-browse a").count() > 5
    assert titles(phone) == []


def test_without_a_word_everything_that_the_facets_let_through_is_found(
    served: str, phone: Page
) -> None:
    phone.goto(f"{served}en/search/")
    phone.locator("summary").click()
    choice = phone.get_by_label(re.compile("^dormant"))
    count = choice.locator("xpath=../span[@class='many']").inner_text()
    choice.check()
    phone.wait_for_url("**status=dormant*")
    phone.get_by_text(f"{count} result").wait_for()
    assert len(titles(phone)) == int(count)


def test_a_letter_that_is_wrong_is_told_and_mended(served: str, phone: Page) -> None:
    phone.goto(f"{served}en/search/?q=Shirasaggi")
    said = told(phone)
    assert "No page has “Shirasaggi”; these results are for “Shirasagi”" in said
    assert titles(phone)[0] == "Shirasagi"


def test_a_word_that_no_page_has_is_named(served: str, phone: Page) -> None:
    phone.goto(f"{served}search/?q=白鷺 動物園")
    assert "沒有一頁有「動物園」" in told(phone)
    assert titles(phone)


def test_a_page_whose_script_is_blocked_says_that_it_cannot_search(
    served: str, phone: Page
) -> None:
    phone.route("**/assets/**/search*.js", lambda route: route.abort())
    phone.goto(f"{served}en/search/?q=Saebit")
    assert phone.locator("#search-hint").inner_text().startswith("This page cannot search")
    assert phone.locator("#search-browse a").count() > 5


def test_three_tabs_lead_from_the_box_to_the_first_result(served: str, browser: Browser) -> None:
    for width in (360, 1280):
        page = browser.new_page(viewport={"width": width, "height": 800})
        page.goto(f"{served}search/?q=白鷺")
        told(page)
        page.locator("#search-q").focus()
        for _ in range(3):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.matches('#search-list a')"):
                break
        assert page.evaluate("document.activeElement.closest('#search-list li') !== null"), width
        page.close()


SHIFTS = """window.shifted = 0; new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.shifted += entry.value;
}).observe({ type: "layout-shift", buffered: true });"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("path", ["search/?q=白鷺", "en/search/?q=zzzz", "search/"])
def test_nothing_moves_when_results_come(
    served: str, browser: Browser, path: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(SHIFTS)
    page.goto(f"{served}{path}")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("window.shifted") <= 0.05
    page.close()


def test_names_written_from_the_right_say_so(served: str, phone: Page) -> None:
    phone.goto(f"{served}search/?q=נחל זהב")
    told(phone)
    also = phone.locator("#search-list li").first.locator("[lang=he]")
    assert also.get_attribute("dir") == "rtl"


def test_what_is_typed_stays_text(served: str, phone: Page) -> None:
    phone.goto(f"{served}search/?q=<img src=x onerror=window.ran=1> 虹灣")
    told(phone)
    assert phone.locator("main img").count() == 0
    assert phone.evaluate("window.ran") is None


def test_without_javascript_the_box_leads_to_lists(served: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    page = context.new_page()
    page.goto(served)
    page.locator("[role=search] [name=q]").fill("白鷺")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search/?q=*")
    assert page.locator("#search-hint").inner_text().startswith("這一頁目前無法搜尋")
    assert not page.locator("#search-facets").is_visible()
    page.locator("#search-browse").get_by_role("link", name="城市", exact=True).click()
    page.wait_for_url("**/cities/")
    context.close()


def test_the_page_says_when_the_index_cannot_be_loaded(served: str, phone: Page) -> None:
    phone.route("**/search-index/**", lambda route: route.abort())
    phone.goto(f"{served}en/search/?q=Saebit")
    assert told(phone).startswith("Search is not available right now")
    assert phone.locator("#search-browse").is_visible()


@pytest.mark.parametrize(
    "check", [Axe(), STILL["layout"], STILL["motion"], STILL["colors"]], ids=["axe", *STILL]
)
def test_results_and_facets_can_be_reached_by_everybody(
    served: str, browser: Browser, check: Check
) -> None:
    for address in ("search/?q=白鷺", "en/search/?q=zzzz"):
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(f"{served}{address}")
        told(page)
        found = check(page, address)
        page.close()
        assert not found, report(found)


@pytest.mark.parametrize(
    ("locale", "query"),
    [
        ("zh", "白鷺"),
        ("zh", "虹灣 白鷺 締結"),
        ("zh", "世界港灣城市聯盟"),
        ("en", "friendship city agreement"),
        ("en", "hongwan city government"),
    ],
)
def test_a_first_search_is_light(served: str, browser: Browser, locale: str, query: str) -> None:
    sizes = loaded(browser, served, BY_CODE[locale], query)
    assert len(sizes) > 8
    assert sum(sizes.values()) < LIMIT, sizes


@pytest.mark.parametrize(
    ("locale", "query", "lists"),
    [
        ("en", "zzyzxquark", 2),
        ("en", "shirasaqi", 1),
        ("zh", "量子火鍋", 2),
        ("en", "Shirasagi", 0),
    ],
)
def test_a_word_that_is_nowhere_reads_no_list_of_names_piece_by_piece(
    served: str, browser: Browser, locale: str, query: str, lists: int
) -> None:
    """The names that begin as the word does, and only if none of these is near, all names of its script."""
    paths = loaded(browser, served, BY_CODE[locale], query)
    assert sum("/names/" in path for path in paths) == lists, paths
    assert sum("/words/" in path for path in paths) <= 9, paths


@pytest.mark.parametrize("locale", BY_CODE.values(), ids=list(BY_CODE))
def test_every_result_leads_to_a_page_and_to_a_place_on_it(
    site: Path, pages: Pages, locale: Locale
) -> None:
    files = (site / "search-index" / locale.lang / "documents").iterdir()
    paths = {json.loads(gzip.decompress(file.read_bytes()))["path"] for file in files}
    places = {path for path in paths if "#" in path}
    assert {place.partition("#")[2][:5] for place in places} >= {"partn", "membe", "m2014"}
    narrowed = {path for path in paths if "?q=" in path}
    assert narrowed
    whole = paths - places - narrowed
    assert [path for path in whole if f"{locale.prefix}{path}" not in pages] == []
    for path, word in (unquote(path).split("?q=") for path in narrowed):
        rows = pages[f"{locale.prefix}{path}"].xpath("//*[@data-list]/li")
        told = [f"{row.text_content()} {row.get('data-words', '')}" for row in rows]
        assert any(word in text for text in told), (path, word)
    for place in places:
        path, _, anchor = place.partition("#")
        assert pages[f"{locale.prefix}{path}"].xpath("//*[@id=$anchor]", anchor=anchor), place
