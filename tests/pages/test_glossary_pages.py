"""The glossary stands in several orders, each on a page of its own, in both languages, a word a row."""

from __future__ import annotations

import re
from pathlib import Path

import lxml.html
import pytest
from editing import read
from lxml.html import HtmlElement

ORDERS = {
    name: f"glossary/{folder}"
    for name, folder in (
        ("letter", ""),
        ("zhuyin", "zhuyin/"),
        ("field", "fields/"),
        ("home", "homes/"),
        ("avoided", "avoided/"),
    )
}
CONCEPT = (
    "- id: {id}\n  subject_field: {field}\n  terms:\n    zh: [{{term: {zh}, status: preferred}}]\n"
    "    en: [{{term: {en}, status: preferred}}, {{term: {admitted}, status: admitted}}]\n{more}"
    "  sources: [report]\n  verified: 2026-11-01\n"
)
TERMS = "".join(
    CONCEPT.format(id=i, field=f, zh=zh, en=en, admitted=also, more=more)
    for i, f, zh, en, also, more in (
        ("sister-city", "relation", "姊妹市", "sister city", "twin town", ""),
        ("memorandum", "document", "備忘錄", "memorandum", "MOU", ""),
        ("c40", "organization", "C40城市網", "C40 Cities", "C-forty", ""),
        ("elan", "diplomacy", "一心", "élan", "spirit", ""),
        ("growth", "diplomacy", "長進", "growth", "progress", "  reading: ㄔㄤˊ ㄐㄧㄣˋ\n"),
    )
)
TERMS += """\
- id: friendship-city
  subject_field: relation
  terms:
    zh:
      - {term: 友好城市, status: preferred}
      - {term: 友誼市, status: preferred, homes: [alpha]}
      - {term: 友誼都市, status: deprecated}
    en: [{term: friendship city, status: preferred}]
  sources: [report]
  verified: 2026-11-01
"""


@pytest.fixture
def made(portal_folder: Path) -> dict[tuple[str, str], HtmlElement]:
    edition = read(portal_folder, {"data/glossary.yaml": TERMS})
    return {
        (path, locale): lxml.html.fragment_fromstring(
            edition.render(edition.pages[path], locale).content, create_parent="main"
        )
        for path in ORDERS.values()
        for locale in ("zh", "en")
    }


def heads(page: HtmlElement) -> list[tuple[str, list[str]]]:
    return [
        (section.findtext("div/h2"), section.xpath(".//li/*[1]/text()"))
        for section in page.xpath(".//section[div/h2]")
    ]


def test_by_strokes_in_chinese_and_by_letter_in_english(
    made: dict[tuple[str, str], HtmlElement],
) -> None:
    assert heads(made["glossary/", "zh"]) == [
        ("1畫", ["一心"]),
        ("4畫", ["友好城市", "友誼市"]),
        ("8畫", ["姊妹市", "長進"]),
        ("12畫", ["備忘錄"]),
        ("C", ["C40城市網"]),
    ]
    assert heads(made["glossary/", "en"]) == [
        ("C", ["C40 Cities"]),
        ("E", ["élan"]),
        ("F", ["friendship city"]),
        ("G", ["growth"]),
        ("M", ["memorandum"]),
        ("S", ["sister city"]),
    ]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_by_zhuyin_of_the_chinese_word_as_it_is_read(
    made: dict[tuple[str, str], HtmlElement], locale: str
) -> None:
    page = made["glossary/zhuyin/", locale]
    words = [
        ("ㄅ", ["備忘錄"]),
        ("ㄐ", ["姊妹市"]),
        ("ㄔ", ["長進"]),
        ("ㄧ", ["一心", "友好城市", "友誼市"]),
    ]
    found = heads(page)
    assert [one for one in found if one[0] in "ㄅㄐㄔㄧ"] == words
    assert [terms for head, terms in found if head not in "ㄅㄐㄔㄧ"] == [["C40城市網"]]
    assert {link.get("lang") for link in page.xpath("//li/a")} == (
        {None} if locale == "zh" else {"zh-Hant-TW"}
    )


def test_each_order_leads_to_the_others_and_to_its_own_heads(
    made: dict[tuple[str, str], HtmlElement],
) -> None:
    for (path, _), page in made.items():
        ids = {str(one) for one in page.xpath("//@id")}
        targets = [str(href) for href in page.xpath("//nav//p/a/@href")]
        inner = {href[1:] for href in targets if href.startswith("#")}
        assert len(inner) == len(heads(page))
        assert inner <= ids
        orders = [str(href) for href in page.xpath("//nav//strong/a/@href")]
        assert len(orders) == len(ORDERS) - 1, path


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_what_other_orders_offer_stands_on_their_pages(
    made: dict[tuple[str, str], HtmlElement], locale: str
) -> None:
    def ids(order: str) -> set[str]:
        return {str(one) for one in made[ORDERS[order], locale].xpath("//h2/@id")}

    up = {
        "letter": "",
        "zhuyin": "zhuyin/",
        "field": "fields/",
        "home": "homes/",
        "avoided": "avoided/",
    }
    for href in made["glossary/", locale].xpath("//nav//p/a/@href"):
        path, hash_, anchor = str(href).partition("#")
        if hash_ and path:
            (order,) = (o for o, folder in up.items() if path.endswith(f"glossary/{folder}"))
            assert anchor in ids(order), href


def test_a_government_has_its_own_words_under_its_name(
    made: dict[tuple[str, str], HtmlElement],
) -> None:
    assert heads(made["glossary/homes/", "zh"]) == [("甲市", ["友誼市"])]
    (row,) = made["glossary/", "zh"].xpath("//li[a = '友誼市']")
    assert row.xpath("string(small)") == "甲市用語"
    assert row.xpath("string(span)") == "friendship city"


