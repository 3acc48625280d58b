from __future__ import annotations

import time
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from portal.model.values.text import (
    Chinese,
    English,
    Names,
    Prose,
    Text,
    Url,
    Verbatim,
    is_simplified,
)


def refusals(kind: Any, value: object) -> list[str]:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        return [detail["type"] for detail in error.errors()]
    return []


@pytest.mark.parametrize("character", "国际经济东华业号团队术体万与个么网边实长门")
def test_simplified_characters_are_known(character: str) -> None:
    assert is_simplified(character)


def test_characters_of_official_chinese_are_not_taken_for_simplified() -> None:
    text = "臺北市政府秘書處國際事務組與姊妹市簽署友好交流協定，台灣各縣里鄰、群峰、床、雇員、霉、并、后、于、干、只"
    assert [character for character in text if is_simplified(character)] == []


@pytest.mark.parametrize("character", "堃峯喆煊珏犇啓璢")
def test_rare_characters_of_names_are_not_taken_for_simplified(character: str) -> None:
    assert not is_simplified(character)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加賀", []),
        ("　", ["empty-text"]),
        ("", ["empty-text"]),
        (" 加賀", ["outer-space"]),
        ("加賀　", ["outer-space"]),
        ("加\u200b賀", ["invisible-character"]),
        ("\u202e加賀", ["invisible-character"]),
        ("\ufeff加賀", ["invisible-character"]),
        ("<b>加賀</b>", ["markup-in-text"]),
        ("<!-- 加賀", ["markup-in-text"]),
        ("加賀 {{ x }}", ["markup-in-text"]),
        ("加賀 {% x %}", ["markup-in-text"]),
        ("加賀 {# x #}", ["markup-in-text"]),
        ("人口 < 6 萬且 > 5 萬", []),
        ("a<3、R&D、{x}", []),
        ("国会", ["simplified-chinese"]),
    ],
)
def test_chinese_is_traditional_plain_and_visible(text: str, expected: list[str]) -> None:
    assert refusals(Chinese, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kaga – the “old” city’s café, Malmö", []),
        ("Kaga 加賀", ["chinese-in-english"]),
        ("Kaga，Japan", ["full-width-in-english"]),
        ("Kaga\u3000Japan", ["full-width-in-english"]),
        ("Ｋaga", ["full-width-in-english"]),
        ("「Kaga」", ["full-width-in-english"]),
    ],
)
def test_english_is_english(text: str, expected: list[str]) -> None:
    assert refusals(English, text) == expected


@pytest.mark.parametrize(
    "text", ["https://example.org/", "http://example.org:80/a?b=c#d", "https://臺北.tw/"]
)
def test_web_addresses_are_taken(text: str) -> None:
    assert refusals(Url, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "", "example.org", "//example.org", "/cities/", "ftp://example.org/", "javascript:alert(1)",
        "JaVaScRiPt:alert(1)", "data:text/html,x", "http://", "https:///a", "http://[x", "http:example.org",
        "https://exa mple.org", "https://example.org/\n", "\x01javascript:alert(1)", "mailto:a@example.org",
    ],
)  # fmt: skip
def test_every_other_address_is_unsafe(text: str) -> None:
    assert refusals(Url, text) == ["unsafe-link"]


@pytest.mark.parametrize(
    "link",
    [
        "[a](https://example.org/)", "[a](/cities/)", "[a](#section-1)",
        "[a][1]\n\n[1]: https://example.org/",
    ],
)  # fmt: skip
def test_prose_links_to_the_portal_and_the_web(link: str) -> None:
    assert refusals(Prose, {"zh": "中文", "en": link}) == []


@pytest.mark.parametrize(
    "link",
    [
        "[a](javascript:alert(1))", "[a](&#106;avascript:alert(1))", "[a](data:text/html,x)", "![a](data:image/png,x)",
        "[a](example.org)", "[a]()", "[a][1]\n\n[1]: javascript:alert(1)", "[a][1]\n\n> [1]: data:image/png,x",
        "[a](java\\script:alert(1))",
    ],
)  # fmt: skip
def test_prose_links_to_nothing_else(link: str) -> None:
    assert refusals(Prose, {"zh": "中文", "en": link}) == ["unsafe-link"]


@pytest.mark.parametrize("piece", ["{{", "{% ", "\n", "\n[", "](", "<a ", "[[", "![](", "\n> "])
def test_texts_made_to_exhaust_the_build_are_read_in_a_moment(piece: str) -> None:
    text = "x" + piece * (200_000 // len(piece)) + "y"
    start = time.monotonic()
    refusals(Prose, {"zh": "中文", "en": text})
    assert time.monotonic() - start < 3


def test_a_text_needs_both_languages_and_no_other() -> None:
    assert refusals(Text, {"zh": "加賀"}) == ["missing"]
    assert refusals(Text, {"zh": "加賀", "en": "Kaga", "ja": "加賀市"}) == ["extra_forbidden"]
    assert Text(zh="加賀", en="Kaga")["zh"] == "加賀"


def test_a_name_may_be_in_the_languages_of_the_place() -> None:
    name = Names.model_validate(
        {"zh": "釜山", "en": "Busan", "ko": "부산광역시", "zh-Hans": "釜山"}
    )
    assert name.local == (("ko", "부산광역시"), ("zh-Hans", "釜山"))
    assert Names(zh="釜山", en="Busan").local == ()


@pytest.mark.parametrize("tag", ["korean", "KO", "k", "ko_KR", "ko-kr", "x-"])
def test_a_name_stands_under_a_language_tag(tag: str) -> None:
    assert refusals(Names, {"zh": "釜山", "en": "Busan", tag: "부산"}) == ["bad-lang"]


def test_verbatim_words_are_kept_as_printed() -> None:
    assert refusals(Verbatim, {"zh-Hans": "国际城市", "de": "Straße", "en": "目前 47"}) == []
    assert refusals(Verbatim, {}) == ["too_short"]
    assert refusals(Verbatim, {"german": "Straße"}) == ["bad-lang"]
