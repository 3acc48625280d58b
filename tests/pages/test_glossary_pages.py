"""The glossary stands in three orders, each on a page of its own, in both languages."""

from __future__ import annotations

from pathlib import Path

import lxml.html
import pytest
from editing import read
from lxml.html import HtmlElement

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


@pytest.fixture
def made(portal_folder: Path) -> dict[tuple[str, str], HtmlElement]:
    edition = read(portal_folder, {"data/glossary.yaml": TERMS})
    return {
        (path, locale): lxml.html.fragment_fromstring(
            edition.render(edition.pages[path], locale).content, create_parent="main"
        )
        for path in ("glossary/", "glossary/zhuyin/", "glossary/fields/")
        for locale in ("zh", "en")
    }


def heads(page: HtmlElement) -> list[tuple[str, list[str]]]:
    return [
        (section.findtext("h2"), section.xpath(".//dt/a/text()"))
        for section in page.iter("section")
    ]


def test_by_strokes_in_chinese_and_by_letter_in_english(
    made: dict[tuple[str, str], HtmlElement],
) -> None:
    assert heads(made["glossary/", "zh"]) == [
        ("1畫", ["一心"]),
        ("8畫", ["姊妹市", "長進"]),
        ("12畫", ["備忘錄"]),
        ("C", ["C40城市網"]),
    ]
    assert heads(made["glossary/", "en"]) == [
        ("C", ["C40 Cities"]),
        ("E", ["élan"]),
        ("G", ["growth"]),
        ("M", ["memorandum"]),
        ("S", ["sister city"]),
    ]


@pytest.mark.parametrize("locale", ["zh", "en"])
def test_by_zhuyin_of_the_chinese_word_as_it_is_read(
    made: dict[tuple[str, str], HtmlElement], locale: str
) -> None:
    page = made["glossary/zhuyin/", locale]
    words = [("ㄅ", ["備忘錄"]), ("ㄔ", ["長進"]), ("ㄗ", ["姊妹市"]), ("ㄧ", ["一心"])]
    found = heads(page)
    assert [one for one in found if one[0] in "ㄅㄔㄗㄧ"] == words
    assert [terms for head, terms in found if head not in "ㄅㄔㄗㄧ"] == [["C40城市網"]]
    assert {link.get("lang") for link in page.xpath("//dt/a")} == (
        {None} if locale == "zh" else {"zh-Hant-TW"}
    )


def test_each_order_leads_to_the_others_and_to_its_own_heads(
    made: dict[tuple[str, str], HtmlElement],
) -> None:
    for (path, _), page in made.items():
        ids = {str(one) for one in page.xpath("//@id")}
        targets = page.xpath("//nav//a/@href")
        inner = {str(href)[1:] for href in targets if href.startswith("#")}
        assert len(inner) == len(heads(page))
        assert inner <= ids
        assert len([href for href in targets if not href.startswith("#")]) == 2, path


def test_a_term_is_found_by_the_words_that_may_or_must_not_be_used(
    made: dict[tuple[str, str], HtmlElement],
) -> None:
    words = {
        item.xpath("string(.//dt/a)"): item.get("data-words", "")
        for item in made["glossary/", "zh"].xpath("//*[@data-list]/*")
    }
    assert "MOU" in words["備忘錄"]
    assert "twin town" in words["姊妹市"]
