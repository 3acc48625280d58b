from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from patience import patience
from pydantic import TypeAdapter, ValidationError

from portal.model.values.names import Names, PlaceNames
from portal.model.values.words import Chinese, English, Prose, Text, Verbatim

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails


def refusals(kind: Any, value: object) -> list[str]:
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError as error:
        return [code for detail in error.errors() for code in _codes(detail)]
    return []


def _codes(detail: ErrorDetails) -> list[str]:
    if detail["type"] != "text-faults":
        return [detail["type"]]
    return [fault.code for fault in detail["ctx"]["faults"]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("加賀", []),
        ("　", ["empty-text"]),
        ("", ["empty-text"]),
        (" 加賀", ["outer-space"]),
        ("加賀　", ["outer-space"]),
        ("加賀\n市", ["line-break-in-text"]),
        ("~", ["nothing-as-text"]),
        ("加\u200b賀", ["invisible-character"]),
        ("<b>加賀</b>", ["markup-in-text"]),
        ("<!-- 加賀", ["markup-in-text"]),
        ("加賀 {{ x }}", ["markup-in-text"]),
        ("加賀 {% x %}", ["markup-in-text"]),
        ("加賀 {# x #}", ["markup-in-text"]),
        ("加賀&amp;加賀", ["entity-in-text"]),
        ("**加賀**", ["markdown-in-text"]),
        ("[加賀](/x/)", ["markdown-in-text"]),
        ("人口 < 6萬且 > 5萬", []),
        ("a<3、R&D、{x}、snake_case、5 * 3 * 2、[1]", []),
        ("国会", ["simplified-chinese"]),
        ("国会\u200b，。", ["invisible-character", "simplified-chinese", "stray-punctuation"]),
    ],
)
def test_chinese_is_one_line_of_plain_traditional_text(text: str, expected: list[str]) -> None:
    assert refusals(Chinese, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kaga – the “old” city’s café, Malmö", []),
        ("Kaga 加賀", ["other-script-in-en"]),
        ("Kaga，Japan", ["full-width-in-english"]),
        ("Ｋaga", ["full-width-in-english"]),
    ],
)
def test_english_is_english(text: str, expected: list[str]) -> None:
    assert refusals(English, text) == expected


def test_text_is_in_one_normalization_form() -> None:
    assert Text(zh="\uf90a額", en="Cafe\u0301") == Text(zh="金額", en="Café")


def test_chinese_is_not_english_pasted() -> None:
    assert refusals(Text, {"zh": "Signed by the mayor", "en": "Signed"}) == ["untranslated"]
    assert refusals(Text, {"zh": "ICLEI", "en": "ICLEI"}) == []
    assert refusals(Names, {"zh": "Waste Concern", "en": "Waste Concern"}) == []
    assert refusals(PlaceNames, {"zh": "Sado", "en": "Sado"}) == ["untranslated"]


def test_both_languages_of_prose_have_the_same_headings() -> None:
    text = {"zh": "## 合作\n\n### 觀光", "en": "## Fields\n\nTourism"}
    assert refusals(Prose, text) == ["headings-differ"]
    assert refusals(Prose, text | {"en": "Fields\n---\n\n### Tourism"}) == []


def test_headings_of_prose_begin_at_the_second_level_and_skip_none() -> None:
    assert refusals(Prose, {"zh": "## 甲\n\n### 乙", "en": "## A\n\n### B"}) == []
    skipped = ["heading-level-skipped"] * 2
    assert refusals(Prose, {"zh": "### 甲", "en": "### A"}) == skipped
    assert refusals(Prose, {"zh": "## 甲\n\n#### 乙", "en": "## A\n\n#### B"}) == skipped


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
        "[a](javascript:alert(1))", "[a](&#106;avascript:alert(1))", "[a](data:text/html,x)",
        "[a][1]\n\n[1]: javascript:alert(1)", "[a][1]\n\n> [1]: data:image/png,x",
        "[a](java\\script:alert(1))",
    ],
)  # fmt: skip
def test_prose_links_to_nothing_else(link: str) -> None:
    assert refusals(Prose, {"zh": "中文", "en": link}) == ["unsafe-link"]


@pytest.mark.parametrize("piece", ["{{", "{% ", "\n", "\n[", "](", "<a ", "[[", "![](", "\n> "])
def test_texts_made_to_exhaust_the_build_are_read_to_their_end(piece: str) -> None:
    text = "x" + piece * (200_000 // len(piece)) + "y"
    with patience():
        refusals(Prose, {"zh": "中文", "en": text})


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


@pytest.mark.parametrize("tag", ["k", "x-", "local", "xx_YY"])
def test_a_name_stands_under_a_language_tag(tag: str) -> None:
    assert refusals(Names, {"zh": "釜山", "en": "Busan", tag: "부산"}) == ["bad-lang"]


@pytest.mark.parametrize("tag", ["korean", "KO", "ko-Kxxx", "ko_KR", "ko-kr", "韓文"])
def test_a_language_by_another_name_is_told_with_the_cure(tag: str) -> None:
    assert refusals(Names, {"zh": "釜山", "en": "Busan", tag: "부산"}) == ["lang-form"]


def test_verbatim_words_are_kept_as_printed() -> None:
    assert refusals(Verbatim, {"zh-Hans": "国际城市", "de": "Straße", "en": "目前 47"}) == []
    assert refusals(Verbatim, {}) == ["too_short"]
    assert refusals(Verbatim, {"german": "Straße"}) == ["lang-form"]
