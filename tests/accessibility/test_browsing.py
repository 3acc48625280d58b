"""A page of each template in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from accessibility import scriptless
from accessibility.axe import LOOKS
from accessibility.browsing import KEYS, STILL, Axe, Check, look, open_page
from accessibility.finding import report
from accessibility.sample import sample
from playwright.sync_api import Browser

from portal.edition import Edition

# Templates are the same in both languages; what does not depend on words is looked at in one of them.
# `make a11y` looks at every page, in every way.
SHARES: list[tuple[str, Check, str]] = [
    ("axe", Axe(LOOKS[:2]), ""),
    ("axe", Axe(LOOKS[2:]), "en/"),
    ("layout", STILL["layout"], ""),
    ("layout", STILL["layout"], "en/"),
    ("motion", STILL["motion"], ""),
    ("colors", STILL["colors"], "en/"),
    ("skip", KEYS["skip"], ""),
    ("menu", KEYS["menu"], "en/"),
    ("shortcuts", KEYS["shortcuts"], ""),
    ("desktop", KEYS["desktop"], ""),
    ("phone", KEYS["phone"], "en/"),
]


@pytest.mark.parametrize(
    ("check", "prefix"),
    [pytest.param(check, prefix, id=f"{name}-{prefix}") for name, check, prefix in SHARES],
)
def test_pages_pass(
    site: Path, edition: Edition, served: str, browser: Browser, check: Check, prefix: str
) -> None:
    chosen = sample(site, edition.pages.values(), shortest=check is KEYS["phone"])
    addresses = [prefix + path for path in chosen]
    found = look(browser, served, addresses, check)
    assert not found, report(found)


def test_with_forced_colors_the_focus_is_seen(
    site: Path, edition: Edition, served: str, browser: Browser
) -> None:
    chosen = sample(site, edition.pages.values())
    addresses = [path for path in chosen if path.startswith("about/") or "/" not in path]
    found = look(browser, served, addresses, KEYS["forced"])
    assert not found, report(found)


def test_without_javascript_everything_can_be_read_and_reached(
    site: Path, edition: Edition, served: str, browser: Browser
) -> None:
    found = []
    with open_page(browser) as scripted, open_page(browser, script=False) as plain:
        for path in sample(site, edition.pages.values()):
            scripted.goto(f"{served}en/{path}")
            plain.goto(f"{served}en/{path}")
            found += scriptless.judge(scripted, plain, f"en/{path}")
    assert not found, report(found)
