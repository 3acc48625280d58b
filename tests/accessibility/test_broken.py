"""Each judge finds what is broken on purpose in ``broken/``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from accessibility import keyboard, markup, moda, nu, scriptless
from accessibility.browsing import KEYS, STILL, Axe, Check, look, open_page
from accessibility.loading import Visit, visit
from playwright.sync_api import Browser
from serving import serve

BROKEN = Path(__file__).with_name("broken")


@pytest.fixture(scope="module")
def broken() -> Iterator[str]:
    with serve(BROKEN) as address:
        yield address


@pytest.mark.parametrize(
    ("check", "page", "rules"),
    [
        (Axe(), "markup.html", {"color-contrast", "image-alt", "target-size"}),
        (STILL["layout"], "layout.html", {"scrolls-sideways", "text-clipped", "text-overlaps"}),
        (
            STILL["motion"],
            "moving.html",
            {"animation", "animation-over-five-seconds", "smooth-scrolling", "transition"},
        ),
        (STILL["colors"], "moving.html", {"control-lost-in-forced-colors", "field-without-border"}),
        (KEYS["skip"], "moving.html", {"first-stop-skips-nothing"}),
        (KEYS["menu"], "menu.html", {"menu-does-not-open", "menu-traps-focus"}),
    ],
    ids=["axe", "layout", "motion", "colors", "skip", "menu"],
)
def test_a_browser_check_finds(
    broken: str, browser: Browser, check: Check, page: str, rules: set[str]
) -> None:
    found = {finding.rule for finding in look(browser, broken, [page], check)}
    assert rules <= found, found


def test_the_way_of_the_tab_key_finds(broken: str, browser: Browser) -> None:
    found = {finding.rule for finding in look(browser, broken, ["keyboard.html"], KEYS["desktop"])}
    assert found == {
        "focus-contrast",
        "focus-covered",
        "focus-not-indicated",
        "focus-order",
        "focus-outside-window",
        "focus-trapped",
        "focus-without-size",
        "positive-tabindex",
    }


def test_a_key_that_does_something_is_named(broken: str, browser: Browser) -> None:
    found = look(browser, broken, ["moving.html"], keyboard.shortcuts)
    assert [finding.where for finding in found] == ["/"]


def test_what_needs_javascript_is_found(broken: str, browser: Browser) -> None:
    with open_page(browser) as scripted, open_page(browser, script=False) as plain:
        scripted.goto(f"{broken}moving.html")
        plain.goto(f"{broken}moving.html")
        found = scriptless.judge(scripted, plain, "moving.html")
    assert {finding.rule for finding in found} == {
        "text-needs-javascript",
        "link-needs-javascript",
    }


def test_what_a_page_may_not_load_is_found(broken: str, browser: Browser) -> None:
    seen = visit(browser, broken, "loading.html")
    assert {finding.rule for finding in seen.findings()} == {
        "browser-complains",
        "cookie",
        "other-origin",
    }


def test_what_is_too_heavy_is_found() -> None:
    light = Visit("", sizes={"page": 5_000}, code=30 * 1024)
    heavy = Visit("", sizes={"page": 5_000, "image": 80 * 1024}, code=30 * 1024 + 1)
    assert light.overweight() == []
    assert {finding.rule for finding in heavy.overweight()} == {"first-visit", "style-and-script"}


@pytest.mark.parametrize(
    ("judge", "places"),
    [
        (nu.judge, {"markup.html", "style.css", "image.svg"}),
        (markup.judge, {"markup.html"}),
        (moda.judge, {"markup.html"}),
    ],
    ids=["nu", "markup", "moda"],
)
def test_a_judge_of_files_finds(judge: object, places: set[str]) -> None:
    assert callable(judge)
    found = judge(BROKEN)
    assert places <= {finding.page for finding in found}


def test_heading_levels_are_judged() -> None:
    rules = {finding.rule for finding in markup.judge(BROKEN) if finding.page == "markup.html"}
    assert "heading-level" in rules


def test_style_sheets_are_judged_with_the_pages_that_link_to_them() -> None:
    rules = {finding.rule for finding in moda.judge(BROKEN) if finding.page == "markup.html"}
    assert "CS2140401C" in rules  # text of a size in pixels
    assert "CS3140802C" not in rules  # it says how high lines are
