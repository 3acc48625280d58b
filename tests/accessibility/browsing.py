"""All that is looked at in a browser, by name: the tests and the report go through the same list."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal

from accessibility import axe, colors, keyboard, layout, motion
from accessibility.finding import Finding
from playwright.sync_api import Browser, Page

Check = Callable[[Page, str], list[Finding]]


@dataclass(frozen=True)
class Way:
    """How a reader goes through a page with the Tab key."""

    width: int
    scheme: Literal["light", "dark"]
    forced: bool = False

    def __call__(self, page: Page, address: str) -> list[Finding]:
        """Go through an open page."""
        page.set_viewport_size({"width": self.width, "height": 800})
        forced: Literal["active", "none"] = "active" if self.forced else "none"
        page.emulate_media(color_scheme=self.scheme, forced_colors=forced)
        return keyboard.walk(page, address)


@dataclass(frozen=True)
class Axe:
    """axe-core, in some of its looks."""

    looks: tuple[axe.Look, ...] = axe.LOOKS

    def __call__(self, page: Page, address: str) -> list[Finding]:
        """What axe is sure of."""
        return axe.judge(page, address, self.looks).findings


STILL: dict[str, Check] = {
    "layout": layout.judge,
    "motion": motion.judge,
    "colors": colors.judge,
}
"""What leaves a page as it was."""
KEYS: dict[str, Check] = {
    "skip": keyboard.skip,
    "shortcuts": keyboard.shortcuts,
    "menu": keyboard.menu,
    "desktop": Way(1280, "light"),
    "phone": Way(360, "dark"),
    "forced": Way(1280, "light", forced=True),
}
"""What needs a fresh page."""


@contextmanager
def open_page(browser: Browser, *, script: bool = True) -> Iterator[Page]:
    """A page in a context of its own."""
    context = browser.new_context(
        viewport={"width": 1280, "height": 800}, java_script_enabled=script
    )
    try:
        yield context.new_page()
    finally:
        context.close()


def begin(page: Page, url: str) -> None:
    """Open an address afresh, whatever was looked at before: a desktop, light, nothing asked for."""
    page.set_viewport_size({"width": 1280, "height": 800})
    page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="no-preference")
    page.goto(url)


def look(browser: Browser, base: str, addresses: list[str], check: Check) -> list[Finding]:
    """Open each page and check it."""
    found = []
    with open_page(browser) as page:
        for address in addresses:
            begin(page, f"{base}{address}")
            found += check(page, address)
    return found
