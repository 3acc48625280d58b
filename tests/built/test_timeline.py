"""The timeline is whole without a script; with one it is narrowed, and what is found can be taken along."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar
from playwright.sync_api import Browser, Page, Route

RED = "hongwan"


@pytest.fixture(params=[360, 1280])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": request.param, "height": 740}, accept_downloads=True
    )
    yield context.new_page()
    context.close()


def output(page: Page) -> str:
    return page.locator(".timeline-filter output").inner_text()


def titles(page: Page) -> list[str]:
    return [link.strip() for link in page.locator("#found .what > a").all_text_contents()]


def ready(page: Page) -> None:
    """Wait until the choices are there: they come when the form is in sight."""
    page.locator(".timeline-filter").scroll_into_view_if_needed()
    page.locator(".timeline-filter select[name=home] option").nth(1).wait_for(state="attached")


def test_without_a_script_every_year_is_there_and_no_form(served: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}en/exchanges/")
    years = [int(text) for text in page.locator(".year > h3 > span").all_inner_texts()]
    assert len(years) > 5
    assert years == sorted(years, reverse=True)
    assert not page.locator(".timeline-filter").is_visible()
    context.close()


def test_choices_and_words_combine_and_live_in_the_address(served: str, page: Page) -> None:
    page.goto(f"{served}en/exchanges/")
    ready(page)
    if not page.get_by_label("Government", exact=True).is_visible():  # on a phone
        page.locator(".choices summary").click()
    page.get_by_label("Government", exact=True).select_option(RED)
    everything = output(page)
    page.get_by_label("Words").fill("shirasagi")
    page.wait_for_url(re.compile(r"home=hongwan&?.*q=shirasagi|q=shirasagi&home=hongwan"))
    assert output(page) != everything
    found = titles(page)
    assert found
    page.reload()
    page.locator("#found .what > a").first.wait_for()
    assert titles(page) == found
    page.locator("header a[hreflang^=zh]").first.evaluate(
        "link => { link.focus(); location.href = link.href }"
    )
    page.wait_for_url("**/exchanges/?*q=shirasagi*")
    page.locator("#found .what > a").first.wait_for()
    assert len(titles(page)) == len(found)


def test_words_find_by_names_that_no_entry_shows(served: str, page: Page) -> None:
    page.goto(f"{served}exchanges/?q=shirasaki")
    page.locator("#found .what > a").first.wait_for()
    assert any("白鷺" in title for title in titles(page))


def test_clearing_shows_everything_again(served: str, page: Page) -> None:
    page.goto(f"{served}en/exchanges/?q=shirasagi")
    page.locator("#found .what > a").first.wait_for()
    assert not page.locator(".listing").is_visible()
    page.get_by_role("button", name="Clear").click()
    page.locator(".listing").wait_for()
    page.wait_for_url("**/exchanges/")


def test_an_answer_draws_a_window_of_rows_and_leaves_the_list_laid_out(
    served: str, page: Page
) -> None:
    """On a portal of thousands of entries a key is answered in time only if little is laid out."""
    page.goto(f"{served}en/exchanges/")
    ready(page)
    at_once = page.evaluate(
        """async () => {
          const from = document.getElementById("by-from");
          from.value = "1";
          from.dispatchEvent(new Event("input", { bubbles: true }));
          for (let turn = 0; turn < 9; turn++) await null;
          return document.querySelectorAll("#found li[data-id]").length;
        }"""
    )
    assert 0 < at_once <= 8
    page.wait_for_function("n => document.querySelectorAll('#found li[data-id]').length > n", arg=8)
    headings = page.locator("#found .year > h3 > span").all_inner_texts()
    assert len(headings) == len(set(headings))
    listing = page.locator(".listing")
    assert not listing.is_visible()
    assert listing.evaluate("list => getComputedStyle(list).display") != "none"
    listing.locator("a[href]").first.evaluate("link => link.focus()")
    assert page.evaluate("document.activeElement === document.body")


def test_a_link_to_a_year_leads_to_its_first_entry(served: str, page: Page) -> None:
    """Rows that come into sight on the way are higher or lower than was guessed."""
    page.goto(f"{served}en/exchanges/")
    years = page.locator(".listing .year > h3")
    middle = years.nth(years.count() // 2).get_attribute("id")
    page.evaluate("hash => { location.hash = hash }", middle)
    page.wait_for_function(
        """id => new Promise((done) => {
          const top = () => document.getElementById(id).closest(".year").getBoundingClientRect().top;
          const before = top();
          setTimeout(() => done(before === top() && before >= 0 && before < innerHeight / 4), 200);
        })""",
        arg=middle,
    )


def test_nothing_found_says_what_to_do(served: str, page: Page) -> None:
    page.goto(f"{served}en/exchanges/?q=zzzz")
    none = page.locator(".timeline-filter .filter-none")
    none.wait_for()
    assert page.locator(".timeline-filter .filter-none a").get_attribute("href").endswith("?q=zzzz")  # type: ignore[union-attr]


def test_rows_that_the_page_does_not_have_come_from_the_page_of_their_year(
    served: str, page: Page
) -> None:
    """As on a portal with more entries than one page shows."""

    def without_rows(route: Route) -> None:
        answer = route.fetch()
        body = re.sub(r'<section class="year".*?</section>', "", answer.text(), flags=re.DOTALL)
        route.fulfill(response=answer, body=body)

    page.route("**/en/exchanges/?q=*", without_rows)
    page.goto(f"{served}en/exchanges/?q=shirasagi")
    page.locator("#found .meta span").first.wait_for()
    link = page.locator("#found .what > a").first
    assert page.request.get(link.evaluate("link => link.href")).ok


def test_results_can_be_taken_along(site: Path, served: str, page: Page, tmp_path: Path) -> None:
    page.goto(f"{served}en/exchanges/?q=shirasagi")
    page.locator("#found .what > a").first.wait_for()
    files = {}
    for form in ("csv", "ics"):
        with page.expect_download() as waiting:
            page.locator(f"[data-take={form}]").click()
        waiting.value.save_as(tmp_path / form)
        files[form] = (tmp_path / form).read_bytes().decode()
    lines = list(csv.reader(StringIO(files["csv"].removeprefix("\ufeff"))))
    assert [line[2] for line in lines[1:]] == titles(page)
    days = [line for line in lines[1:] if re.fullmatch(r"\d{4}-\d\d-\d\d", line[0])]
    events: list[Any] = Calendar.from_ical(files["ics"]).walk("VEVENT")
    assert 0 < len(events) <= len(days)
    assert {str(event["SUMMARY"]) for event in events} <= {line[2] for line in days}
    own: Any = Calendar.from_ical((site / "en/exchanges/calendar.ics").read_bytes())
    known = {str(event["SUMMARY"]): event["UID"].partition("@")[0] for event in own.events}
    assert all(known[str(event["SUMMARY"])] == event["UID"].partition("@")[0] for event in events)
