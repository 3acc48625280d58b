"""What people type finds what they look for, in the language of the page, in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from parsed import Pages
from playwright.sync_api import Browser, Page
from searching import find, missed, page_of, queries

from portal.model.values.locale import BY_CODE
from portal.text.policy import HAN

QUERIES = Path(__file__).with_name("queries.yaml")


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
    asked = queries(QUERIES, locale)
    assert missed(find(page, [query.ask for query in asked]), asked) == {}


def test_every_result_is_in_the_language_of_the_page(page: Page, locale: str, pages: Pages) -> None:
    found = find(page, [query.ask for query in queries(QUERIES, locale)])
    prefix = "" if locale == "zh" else "en/"
    results = {one for some in found.values() for one in map(tuple, some)}
    assert len(results) > 50
    for path, title, text in results:
        assert pages[f"{prefix}{page_of(path)}"].get("lang") == BY_CODE[locale].lang
        if locale == "en":
            assert not HAN.search(title + text), path


@pytest.mark.parametrize("nonsense", ["zzzz", "ㄅㄅㄅ", "企鵝動物園", "…", "的"])
def test_words_missing_from_the_index_return_nothing(page: Page, nonsense: str) -> None:
    assert find(page, [nonsense]) == {nonsense: []}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("港務臺", "港務台"),
        ("姊妹市", "姐妹市"),
        ("ＷＡＨＣ", "wahc"),
        ("San Aurelió", "san aurelio"),
    ],
)
def test_forms_of_a_character_are_one(page: Page, one: str, other: str) -> None:
    found = find(page, [one, other])
    assert found[one] == found[other] != []


@pytest.mark.parametrize(
    ("other", "used"),
    [("새빛광역시", {"zh": "賽光", "en": "Saebit"}), ("鷺村", {"zh": "白鷺", "en": "Shirasagi"})],
)
def test_another_name_finds_what_tells_of_the_place_by_its_usual_one(
    page: Page, locale: str, other: str, used: dict[str, str]
) -> None:
    found = find(page, [other, used[locale]])
    usual = [path for path, _, _ in found[used[locale]]]
    assert found[other][0] == found[used[locale]][0]
    assert len(usual) > 3
    assert len({path for path, _, _ in found[other]} & set(usual)) >= 0.8 * len(usual)


def test_what_is_not_public_or_was_withdrawn_is_not_in_the_index(page: Page, pages: Pages) -> None:
    assert "press/2025/harbor-budget-misprinted/" in pages
    assert "cities/jp-old-harbor/" in pages
    asked = [
        "虹灣",
        "Hongwan",
        "網站導覽",
        "site map",
        "待查證清單",
        "港區經費",
        "harbor",
        "clandestine",
    ]
    asked += ["密訊", "密訪", "密約", "密件", "密瀑市", "Secret Falls", "銀江市"]
    found = find(page, asked)
    listed = {path for some in found.values() for path, _, _ in some}
    assert not listed & {"search/", ""}
    assert not {path for path in listed if "misprinted" in path or "old-harbor" in path}
    assert not {path for path in listed if "secret" in path or "song-ngan" in path}
    assert not {path for path in listed if "draft" in path or "limited-offer" in path}
