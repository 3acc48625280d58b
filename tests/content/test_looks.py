"""Judges of accessibility look at our own pages: each file, and in a browser the longest page of each template."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from accessibility import markup, moda, nu
from accessibility.axe import LOOKS
from accessibility.browsing import STILL, Axe, Check, look
from accessibility.finding import Finding, report
from accessibility.loading import visit
from accessibility.sample import sample
from content.portals import AS_IT_STANDS
from playwright.sync_api import Browser

from portal.edition import Edition

pytestmark = [
    pytest.mark.machine,
    pytest.mark.parametrize("portal", [AS_IT_STANDS], indirect=True, scope="session"),
]


@pytest.mark.parametrize(
    "judge", [markup.judge, nu.judge, moda.judge], ids=["markup", "nu", "moda"]
)
def test_every_page_passes(site: Path, judge: Callable[[Path], list[Finding]]) -> None:
    found = judge(site)
    assert not found, report(found)


@pytest.mark.parametrize(
    ("check", "prefix"),
    [(Axe(LOOKS[:1]), ""), (STILL["layout"], ""), (STILL["layout"], "en/")],
    ids=["axe-zh", "layout-zh", "layout-en"],
)
def test_long_pages_pass(
    site: Path, edition: Edition, served: str, browser: Browser, check: Check, prefix: str
) -> None:
    addresses = [prefix + path for path in sample(site, edition.pages.values())]
    found = look(browser, served, addresses, check)
    assert not found, report(found)


def test_a_first_visit_of_the_longest_pages_of_records_is_light(
    site: Path, edition: Edition, served: str, browser: Browser
) -> None:
    pages = [page for page in edition.pages.values() if page.subject]
    addresses = {page.path for page in pages} & set(sample(site, pages))
    found = []
    for path in sorted(addresses):
        seen = visit(browser, served, path)
        found += seen.findings() + seen.overweight()
    assert not found, report(found)
