"""A first visit is light and asks no other host for anything."""

from __future__ import annotations

from pathlib import Path

from accessibility.finding import Finding, report
from accessibility.loading import visit
from accessibility.sample import PREFIXES, sample
from building import ROOT, TODAY
from playwright.sync_api import Browser

from portal.assembly import read_portal
from portal.model.values.moment import Moment
from portal.pages.weight import RECORD_PAGE


def _records() -> set[str]:
    pages = read_portal(ROOT, Moment.parse(TODAY)).pages.values()
    return {page.path for page in pages if page.subject}


def test_the_page_of_a_record_is_small(site: Path) -> None:
    sizes = {
        prefix + path: (site / prefix / path / "index.html").stat().st_size
        for prefix in PREFIXES
        for path in _records()
    }
    found = [
        Finding(path, "html", f"{size} bytes, {RECORD_PAGE} allowed")
        for path, size in sizes.items()
        if size > RECORD_PAGE
    ]
    assert not found, report(found)


def test_a_first_visit_is_light_and_private(site: Path, served: str, browser: Browser) -> None:
    records = _records()
    found = []
    for path in sample(site):
        seen = visit(browser, served, path)
        found += seen.findings() + (seen.overweight() if path in records else [])
    assert not found, report(found)
