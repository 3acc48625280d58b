"""The scripts that look at a page from inside, in ``scripts/``."""

from __future__ import annotations

from pathlib import Path

from accessibility.finding import Finding
from playwright.sync_api import Page

FOLDER = Path(__file__).with_name("scripts")


def load(page: Page, name: str) -> None:
    """Make a script known to the page that is open; its content security policy does not matter."""
    page.evaluate((FOLDER / f"{name}.js").read_text(encoding="utf-8"))


def ask(page: Page, address: str, expression: str) -> list[Finding]:
    """What an expression finds: an array of pairs, the rule and the element."""
    return [Finding(address, rule, where) for rule, where in page.evaluate(expression)]
