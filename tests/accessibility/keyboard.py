"""By keyboard alone: the way of the Tab key, the skip link, the menu, and no shortcuts of a single key."""

from __future__ import annotations

import string

from accessibility import scripts
from accessibility.finding import Finding
from playwright.sync_api import Page

FEW_KEYS = 5
MOST_ROUNDS = 100
"""Regions that scroll are stops too, but only the browser knows which."""
KEYS = string.ascii_letters + string.digits + string.punctuation
FIRST_STOP = """() => {
  const link = document.activeElement, box = link.getBoundingClientRect();
  const target = document.getElementById((link.getAttribute("href") || "").slice(1));
  const seen = box.width > 1 && box.left >= 0 && box.top >= 0 && box.right <= innerWidth;
  return seen && target !== null && document.querySelector("main").contains(target);
}"""
STATE = """() => [
  location.href, scrollX, scrollY, document.body.outerHTML, document.documentElement.className,
  [...document.querySelectorAll("*")].indexOf(document.activeElement),
].join("\\n")"""
HEADER = "body > :is(header, nav), body > * > :is(header, nav)"
TOGGLES = ":is(button[aria-expanded], button[popovertarget], summary)"
SEEN = """() => [...document.querySelectorAll("header a[href], header button, header input, nav a[href]")]
  .filter((one) => !one.closest("main, footer") && one.checkVisibility({visibilityProperty: true})).length"""
HIDDEN = """() => [...document.querySelectorAll("nav a[href]")]
  .filter((one) => !one.checkVisibility({visibilityProperty: true})
    && !one.closest("details")).map((one) => ["menu-hidden", one.outerHTML.slice(0, 140)])"""


def walk(page: Page, address: str) -> list[Finding]:
    """Press Tab from the top of a fresh page to its end: each stop is seen, indicated and in order."""
    page.emulate_media(reduced_motion="reduce")
    scripts.load(page, "keyboard")
    keys = int(page.evaluate("portalKeyboard.begin()")) + 1
    for _ in range(MOST_ROUNDS):
        for _ in range(keys):
            page.keyboard.down("Tab")
        if page.evaluate("portalKeyboard.end()") is not None:
            return scripts.ask(page, address, "portalKeyboard.end()")
        keys = FEW_KEYS
    return [Finding(address, "focus-without-end", "")]


def skip(page: Page, address: str) -> list[Finding]:
    """The first stop is a link, seen when focused, after which the next stop is in the main content."""
    page.emulate_media(reduced_motion="reduce")
    page.keyboard.press("Tab")
    focused = page.evaluate("document.activeElement.outerHTML.slice(0, 140)")
    if not page.evaluate(FIRST_STOP):
        return [Finding(address, "first-stop-skips-nothing", focused)]
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    if not page.evaluate("document.querySelector('main').contains(document.activeElement)"):
        return [Finding(address, "skip-link-leads-nowhere", focused)]
    return []


def shortcuts(page: Page, address: str) -> list[Finding]:
    """Letters, digits and signs do nothing: address, position, focus and content stay (WCAG 2.1.4)."""
    page.wait_for_load_state("networkidle")  # the search shows its facets when they have come
    before = page.evaluate(STATE)
    page.keyboard.type(KEYS)
    if page.evaluate(STATE) == before:
        return []
    page.reload(wait_until="networkidle")
    before = page.evaluate(STATE)
    for key in KEYS:
        page.keyboard.press(key)
        if page.evaluate(STATE) != before:
            return [Finding(address, "single-key-shortcut", key)]
    return []


def menu(page: Page, address: str) -> list[Finding]:
    """On a phone, what opens in the header opens and closes by keyboard and lets the focus out."""
    page.set_viewport_size({"width": 360, "height": 800})
    page.emulate_media(reduced_motion="reduce")
    toggles = page.locator(f"header {TOGGLES}:visible")
    if not toggles.count():
        return scripts.ask(page, address, HIDDEN)
    return [
        finding
        for number in range(toggles.count())
        for finding in _toggle(page, address, f"header {TOGGLES}:visible", number)
    ]


def _toggle(page: Page, address: str, selector: str, number: int) -> list[Finding]:
    page.reload()
    toggle = page.locator(selector).nth(number).element_handle()
    where = str(toggle.evaluate("one => one.outerHTML.slice(0, 140)"))
    closed = page.evaluate(SEEN)
    toggle.focus()
    page.keyboard.press("Enter")
    opened = page.evaluate(SEEN)
    if opened <= closed:
        return [Finding(address, "menu-does-not-open", where)]
    for _ in range(opened + 2):
        page.keyboard.press("Tab")
        if page.evaluate("Boolean(document.activeElement.closest('main'))"):
            break
    else:
        page.keyboard.press("Escape")
        if page.evaluate(SEEN) > closed:
            return [Finding(address, "menu-traps-focus", where)]
        return []
    toggle.focus()
    if page.evaluate(SEEN) > closed:
        page.keyboard.press("Enter")
    if page.evaluate(SEEN) > closed:
        return [Finding(address, "menu-does-not-close", where)]
    return []
