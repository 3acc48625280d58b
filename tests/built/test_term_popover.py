"""A word in a text, and what it means where the reader is: by touch, by keys, on a phone, without scripts, on paper."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility.browsing import Axe
from building import ROOT, build
from editing import put
from playwright.sync_api import Browser, Locator, Page
from serving import serve
from written import both

SETTINGS = f"""\
INHERIT: {ROOT}/mkdocs.yml
site_name: Terms
hooks: [{ROOT}/hooks/mkdocs_events.py]
extra: {{search: false}}
nav:
  - about/counting.md
"""

GLOSSARY = """\
- id: bureau
  subject_field: diplomacy
  definition: {zh: 依約定照顧某一城市的局處。, en: The bureau that looks after a given city.}
  terms: {zh: [{term: 認養局處, status: preferred}], en: [{term: adopting bureau, status: preferred}]}
- id: memorandum
  subject_field: document
  definition: {zh: 三方簽署的備忘錄。, en: A memorandum that three sides sign.}
  terms:
    zh: [{term: 三方國際交流合作備忘錄, status: preferred}]
    en: [{term: trilateral memorandum on international exchange, status: preferred}]
"""

RELEASE = """\
id: festival
date: 2026-10-01
issuer: alpha
title: {zh: 慶典, en: A festival}
category: agreements
lead: {zh: 參加慶典。, en: A festival was attended.}
body:
  zh: |-
    本案認養局處是民政局。

    市長當天在會場與兩位市長簽署三方國際交流合作備忘錄，為期三年。
  en: |-
    The Civil Affairs Bureau was the adopting bureau.

    On that day the mayors of all three signed a trilateral memorandum on international exchange for three years.
sources: [https://example.org/]
verified: 2026-11-20
"""

PAGE = "press/2026/festival/"

SAID = {
    "": ("認養局處", "依約定照顧某一城市的局處。", "adopting bureau"),
    "en/": ("adopting bureau", "The bureau that looks after a given city.", "認養局處"),
}
"""Of a locale: the word, what it means, and the word in the other language."""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("popover")
    portal = Path(shutil.copytree(ROOT / "tests/portals/minimal", folder / "portal"))
    files = {
        "mkdocs.yml": SETTINGS,
        "data/glossary.yaml": GLOSSARY,
        "data/press_releases/2026/festival.yaml": RELEASE,
        **both("about/counting.md", "民政局是認養局處。", "It is the adopting bureau."),
    }
    put(portal, files)
    done = build(portal / "mkdocs.yml", folder / "site")
    assert done.code == 0, done.output
    with serve(folder / "site") as found:
        yield found


@pytest.fixture(params=[True, False], ids=["script", "no-script"])
def phone(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, java_script_enabled=request.param
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740})
    yield context.new_page()
    context.close()


def button(page: Page, word: str) -> Locator:
    return page.get_by_role("button", name=word)


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("path", [PAGE, "about/counting/"])
def test_what_a_word_means_and_the_other_language_are_one_tap_away(
    address: str, phone: Page, prefix: str, path: str
) -> None:
    word, meaning, other = SAID[prefix]
    phone.goto(f"{address}{prefix}{path}")
    opened = phone.locator(".definition", has_text=meaning)
    assert not opened.is_visible()
    button(phone, word).tap()
    assert opened.is_visible()
    assert other in opened.inner_text()
    opened.get_by_role("link").tap()
    phone.wait_for_url(f"{address}{prefix}glossary/bureau/")
    assert other in phone.locator("main").inner_text()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_it_opens_by_keys_leads_on_and_gives_the_focus_back(
    address: str, page: Page, prefix: str
) -> None:
    word, meaning, _ = SAID[prefix]
    page.goto(f"{address}{prefix}{PAGE}")
    opened = page.locator(".definition", has_text=meaning)
    button(page, word).focus()
    page.keyboard.press("Enter")
    assert opened.is_visible()
    page.keyboard.press("Tab")
    assert opened.get_by_role("link").evaluate("link => link === document.activeElement")
    page.keyboard.press("Escape")
    assert not opened.is_visible()
    assert button(page, word).evaluate("one => one === document.activeElement")
    page.keyboard.press("Space")
    assert opened.is_visible()
    page.keyboard.press("Space")
    assert not opened.is_visible()


@pytest.mark.parametrize("prefix", ["", "en/"])
def test_a_long_term_breaks_at_the_end_of_a_line_and_is_one_stop(
    address: str, page: Page, prefix: str
) -> None:
    page.goto(f"{address}{prefix}{PAGE}")
    whole = page.locator(".defined-parts")
    parts = whole.locator(".defined")
    tops = {round(one.evaluate("part => part.getBoundingClientRect().top")) for one in parts.all()}
    assert len(tops) == 2  # it begins in the line in which there is room for its beginning
    before = whole.evaluate("one => one.previousSibling.textContent.trim()")
    assert before
    assert whole.get_by_role("button").count() == 1
    for number in range(parts.count()):
        page.goto(f"{address}{prefix}{PAGE}")
        parts.nth(number).click()
        assert page.locator(":popover-open").count() == 1


@pytest.mark.parametrize("prefix", ["", "en/"])
@pytest.mark.parametrize("width", [320, 360])
def test_on_a_phone_all_of_a_definition_is_seen(
    address: str, page: Page, prefix: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 640})
    page.goto(f"{address}{prefix}{PAGE}")
    buttons = page.locator(".defined button:not([aria-hidden])")
    assert buttons.count() == 2
    for one in buttons.all():
        one.focus()
        page.keyboard.press("Enter")
        box = page.locator(":popover-open").bounding_box()
        assert box is not None
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= 640
        page.keyboard.press("Escape")
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_paper_has_the_text_alone(address: str, page: Page) -> None:
    page.goto(f"{address}{PAGE}")
    page.emulate_media(media="print")
    word = page.locator(".defined", has_text="認養局處")
    assert word.is_visible()
    assert word.evaluate("one => getComputedStyle(one).textDecorationLine") == "none"
    assert not page.locator(".defined button, .definition").locator("visible=true").count()


def test_an_open_definition_has_no_barriers(address: str, page: Page) -> None:
    page.goto(f"{address}en/{PAGE}")
    button(page, "adopting bureau").click()
    assert page.locator(":popover-open").count() == 1
    assert Axe()(page, PAGE) == []
