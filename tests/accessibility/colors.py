"""With forced colors (Windows' contrast themes), every control still shows what it is."""

from __future__ import annotations

from accessibility import scripts
from accessibility.finding import Finding
from playwright.sync_api import Page


def judge(page: Page, address: str) -> list[Finding]:
    """Look at the controls of an open page. Where the focus is, ``keyboard.walk`` tells."""
    scripts.load(page, "colors")
    page.emulate_media(forced_colors="active")
    found = scripts.ask(page, address, "portalColors.judge()")
    page.emulate_media(forced_colors="none")
    return found
