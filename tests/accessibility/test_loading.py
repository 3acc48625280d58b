"""A first visit is light and asks no other host for anything."""

from __future__ import annotations

import gzip
from pathlib import Path

from accessibility.finding import Finding, report
from accessibility.loading import visit
from accessibility.sample import PREFIXES, sample
from playwright.sync_api import Browser

from portal.edition import Edition
from portal.outputs.site.budget import RECORD_PAGE


def _records(edition: Edition) -> set[str]:
    pages = edition.pages.values()
    return {page.path for page in pages if page.subject}


def test_the_page_of_a_record_arrives_soon_on_a_slow_phone(site: Path, edition: Edition) -> None:
    sizes = {
        prefix + path: len(gzip.compress((site / prefix / path / "index.html").read_bytes(), 6))
        for prefix in PREFIXES
        for path in _records(edition)
    }
    found = [
        Finding(path, "html", f"{size} bytes compressed, {RECORD_PAGE} allowed")
        for path, size in sizes.items()
        if size > RECORD_PAGE
    ]
    assert not found, report(found)


def test_a_first_visit_is_light_and_private(
    site: Path, edition: Edition, served: str, browser: Browser
) -> None:
    records = _records(edition)
    found = []
    for path in sample(site, edition.pages.values()):
        seen = visit(browser, served, path)
        found += seen.findings() + (seen.overweight() if path in records else [])
    assert not found, report(found)
