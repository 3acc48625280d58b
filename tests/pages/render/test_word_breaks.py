"""Lines of Chinese titles end between words, and names stay whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.pages.render.facts import Facts
from portal.pages.render.view import View
from portal.pages.render.word_breaks import WordBreaks

Make = Callable[[Mapping[str, str]], Catalog]

HOME = (
    "- id: alpha\n  name: {zh: 白鷺市, en: Alpha}\n  level: city\n"
    "  full_name: {zh: 白鷺市政府, en: Alpha City Government}\n"
)
CITY = "- id: jp-kaga\n  name: {zh: %s, en: Kaga}\n  level: city\n  country: JP\n"


@pytest.fixture
def breaks(catalog: Make) -> WordBreaks:
    return WordBreaks(catalog({"data/homes.yaml": HOME, "data/cities.yaml": CITY % "蘇加武眉市"}))


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("白鷺市與蘇加武眉市簽署合作備忘錄", "白鷺市與|蘇加武眉市|簽署|合作備忘錄"),
        ("市長訪問蘇加武眉", "市長|訪問|蘇加武眉"),
        ("城市聯絡網選出2018年至2021年職務", "城市|聯絡網|選出|2018年|至2021年|職務"),
        ("布拉格：2020年1月13日締結姊妹市", "布拉格：|2020年1月13日|締結|姊妹市"),
        ("參與「城市論壇」（Metropolis）的行程", "參與|「城市|論壇」|（Metropolis）的|行程"),
        ("氣候變遷與永續發展", "氣候變遷與|永續發展"),
        ("Open data in 2026", "Open data in 2026"),
        ("", ""),
    ],
)
def test_a_line_ends_between_words(breaks: WordBreaks, text: str, pieces: str) -> None:
    assert "|".join(breaks.split(text)) == pieces


def test_nothing_of_a_text_is_lost(breaks: WordBreaks) -> None:
    text = " 白鷺市 & 2018，<臺北>：鱷魚𠮷野家…… 「到訪」"
    assert "".join(breaks.split(text)) == text


def test_short_titles_stay_as_they_are(breaks: WordBreaks) -> None:
    assert breaks.mark("城市") == "城市"


def test_titles_are_escaped(breaks: WordBreaks) -> None:
    assert breaks.mark("<b>姊妹市關係與</b>").startswith("&lt;b&gt;")


def test_only_chinese_is_marked(catalog: Make) -> None:
    found = catalog({"data/homes.yaml": HOME})
    text = "白鷺市的姊妹市與友好城市"
    for locale, marked in (("zh", True), ("en", False)):
        view = View(found, build_relations(found), locale)
        assert ("<wbr>" in view.words(text)) is marked


def test_a_title_changes_with_a_name_in_it_and_with_no_other(catalog: Make) -> None:
    def fact(name: str) -> bytes:
        found = catalog({"data/homes.yaml": HOME, "data/cities.yaml": CITY % name})
        return Facts(found, build_relations(found)).of(("words", "訪問蘇加武眉"))

    assert fact("蘇加武眉市") != fact("另一個市")
    assert fact("這一個市") == fact("另一個市")
