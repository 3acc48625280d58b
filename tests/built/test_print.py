"""The page of a record prints on few sheets, without what only works on a screen."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser


@pytest.mark.parametrize("path", ["cities/kr-saebit/", "en/cities/cr-san-aurelio/"])
def test_a_city_prints_on_two_sheets_at_most(served: str, browser: Browser, path: str) -> None:
    page = browser.new_page()
    page.goto(f"{served}{path}")
    sheets = len(re.findall(rb"/Type\s*/Page\b", page.pdf(format="A4")))
    assert 1 <= sheets <= 2
    page.emulate_media(media="print")
    assert (
        not page.locator(".menu, .languages, .skip, .tool, form, .foot")
        .locator("visible=true")
        .count()
    )
    assert page.locator("h1, .sources, .page-foot").locator("visible=true").count() == 3
    page.close()


def test_what_is_folded_away_is_printed_and_no_control_is(served: str, browser: Browser) -> None:
    page = browser.new_page()
    folded = "all => all.map(one => one.checkVisibility({contentVisibilityAuto: true}))"
    for path in ("homes/hongwan/", "en/statistics/", "en/open-data/"):
        page.goto(f"{served}{path}")
        page.emulate_media(media="print")
        parts = page.locator("main details:not([open]) > :not(summary)")
        assert parts.count(), path
        boxes = parts.evaluate_all("all => all.map(one => one.getBoundingClientRect().height > 0)")
        assert all(boxes), path
        assert all(parts.evaluate_all(folded)), path
        controls = page.locator("main :is(button, input, select, .pass, .map-said, .jump)")
        sorting = page.locator("th button")
        assert controls.locator("visible=true").count() == sorting.locator("visible=true").count()
        page.emulate_media(media="screen")
    page.close()
