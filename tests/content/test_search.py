"""What people type finds what they look for in our own portal: ``queries.yaml`` says what and where."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from content.portals import AS_IT_STANDS
from parsed import Pages
from playwright.sync_api import Browser, Page
from searching import Query, find, missed, queries

from benchmarks.search import LIMIT, loaded
from portal.edition import Edition
from portal.model.values.locale import BY_CODE
from portal.text.policy import HAN

pytestmark = [
    pytest.mark.machine,
    pytest.mark.parametrize("portal", [AS_IT_STANDS], indirect=True, scope="session"),
]

QUERIES = Path(__file__).with_name("queries.yaml")

LEAST = 0.98
"""Share of the queries for which the expected page has to be among the first."""


@pytest.fixture(scope="module", params=["zh", "en"])
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def asked(edition: Edition, pages: Pages, locale: str) -> list[Query]:
    """The queries of which a page can be found.

    A page that was renamed is looked for under its new address; one that was removed or withdrawn is not.
    """
    gone = {page.path for page in edition.pages.values() if not page.is_listed}
    found = []
    for query in queries(QUERIES, locale):
        targets = [edition.moved.get(path, path) for path in query.find]
        left = tuple(path for path in targets if _page(path) in pages and _page(path) not in gone)
        if left:
            found.append(Query(query.ask, left))
    return found


def _page(path: str) -> str:
    """The page of an address that may lead to a section of it."""
    return path.partition("#")[0]


@pytest.fixture(scope="module")
def page(served: str, browser: Browser, locale: str) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(f"{served}{'' if locale == 'zh' else 'en/'}search/")
    yield opened
    opened.close()


def test_the_expected_page_is_among_the_first(page: Page, asked: list[Query]) -> None:
    assert asked
    wrong = missed(find(page, [query.ask for query in asked]), asked)
    assert len(wrong) <= (1 - LEAST) * len(asked), wrong


def test_every_result_is_in_the_language_of_the_page(
    page: Page, asked: list[Query], locale: str, pages: Pages
) -> None:
    found = find(page, [query.ask for query in asked])
    prefix = "" if locale == "zh" else "en/"
    for path, title, text in {one for some in found.values() for one in map(tuple, some)}:
        assert pages[f"{prefix}{_page(path)}"].get("lang") == BY_CODE[locale].lang
        if locale == "en":
            assert not HAN.search(title + text), path


@pytest.mark.parametrize("query", ["八王子", "高雄 熊本 備忘錄", "taipei city government"])
def test_a_first_search_is_light(served: str, browser: Browser, locale: str, query: str) -> None:
    sizes = loaded(browser, served, BY_CODE[locale], query)
    assert sum(sizes.values()) < LIMIT, sizes
