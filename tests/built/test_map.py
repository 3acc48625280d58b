"""The map of the world in a browser: narrowed with its table, followed by keyboard, magnified; whole without one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

SHOWN = ".world [data-tie] > a"
FOCUS = "document.activeElement.parentNode.dataset.tie"
SEEN = """() => {
  const [box, mark] = [document.querySelector(".map.followed"), document.activeElement.querySelector(".m")]
    .map((one) => one.getBoundingClientRect());
  return mark.left >= box.left && mark.right <= box.right && mark.top >= box.top && mark.bottom <= box.bottom;
}"""


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


def marks(page: Page) -> list[str]:
    """The numbers of the ties that can be pointed at."""
    found: list[str] = page.locator(SHOWN).evaluate_all(
        "all => all.filter(one => one.getClientRects().length).map(one => one.parentNode.dataset.tie)"
    )
    return found


def rows(page: Page) -> list[str]:
    found: list[str] = page.locator("tr[data-tie]:visible").evaluate_all(
        "all => all.map(one => one.dataset.tie)"
    )
    return found


def test_without_javascript_the_map_is_whole(served: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}en/map/")
    found = page.locator(SHOWN).locator("visible=true")
    assert found.count() > 3
    titles = [link.locator("title").text_content() for link in found.all()]
    assert all(titles)
    assert not page.locator(".map-tools, .filter").locator("visible=true").count()
    assert page.locator("tr[data-tie]").count() >= len(set(titles))
    page.locator(".pass a").focus()
    assert page.locator(".pass a").is_visible()
    page.keyboard.press("Enter")
    assert page.url.endswith("#list")
    context.close()


def test_what_narrows_the_table_narrows_the_map(served: str, page: Page) -> None:
    page.goto(f"{served}en/map/")
    everything = len(rows(page))
    page.get_by_label("Country").select_option("jp")
    chosen = rows(page)
    assert 0 < len(chosen) < everything
    assert page.locator("output[for=q]").inner_text() == f"{len(chosen)} of {everything} shown"
    assert set(marks(page)) <= set(chosen)
    assert marks(page)
    page.get_by_label("Filter this list").fill("shirasagi")
    page.wait_for_url("**/map/?*q=shirasagi*")
    assert "country=jp" in page.url
    few = rows(page)
    page.reload()
    assert rows(page) == few
    page.get_by_role("link", name="中文").click()
    page.wait_for_url(lambda url: "/en/" not in url)
    assert len(rows(page)) == len(few)
    assert page.get_by_label("國家").input_value() == "jp"


def test_the_table_is_laid_out_only_when_it_comes_near(served: str, page: Page) -> None:
    """Hundreds of rows below a map of hundreds of ties would keep a phone busy."""
    page.set_viewport_size({"width": 360, "height": 240})
    page.goto(f"{served}en/map/")
    first = page.locator("tr[data-tie]").first
    is_drawn = "row => row.checkVisibility({ contentVisibilityAuto: true })"
    page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
    assert not first.evaluate(is_drawn)
    page.locator(".pass a").focus()
    page.keyboard.press("Enter")
    first.scroll_into_view_if_needed()
    page.wait_for_function(f"({is_drawn})(document.querySelector('tr[data-tie]'))")


def test_a_choice_that_does_not_exist_chooses_nothing(served: str, page: Page) -> None:
    page.goto(f"{served}en/map/?country=xx")
    assert page.get_by_label("Country").input_value() == ""
    assert marks(page)


def test_ties_are_followed_by_keyboard(served: str, page: Page) -> None:
    page.goto(f"{served}en/map/")
    shown = marks(page)
    page.locator(".pass a").focus()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUS) == shown[0]
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUS) == shown[1]
    link = page.locator(":focus")
    title = link.locator("title").text_content()
    assert page.locator(".map-said").inner_text() == title
    assert link.locator("text").is_visible()
    page.keyboard.press("End")
    assert page.evaluate(FOCUS) == shown[-1]
    page.keyboard.press("ArrowDown")
    assert page.evaluate(FOCUS) == shown[0]
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('svg') === null")
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/cities/**")


@pytest.mark.parametrize("path", ["en/homes/hongwan/", "en/cities/continents/asia/"])
def test_maps_of_a_government_and_of_a_continent_are_followed_alike(
    served: str, page: Page, path: str
) -> None:
    page.goto(f"{served}{path}")
    links = page.locator(".followed a").locator("visible=true")
    count = links.count()
    assert count > 1
    page.locator(".pass a").focus()
    assert page.locator(".pass a").is_visible()
    page.keyboard.press("Tab")
    seen = set()
    for _ in range(count):
        link = page.locator(":focus")
        title = link.locator("title").text_content()
        assert page.locator(".map-said").inner_text() == title
        assert link.locator("text").is_visible()
        seen.add(link.get_attribute("href"))
        page.keyboard.press("ArrowRight")
    assert len(seen) == count
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('svg') === null")
    page.keyboard.press("Shift+Tab")
    href = page.locator(":focus").get_attribute("href") or ""
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{href.removeprefix('..').lstrip('./')}")


def test_without_javascript_the_map_of_a_government_is_links(served: str, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{served}en/homes/hongwan/")
    links = page.locator(".followed a")
    assert links.count() > 1
    assert not page.locator(".followed a[tabindex]").count()
    assert not page.locator(".map-said").is_visible()
    page.locator(".pass a").focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#past-map")
    context.close()


def test_the_map_is_magnified_and_moved(served: str, page: Page) -> None:
    page.goto(f"{served}en/map/")
    svg, tools = page.locator(".map.followed svg").first, page.locator(".map-tools")
    whole = svg.get_attribute("viewBox")
    tools.get_by_role("button", name="Zoom in").click()
    near = svg.get_attribute("viewBox")
    assert whole and near  # noqa: PT018
    assert float(near.split()[2]) == pytest.approx(float(whole.split()[2]) / 2)
    picture = page.locator(".map.followed img").first
    assert "large-" in (picture.get_attribute("src") or "")
    tools.get_by_role("button", name="Move west").click()
    assert float((svg.get_attribute("viewBox") or "").split()[0]) < float(near.split()[0])
    page.locator("[data-tie] > a[tabindex='0']").focus()
    assert page.evaluate(SEEN)
    for _ in range(len(marks(page))):
        page.keyboard.press("ArrowRight")
        assert page.evaluate(SEEN)
    page.keyboard.press("+")
    assert page.evaluate(SEEN)
    page.keyboard.press("0")
    assert [round(float(part)) for part in (svg.get_attribute("viewBox") or "").split()] == [
        round(float(part)) for part in whole.split()
    ]
    assert tools.get_by_role("button", name="Zoom out").get_attribute("aria-disabled") == "true"


def test_dragging_moves_a_magnified_map_and_follows_no_link(served: str, page: Page) -> None:
    page.goto(f"{served}en/map/")
    before = page.url
    page.locator(".map-tools").get_by_role("button", name="Zoom in").click()
    svg = page.locator(".map.followed svg").first
    was = svg.get_attribute("viewBox")
    box = page.locator(".map.followed").first.bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 80, y, steps=4)
    page.mouse.up()
    assert svg.get_attribute("viewBox") != was
    assert page.url == before
    now = svg.get_attribute("viewBox")
    page.mouse.wheel(0, 200)
    assert svg.get_attribute("viewBox") == now
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function(
        "was => document.querySelector('.map.followed svg').getAttribute('viewBox') !== was",
        arg=now,
    )


@pytest.mark.parametrize("width", [320, 1280])
def test_the_map_scrolls_no_page_sideways(served: str, page: Page, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for path in ("map/", "en/map/?continent=asia"):
        page.goto(f"{served}{path}")
        assert page.evaluate("document.documentElement.scrollWidth") <= width, path
