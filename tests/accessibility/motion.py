"""Nothing moves for ever, and nothing moves at all for readers who ask for less motion (WCAG 2.2.2, 2.3.3)."""

from __future__ import annotations

from accessibility import scripts
from accessibility.finding import Finding
from playwright.sync_api import Page


def judge(page: Page, address: str) -> list[Finding]:
    """Look at an open page, first without the wish and then with it."""
    scripts.load(page, "motion")
    page.emulate_media(reduced_motion="no-preference")
    endless = scripts.ask(page, address, "portalMotion.endless()")
    page.emulate_media(reduced_motion="reduce")
    return endless + scripts.ask(page, address, "portalMotion.reduced()")
