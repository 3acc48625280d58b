"""A preview opens from a folder in a real browser, under its own policy, without a failed request."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from serving import lost

from portal.unserved.unserved_site import make_unserved

pytestmark = pytest.mark.machine


@pytest.fixture(scope="module")
def front(site: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of its front page, in a folder whose name needs escaping."""
    place = tmp_path_factory.mktemp("unpacked")
    folder = place / "下載 #1" / "site preview"
    make_unserved(site, folder, place / "working")
    return (folder / "index.html").as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that must not complain, and may not load anything but files."""
    context = browser.new_context()
    opened = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda message: complaints.append(message.text))
    opened.on("pageerror", lambda error: complaints.append(str(error)))
    opened.on("requestfailed", lambda request: complaints.extend(lost(request)))
    opened.on("request", lambda request: asked.append(request.url))
    yield opened
    assert complaints == []
    assert {url.partition(":")[0] for url in asked} == {"file"}
    context.close()


def is_styled(page: Page) -> bool:
    color = page.locator("header").evaluate("e => getComputedStyle(e).backgroundColor")
    return color not in ("rgba(0, 0, 0, 0)", "transparent")


def test_a_reader_finds_the_way_in_both_languages(front: str, page: Page) -> None:
    page.goto(front)
    assert is_styled(page)
    expect(page.get_by_text("預覽：這是尚未公開的版本")).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.get_by_text("Preview: a version that is not public yet")).to_be_visible()
    menu = page.get_by_role("navigation", name="Main menu")
    menu.get_by_role("link", name="Cities").click()
    assert is_styled(page)
    page.get_by_role("link", name="Shirasagi", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Shirasagi")
    page.get_by_role("link", name="中文").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("白鷺市")
    assert page.url.endswith("/cities/jp-shirasagi/index.html")


@pytest.mark.parametrize(
    ("name", "field"), [("Organizations", "Filter this list"), ("Glossary", "Look up a term")]
)
def test_lists_are_narrowed_while_typing(front: str, page: Page, name: str, field: str) -> None:
    page.goto(front.replace("index.html", "en/index.html"))
    page.get_by_role("navigation", name="Main menu").get_by_role("link", name=name).click()
    items = page.locator("[data-list] > :visible")
    every = items.count()
    assert every > 1
    page.get_by_label(field).fill("zzzz")
    expect(items).to_have_count(0)
    page.get_by_label(field).fill("")
    expect(items).to_have_count(every)


def test_the_timeline_is_whole_and_offers_no_choices_that_need_a_server(
    front: str, page: Page
) -> None:
    page.goto(front.replace("index.html", "en/exchanges/index.html"))
    assert page.locator(".year .what > a").count() > 20
    expect(page.get_by_label("Words", exact=True)).to_be_hidden()


def test_the_search_says_why_it_does_not_work(front: str, page: Page) -> None:
    page.goto(front)
    page.get_by_role("search").get_by_role("searchbox").fill("白鷺")
    page.get_by_role("search").get_by_role("button").click()
    page.wait_for_url("**/search/index.html?q=*")
    expect(page.get_by_text("需要網站伺服器")).to_be_visible()
    expect(
        page.get_by_role("link", name="站內地圖")
        .or_(page.get_by_role("link", name="網站導覽"))
        .first
    ).to_be_visible()


def test_every_kind_of_page_opens_without_a_complaint(front: str, page: Page) -> None:
    root = front.removesuffix("index.html")
    for path in ("press", "plans", "reports", "homes", "open-data", "site-map", "organizations"):
        page.goto(f"{root}en/{path}/index.html")
        assert is_styled(page), path
