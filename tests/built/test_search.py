"""What people type finds what they look for, in the language of the page, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml
from lxml.html import HtmlElement
from playwright.sync_api import Browser, Page

from portal.model.values.locale import BY_CODE
from portal.model.values.text import HAN

FIRST = 3
"""Results among which the expected page has to be."""

LEAST = 0.98
"""Share of the queries for which it has to be there."""

FIND = """async (asked) => {
  const own = document.querySelector("script[type=module]").src;
  const { find } = await import(own.replace("search.js", "search-find.js"));
  const found = {};
  for (const query of asked) {
    const { results } = await find(query);
    found[query] = await Promise.all(results.slice(0, 10).map(async (one) => {
      const { path, title, text } = await one.data();
      return [path, title, text];
    }));
  }
  return found;
}"""

Found = dict[str, list[tuple[str, str, str]]]
"""By query: address, title and text of the first results."""


@dataclass(frozen=True)
class Query:
    ask: str
    find: tuple[str, ...]


def queries(locale: str) -> list[Query]:
    text = Path(__file__).with_name("queries.yaml").read_text(encoding="utf-8")
    rows = [row for row in yaml.safe_load(text) if locale in row.get("in", ("zh", "en"))]
    return [
        Query(
            str(row["ask"]), (row["find"],) if isinstance(row["find"], str) else tuple(row["find"])
        )
        for row in rows
    ]


@pytest.fixture(scope="module", params=["zh", "en"])
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def page(served: str, browser: Browser, locale: str) -> Iterator[Page]:
    opened = browser.new_page()
    opened.goto(f"{served}{'' if locale == 'zh' else 'en/'}search/")
    yield opened
    opened.close()


def test_the_expected_page_is_among_the_first(page: Page, locale: str) -> None:
    asked = queries(locale)
    assert len(asked) >= 60
    found: Found = page.evaluate(FIND, [query.ask for query in asked])
    missed = {
        query.ask: [path for path, _, _ in found[query.ask]][:5]
        for query in asked
        if not {path for path, _, _ in found[query.ask][:FIRST]} & set(query.find)
    }
    assert len(missed) <= (1 - LEAST) * len(asked), missed


def test_every_result_is_in_the_language_of_the_page(
    page: Page, locale: str, pages: dict[str, HtmlElement]
) -> None:
    found: Found = page.evaluate(FIND, [query.ask for query in queries(locale)])
    prefix = "" if locale == "zh" else "en/"
    results = {one for some in found.values() for one in map(tuple, some)}
    assert len(results) > 200
    for path, title, text in results:
        assert pages[f"{prefix}{path}"].get("lang") == BY_CODE[locale].lang
        if locale == "en":
            assert not HAN.search(title + text), path


@pytest.mark.parametrize("nonsense", ["zzzz", "hachiojx", "ㄅㄅㄅ", "高雄動物園", "…", "的"])
def test_what_is_not_there_is_not_found(page: Page, nonsense: str) -> None:
    found: Found = page.evaluate(FIND, [nonsense])
    assert found == {nonsense: []}


@pytest.mark.parametrize(
    ("one", "other"),
    [("臺北", "台北"), ("姊妹市", "姐妹市"), ("ＩＣＬＥＩ", "iclei"), ("San José", "san jose")],
)
def test_forms_of_a_character_are_one(page: Page, one: str, other: str) -> None:
    found: Found = page.evaluate(FIND, [one, other])
    assert found[one] == found[other] != []


def test_what_is_not_public_or_was_withdrawn_is_not_in_the_index(
    page: Page, pages: dict[str, HtmlElement]
) -> None:
    found: Found = page.evaluate(FIND, ["高雄", "Kaohsiung", "網站導覽", "site map", "待查證清單"])
    listed = {path for some in found.values() for path, _, _ in some}
    assert not listed & {"site-map/", "needs-verification/", "search/", ""}
