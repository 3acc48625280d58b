"""What people type finds what they look for in our own portal: ``queries.yaml`` says what and where."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest
from content.portals import AS_IT_STANDS
from parsed import Pages
from playwright.sync_api import Browser, Page, Route
from searching import Query, find, missed, page_of, queries

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
        left = tuple(
            path for path in targets if page_of(path) in pages and page_of(path) not in gone
        )
        if left:
            found.append(Query(query.ask, left))
    return found


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
        assert pages[f"{prefix}{page_of(path)}"].get("lang") == BY_CODE[locale].lang
        if locale == "en":
            assert not HAN.search(title + text), path


@pytest.mark.parametrize("query", ["八王子", "高雄 熊本 備忘錄", "taipei city government"])
def test_a_first_search_is_light(served: str, browser: Browser, locale: str, query: str) -> None:
    sizes = loaded(browser, served, BY_CODE[locale], query)
    assert sum(sizes.values()) < LIMIT, sizes


ROWS = (".js", "directory.piece"), ("/words/",), ("/documents/",)
"""What a first search asks for in a row: the scripts with the list of pieces; words; what results show."""


def _row(path: str) -> int | None:
    return next((at for at, parts in enumerate(ROWS) if any(part in path for part in parts)), None)


@pytest.mark.parametrize(
    ("asked_in", "query"),
    [
        ("zh", "八王子"),
        ("zh", "高雄 熊本 備忘錄"),
        ("zh", "臺北姊妹市"),
        ("en", "Busan"),
        ("en", "Kaohsiung sister cities"),
    ],
)
def test_a_first_search_asks_three_times_in_a_row(
    served: str, browser: Browser, asked_in: str, query: str
) -> None:
    """No file of a row is answered before all of it are asked for, and still there are results."""
    address = f"{served}{BY_CODE[asked_in].prefix}search/?q={quote(query)}"
    needed: defaultdict[int | None, set[str]] = defaultdict(set)
    with browser.new_context() as context:
        page = context.new_page()
        page.on("request", lambda one: needed[_row(urlsplit(one.url).path)].add(one.url))
        page.goto(address)
        page.locator("#search-list li").first.wait_for()
    held: defaultdict[int | None, dict[str, Route]] = defaultdict(dict)

    def hold(route: Route) -> None:
        row = _row(urlsplit(route.request.url).path)
        held[row][route.request.url] = route
        if row is None or needed[row] <= held[row].keys():
            for waiting in held.pop(row).values():
                waiting.continue_()

    with browser.new_context() as context:
        page = context.new_page()
        page.route("**/*", hold)
        page.goto(address, wait_until="commit")
        page.locator("#search-list li").first.wait_for()
    assert all(needed[row] for row in range(len(ROWS)))
