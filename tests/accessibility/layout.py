"""Nothing is cut off, overlaps or scrolls sideways: narrow, zoomed, or with a reader's own spacing."""

from __future__ import annotations

from dataclasses import dataclass, replace

from accessibility import scripts
from accessibility.finding import Finding
from playwright.sync_api import Page

SPACING = """
* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
*:lang(zh) { letter-spacing: .14em !important }
p { margin-block-end: 2em !important }
"""
"""WCAG 2.2, 1.4.12; the wider letter spacing is what the guidelines of Taiwan ask for Chinese."""
LARGE_TEXT = ":root:root { font-size: %spx !important }"


@dataclass(frozen=True)
class Condition:
    """How a reader looks at the page."""

    name: str
    width: int
    style: str = ""


CONDITIONS = (
    Condition("320 px wide", 320),
    Condition("200 % zoom", 640),
    Condition("text spacing, 360 px", 360, SPACING),
    Condition("text spacing, 1280 px", 1280, SPACING),
)
TEXT_SIZE = Condition("200 % text size, 1280 px", 1280)


def judge(page: Page, address: str) -> list[Finding]:
    """Look at an open page under every condition."""
    scripts.load(page, "layout")
    size = page.evaluate("parseFloat(getComputedStyle(document.documentElement).fontSize)")
    larger = replace(TEXT_SIZE, style=LARGE_TEXT % (2 * size))
    found = []
    for condition in (*CONDITIONS, larger):
        page.set_viewport_size({"width": condition.width, "height": 800})
        page.evaluate("portalLayout.restyle", condition.style)
        found += [
            replace(finding, where=f"{finding.where} ({condition.name})")
            for finding in scripts.ask(page, address, "portalLayout.judge()")
        ]
    page.evaluate("portalLayout.restyle", "")
    return found
