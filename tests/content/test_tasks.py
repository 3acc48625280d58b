"""Eleven questions of visitors, answered on a phone within three clicks from the front page, by words they can see."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from content.portals import AS_IT_STANDS
from playwright.sync_api import Browser, Locator, Page

pytestmark = [
    pytest.mark.machine,
    pytest.mark.parametrize("portal", [AS_IT_STANDS], indirect=True, scope="session"),
]

MOST_CLICKS = 3


@dataclass
class Visitor:
    """Somebody with a phone, whose clicks are counted: a press, a search and a word in a filter are one each."""

    page: Page
    front: str
    clicks: int = 0

    def link(self, words: str) -> Locator:
        """The first visible link of the page's own part that says so, else one of the frame."""
        found = self.page.get_by_role("link", name=re.compile(words, re.IGNORECASE))
        inside = self.page.get_by_role("main").get_by_role(
            "link", name=re.compile(words, re.IGNORECASE)
        )
        return (inside if inside.count() else found).first

    def press(self, words: str) -> None:
        self.clicks += 1
        self.link(words).click()

    def search(self, words: str) -> None:
        self.clicks += 1
        box = self.page.get_by_role("searchbox").first
        box.fill(words)
        box.press("Enter")
        self.page.wait_for_url("**/search/?q=*")  # the page before has links too
        self.page.locator("main li a").first.wait_for()

    def narrow(self, words: str) -> None:
        self.clicks += 1
        box = self.page.get_by_role("main").get_by_role("searchbox")
        box.fill(words)
        self.page.wait_for_url("**?q=*")

    def sees(self, words: str) -> None:
        """Wait for words in the page's own part."""
        self.page.get_by_role("main").get_by_text(re.compile(words)).locator(
            "visible=true"
        ).first.wait_for()

    def took(self, words: str) -> bytes:
        """What a link leads to, fetched as the browser would."""
        self.clicks += 1
        found = self.link(words)
        found.wait_for()
        answer = self.page.request.get(str(found.evaluate("link => link.href")))
        assert answer.ok
        return answer.body()


@pytest.fixture(scope="module", params=["zh", "en"])
def locale(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def visitor(served: str, browser: Browser, locale: str) -> Iterator[Visitor]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.set_default_timeout(30_000)
    front = served if locale == "zh" else f"{served}en/"
    page.goto(front)
    found = Visitor(page, front)
    yield found
    context.close()
    assert found.clicks <= MOST_CLICKS


def test_how_many_ties_taipei_has_and_which_is_the_oldest(visitor: Visitor, locale: str) -> None:
    visitor.press("^臺北市" if locale == "zh" else "^Taipei City")
    visitor.sees(
        r"有\d+個姊妹市.*最早的是" if locale == "zh" else r"has \d+ sister.*oldest is with"
    )


def test_what_kaohsiung_and_hachioji_did_latest_first(visitor: Visitor, locale: str) -> None:
    visitor.search("高雄 八王子" if locale == "zh" else "Kaohsiung Hachioji")
    visitor.press("^八王子市$" if locale == "zh" else "^Hachioji$")
    visitor.sees("高雄" if locale == "zh" else "Kaohsiung")
    days = visitor.page.locator("main ol.history.dated > li > .when time[datetime]:first-child")
    found = [str(day.get_attribute("datetime")) for day in days.all()]
    assert len(found) > 1
    assert found == sorted(found, reverse=True)


def test_organizations_that_taichung_and_yokohama_share(visitor: Visitor, locale: str) -> None:
    visitor.search("橫濱" if locale == "zh" else "Yokohama")
    visitor.press("^橫濱市$" if locale == "zh" else "^Yokohama$")
    visitor.press("^城市網" if locale == "zh" else "^CityNet")
    visitor.sees("臺中市" if locale == "zh" else "Taichung")
    visitor.sees("橫濱市" if locale == "zh" else "Yokohama")


def test_what_the_trip_to_barcelona_recommended(visitor: Visitor, locale: str) -> None:
    zh = locale == "zh"
    visitor.search("巴塞隆納 出國報告 建議" if zh else "Barcelona trip report recommendations")
    visitor.press("巴塞隆納" if zh else "Barcelona")
    advice = visitor.page.get_by_role("heading", name=re.compile("建議" if zh else "Recommend"))
    advice.first.wait_for()


def test_the_official_english_names_of_two_offices(visitor: Visitor, locale: str) -> None:
    visitor.press("^臺北市" if locale == "zh" else "^Taipei City")
    text = visitor.page.get_by_role("main").inner_text()
    for zh, en in (("秘書處", "Secretariat"), ("國際事務委員會", "International Affairs")):
        assert re.search(rf"{zh}.{{0,80}}{en}|{en}.{{0,80}}{zh}", text, re.DOTALL), (zh, en)


def test_which_ties_are_dormant(visitor: Visitor, locale: str) -> None:
    visitor.search("休眠的姊妹市" if locale == "zh" else "dormant ties")
    visitor.press("暫停往來" if locale == "zh" else "dormant")
    assert visitor.page.locator("main tbody tr").count()


def test_exchanges_of_2014_with_japan_and_a_bureau(visitor: Visitor, locale: str) -> None:
    zh = locale == "zh"
    visitor.press("歷年交流" if zh else "all exchanges")
    visitor.narrow("2014 日本 局" if zh else "2014 Japan Bureau")
    visitor.page.locator("#found .what > a").first.wait_for()
    years = visitor.page.locator("#found .year > h3 > span").all_inner_texts()
    assert years == ["2014"]
    shown = visitor.page.locator("#found .rows > li").all_text_contents()
    assert any(("八王子" if zh else "Hachioji") in one for one in shown)
    assert all(("局" if zh else "Bureau") in one for one in shown)


def test_the_ties_as_a_spreadsheet(visitor: Visitor, locale: str) -> None:
    visitor.press("^開放資料$" if locale == "zh" else "^Open data$")
    file = visitor.took("^夥伴關係，ODS" if locale == "zh" else "^Ties, ODS")
    assert file.startswith(b"PK")
    assert b"opendocument.spreadsheet" in file[:100]


def test_news_of_kaohsiung_by_feed(visitor: Visitor, locale: str) -> None:
    visitor.press("^高雄市" if locale == "zh" else "^Kaohsiung City")
    file = visitor.took("訂閱「高雄市」" if locale == "zh" else "Feed of .*Kaohsiung City")
    assert b"<entry" in file


def test_the_plan_of_hualien_and_its_money(visitor: Visitor, locale: str) -> None:
    visitor.press("^花蓮縣" if locale == "zh" else "^Hualien County")
    visitor.press("花蓮縣推動.*計畫" if locale == "zh" else "Hualien County plan")
    table = visitor.page.locator("main table").filter(
        has_text=re.compile("經費" if locale == "zh" else "budget|funding", re.IGNORECASE)
    )
    assert re.search(r"\d", table.first.inner_text())


def test_the_language_is_switched_in_the_middle(visitor: Visitor, locale: str) -> None:
    words = "八王子" if locale == "zh" else "Hachioji"
    visitor.search(words)
    visitor.press("^English$" if locale == "zh" else "^中文")
    visitor.page.wait_for_url("**?q=*")
    visitor.sees("^Hachioji" if locale == "zh" else "^八王子市")
    assert visitor.page.get_by_role("searchbox").first.input_value() == words
