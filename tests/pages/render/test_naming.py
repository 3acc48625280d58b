"""What records are called on pages, and in which order their names stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest

from portal.model.catalog.catalog import Catalog
from portal.model.catalog.relations import build_relations
from portal.pages.render.view import View

Make = Callable[[Mapping[str, str]], Catalog]

CITY = "- id: {id}\n  name: {{zh: {zh}, en: {en}}}\n  level: {level}\n  country: {country}\n"


def city(id_: str, zh: str, en: str, *, level: str = "city", part: str = "", more: str = "") -> str:
    text = CITY.format(id=id_, zh=zh, en=en, level=level, country=id_[:2].upper())
    return text + (f"  subdivision: {part}\n" if part else "") + more


def view(
    catalog: Make, *cities: str, locale: str = "en", more: Mapping[str, str] | None = None
) -> View:
    made = catalog({"data/cities.yaml": "".join(cities), **(more or {})})
    return View(made, build_relations(made), locale)


def titles(seen: View) -> list[str]:
    return [seen.title(record) for record in seen.catalog.cities.values()]


TOKYO, HIROSHIMA = "{zh: 東京都, en: Tokyo}", "{zh: 廣島縣, en: Hiroshima Prefecture}"


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", ["Fuchu (Hiroshima Prefecture)", "Fuchu (Tokyo)", "Kaga"]),
        ("zh", ["府中市（廣島縣）", "府中市（東京都）", "加賀市"]),
    ],
)
def test_two_cities_of_a_name_are_told_apart_by_the_part_of_the_country(
    catalog: Make, locale: str, expected: list[str]
) -> None:
    cities = (
        city("jp-fuchu-hiroshima", "府中市", "Fuchu", part=HIROSHIMA),
        city("jp-fuchu-tokyo", "府中市", "Fuchu", part=TOKYO),
        city("jp-kaga", "加賀市", "Kaga", part=TOKYO),
    )
    assert titles(view(catalog, *cities, locale=locale)) == expected


def test_a_city_and_a_prefecture_only_where_their_names_are_alike(catalog: Make) -> None:
    cities = (
        city("jp-saga", "佐賀市", "Saga", part="{zh: 佐賀縣, en: Saga Prefecture}"),
        city("jp-saga-pref", "佐賀縣", "Saga", level="prefecture"),
    )
    assert titles(view(catalog, *cities)) == ["Saga (city)", "Saga (prefecture)"]
    assert titles(view(catalog, *cities, locale="zh")) == ["佐賀市", "佐賀縣"]


def test_cities_of_different_countries_by_what_each_has(catalog: Make) -> None:
    cities = (
        city("cr-san-jose", "聖荷西", "San José"),
        city("us-san-jose", "聖荷西", "San Jose", part="{zh: 加州, en: California}"),
    )
    assert titles(view(catalog, *cities)) == ["San José (Costa Rica)", "San Jose (California)"]


def test_three_of_a_name(catalog: Make) -> None:
    cities = (
        city("us-orange", "橘郡", "Orange", level="county", part="{zh: 加州, en: California}"),
        city("us-orange-ca", "橘市", "Orange", part="{zh: 加州, en: California}"),
        city("us-orange-tx", "橘城", "Orange", part="{zh: 德州, en: Texas}"),
    )
    expected = ["Orange (county)", "Orange (California, city)", "Orange (Texas)"]
    assert titles(view(catalog, *cities)) == expected


TERM = (
    "- id: {id}\n  subject_field: place\n  definition: {{zh: {id}的意思。, en: The place {id}.}}\n"
    "  terms:\n    zh: [{{term: {zh}, status: preferred}}]\n    en: [{{term: {en}, status: preferred}}]\n"
    "  sources: [report]\n  verified: 2026-01-05\n"
)


@pytest.mark.parametrize(
    ("locale", "titles_of", "windows"),
    [
        (
            "zh",
            ["達卡（Dakar）", "達卡（Dhaka）", "城市"],
            ["達卡（Dakar，詞彙）", "達卡（Dhaka，詞彙）", "城市（詞彙）"],
        ),
        ("en", ["Dakar", "Dhaka", "city"], ["Dakar (term)", "Dhaka (term)", "city (term)"]),
    ],
)
def test_terms_of_a_word_are_told_apart_and_windows_say_that_they_are_terms(
    catalog: Make, locale: str, titles_of: list[str], windows: list[str]
) -> None:
    terms = (("dakar", "達卡", "Dakar"), ("dhaka", "達卡", "Dhaka"), ("city", "城市", "city"))
    text = "".join(TERM.format(id=id_, zh=zh, en=en) for id_, zh, en in terms)
    kaga = city("jp-kaga", "加賀市", "Kaga")
    seen = view(catalog, kaga, locale=locale, more={"data/glossary.yaml": text})
    concepts = list(seen.catalog.glossary.values())
    assert [seen.title(one) for one in concepts] == titles_of
    assert [seen.window_title(one) for one in concepts] == windows


def test_english_terms_of_a_word_are_told_apart_by_another_english_word(catalog: Make) -> None:
    text = "".join(
        TERM.format(id=id_, zh=zh, en="township").replace(
            "preferred}]\n  sources", f"preferred}}, {{term: {more}, status: admitted}}]\n  sources"
        )
        for id_, zh, more in (("rural", "鄉", "rural township"), ("urban", "鎮", "urban township"))
    )
    seen = view(catalog, city("jp-kaga", "加賀市", "Kaga"), more={"data/glossary.yaml": text})
    assert [seen.title(one) for one in seen.catalog.glossary.values()] == [
        "township (rural township)",
        "township (urban township)",
    ]


def test_terms_alike_in_both_languages_are_told_apart_by_what_they_mean(catalog: Make) -> None:
    text = "".join(TERM.format(id=id_, zh="聖荷西", en="San Jose") for id_ in ("one", "two"))
    seen = view(catalog, city("jp-kaga", "加賀市", "Kaga"), more={"data/glossary.yaml": text})
    assert [seen.title(one) for one in seen.catalog.glossary.values()] == [
        "San Jose (the place one)",
        "San Jose (the place two)",
    ]


def test_names_stand_in_the_order_of_the_language(catalog: Make) -> None:
    cities = (
        city("fr-ile", "法蘭西島", "Île-de-France"),
        city("jp-kaga", "加賀市", "Kaga"),
        city("us-york", "約克", "York"),
        city("jp-hachioji", "八王子市", "Hachioji"),
    )
    for locale, expected in (
        ("en", ["Hachioji", "Île-de-France", "Kaga", "York"]),
        ("zh", ["八王子市", "加賀市", "法蘭西島", "約克"]),
    ):
        seen = view(catalog, *cities, locale=locale)
        assert [seen.title(c) for c in seen.in_order(seen.catalog.cities.values())] == expected


def test_countries_stand_in_the_order_of_the_language(catalog: Make) -> None:
    codes = ["JP", "DE", "US"]
    kaga = city("jp-kaga", "加賀市", "Kaga")
    assert view(catalog, kaga).countries_in_order(codes) == ["DE", "JP", "US"]
    assert view(catalog, kaga, locale="zh").countries_in_order(codes) == ["JP", "US", "DE"]


def words(seen: View, record_id: str) -> str:
    return str(seen.hidden_words(seen.catalog.cities[record_id]))


def test_an_item_has_the_words_that_find_it_and_not_what_it_shows(catalog: Make) -> None:
    more = "  aliases: [八王子, Hachiouji]\n  former_names: [{zh: 舊名市, en: Oldtown}]\n"
    found = words(
        view(catalog, city("jp-hachioji", "八王子市", "Hachioji", part=TOKYO, more=more)),
        "jp-hachioji",
    )
    parts = found.removeprefix(' data-words="').removesuffix('"').split(" · ")
    assert parts[:8] == [
        "八王子市",
        "舊名市",
        "Oldtown",
        "Hachiouji",
        "東京都",
        "Tokyo",
        "日本",
        "Japan",
    ]


def test_the_words_of_an_item_are_escaped(catalog: Make) -> None:
    found = words(
        view(catalog, city("jp-kaga", "加賀市", "Kaga", more="  aliases: ['A\"B & C']\n")),
        "jp-kaga",
    )
    assert "A&#34;B &amp; C" in found


def test_a_list_knows_the_forms_of_its_characters(catalog: Make) -> None:
    seen = view(catalog, city("us-san-francisco", "舊金山", "San Francisco"), locale="zh")
    assert seen.list_forms() == ""
    words(seen, "us-san-francisco")
    forms = seen.list_forms()
    pairs = dict(zip(forms[::2], forms[1::2], strict=True))
    assert pairs["舊"] == "旧"
    assert "縣" not in pairs


EXCHANGE = """id: 2014-football
title: {zh: 足球隊來訪, en: Football team visits}
type: sport
start: 2014-10-16
cities: [{city: jp-hachioji}]
"""


def test_an_exchange_is_found_by_the_country_of_those_who_took_part(catalog: Make) -> None:
    seen = view(
        catalog,
        city("jp-hachioji", "八王子市", "Hachioji"),
        more={"data/exchanges/2014/2014-football.yaml": EXCHANGE},
    )
    found = str(seen.hidden_words(seen.catalog.exchanges["2014-football"]))
    assert "八王子市" in found
    assert "日本 · Japan" in found


MEETING = """\
id: {id}
title: {{zh: 燈塔高峰會, en: The Lighthouse Summit}}
type: conference
start: {start}
"""
SUMMIT = "- {id: summit, name: {zh: 燈塔高峰會, en: Lighthouse Summit}, kind: conference}\n"


def test_an_exchange_is_told_apart_from_its_organization_and_from_those_of_other_years(
    catalog: Make,
) -> None:
    files = {"data/organizations.yaml": SUMMIT} | {
        f"data/exchanges/{year}/summit-{year}.yaml": MEETING.format(
            id=f"summit-{year}", start=f"{year}-05"
        )
        for year in (2019, 2023)
    }
    for locale, windows, body in (
        ("zh", ["燈塔高峰會（2019年）", "燈塔高峰會（2023年）"], "燈塔高峰會"),
        (
            "en",
            ["The Lighthouse Summit (2019)", "The Lighthouse Summit (2023)"],
            "Lighthouse Summit",
        ),
    ):
        seen = view(catalog, city("jp-kaga", "加賀市", "Kaga"), locale=locale, more=files)
        exchanges = list(seen.catalog.exchanges.values())
        assert [seen.window_title(record) for record in exchanges] == windows
        assert len({seen.title(record) for record in exchanges}) == 1, "lists give the day besides"
        (organization,) = seen.catalog.organizations.values()
        assert seen.window_title(organization) == seen.title(organization) == body