def test_a_glossary_without_such_words_has_no_such_page(portal_folder: Path) -> None:
    text = TERMS.replace(", homes: [alpha]", "").replace(
        "term: 友誼市, status: preferred", "term: 友誼市, status: admitted"
    )
    edition = read(portal_folder, {"data/glossary.yaml": text})
    assert "glossary/homes/" not in edition.pages
    page = edition.render(edition.pages["glossary/"], "zh").content
    assert "glossary/fields/" in page
    assert "glossary/homes/" not in page


def test_words_not_to_use_lead_to_those_to_use(made: dict[tuple[str, str], HtmlElement]) -> None:
    page = made["glossary/avoided/", "en"]
    (row,) = page.xpath("//li")
    assert row.xpath("string(s)") == "友誼都市"
    assert row.xpath("string(span/a)") == "友好城市"
    assert row.xpath("span/a/@href") == ["../friendship-city/"]
    assert row.xpath("s/@lang") == ["zh-Hant-TW"]
    assert page.xpath("//ul[li]/@class") == [], "nobody copies what is not to be used"
    assert heads(made["glossary/avoided/", "zh"]) == [("4畫", ["友誼都市"])]
    assert "友誼都市" not in page.xpath("string(//*[@data-words])")
    assert not made["glossary/", "zh"].xpath("//s")


def test_a_glossary_without_words_to_avoid_has_no_page_of_them(portal_folder: Path) -> None:
    text = TERMS.replace("      - {term: 友誼都市, status: deprecated}\n", "")
    edition = read(portal_folder, {"data/glossary.yaml": text})
    assert "glossary/avoided/" not in edition.pages
    assert "glossary/avoided/" not in edition.render(edition.pages["glossary/"], "zh").content


def test_names_of_records_are_looked_up_beside_words(portal_folder: Path) -> None:
    edition = read(portal_folder, {"data/glossary.yaml": TERMS})
    page = lxml.html.fragment_fromstring(
        edition.render(edition.pages["glossary/"], "zh").content, create_parent="main"
    )
    found = {
        str(row.xpath("string(a)")): str(row.xpath("string(a/@href)"))
        for row in page.xpath("//div[contains(@class, 'names')]//li")
    }
    for kind in ("homes", "cities"):
        for record in edition.catalog.of(kind).values():
            assert found[record.title_in("zh")] == f"../{kind}/{record.id}/"


def test_a_name_that_is_read_in_another_way_is_found_so(portal_folder: Path) -> None:
    cities = (portal_folder / "data/cities.yaml").read_text(encoding="utf-8")
    city = (
        "- id: jp-mie\n  name: {zh: 三重縣, en: Mie, reading: ㄙㄢ ㄔㄨㄥˊ ㄒㄧㄢˋ}\n"
        "  former_names:\n    - {zh: 長野縣, en: Nagano, reading: ㄔㄤˊ ㄧㄝˇ ㄒㄧㄢˋ}\n"
        "  level: prefecture\n  country: JP\n  sources: [report]\n  verified: 2026-01-01\n"
    )
    edition = read(portal_folder, {"data/glossary.yaml": TERMS, "data/cities.yaml": city + cities})
    page = lxml.html.fragment_fromstring(
        edition.render(edition.pages["glossary/"], "en").content, create_parent="main"
    )
    (row,) = page.xpath("//div[contains(@class, 'names')]//li[a = 'Mie']")
    words = row.get("data-words").split()
    assert {
        "長野縣",
        "ㄙㄢㄔㄨㄥˊㄒㄧㄢˋ",
        "sānchóngxiàn",
        "ㄔㄤˊㄧㄝˇㄒㄧㄢˋ",
        "chángyěxiàn",
    } <= set(words)


def test_the_look_up_knows_how_each_character_is_read(
    made: dict[tuple[str, str], HtmlElement],
) -> None:
    for locale in ("zh", "en"):
        (table,) = made["glossary/", locale].xpath("//@data-sounds")
        members = re.search("ㄇㄟ([^ㄅ-ㄩ]+)", str(table))
        assert members
        assert "妹" in members[1]


def test_a_word_that_is_read_in_another_way_is_found_so(
    made: dict[tuple[str, str], HtmlElement],
) -> None:
    (row,) = made["glossary/", "en"].xpath("//li[a = 'growth']")
    assert {"ㄔㄤˊㄐㄧㄣˋ", "chángjìn"} <= set(row.get("data-words").split())


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_the_page_of_a_concept_says_how_its_chinese_word_is_read(
    portal_folder: Path, locale: str
) -> None:
    edition = read(portal_folder, {"data/glossary.yaml": TERMS})

    def facts(concept: str) -> list[str]:
        page = edition.render(edition.pages[f"glossary/{concept}/"], locale).content
        html = lxml.html.fragment_fromstring(page, create_parent="main")
        return [fact.text_content() for fact in html.iter("dd")]

    assert facts("growth")[:2] == ["ㄔㄤˊ ㄐㄧㄣˋ", "cháng jìn"]
    assert facts("elan")[:2] == ["ㄧ ㄒㄧㄣ", "yī xīn"]


def test_a_term_is_found_by_the_words_that_may_or_must_not_be_used(
    made: dict[tuple[str, str], HtmlElement],
) -> None:
    words = {
        item.xpath("string(a)"): item.get("data-words", "")
        for item in made["glossary/", "zh"].xpath("//*[@data-list]/*")
    }
    assert words["備忘錄"] == "MOU"
    assert words["姊妹市"] == "twin town"
    assert words["友好城市"].split() == ["友誼市", "友誼都市"]
