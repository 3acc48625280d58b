from __future__ import annotations

import pytest

from portal.model.values.words import Prose, Text
from portal.text.policy import text_faults
from portal.text.typography import chinese_typography, english_typography


def told(text: str, language: str) -> list[tuple[str, int, str, str]]:
    rule = {"en": english_typography, "zh": chinese_typography}[language]
    return [(fault.code, fault.start, fault.found, fault.cure) for fault in rule(text)]


@pytest.mark.parametrize(
    ("text", "found", "cure"),
    [
        ("the city's plan", "city's", "city’s"),
        ("Ji'an Township", "Ji'an", "Ji’an"),
        ("'Atolan", "'Atolan", "’Atolan"),
        ("both cities' own", "cities'", "cities’"),
        ("in the '90s", "'90s", "’90s"),
        ("rock 'n' roll", "'n'", "’n’"),
        ('called "Ten cities"', '"Ten cities"', "“Ten cities”"),
        ('("x")', '("x")', "(“x”)"),
        ('the "year 2014"', '"year 2014"', "“year 2014”"),
        ("a 'plan of 2014' it was", "'plan … 2014'", "‘plan … 2014’"),
        ("Taipei's and Taichung's", "Taipei's … Taichung's", "Taipei’s … Taichung’s"),
    ],
)
def test_straight_marks_get_the_shape_that_print_gives_them(
    text: str, found: str, cure: str
) -> None:
    at = min(text.index(mark) for mark in "'\"" if mark in text)
    assert told(text, "en") == [("straight-quotes", at, found, cure)]


@pytest.mark.parametrize(
    ("text", "found", "cure"),
    [
        ("the term 2018-2021", "2018-2021", "2018–2021"),
        ("the season 2013-14 ended", "2013-14", "2013–14"),
        ("on 3-5 July 2014", "3-5", "3–5"),
        ("on July 3-5, 2014", "3-5,", "3–5,"),
        ("open 9:00-17:30 daily", "9:00-17:30", "9:00–17:30"),
        ("see pages 12-15", "12-15", "12–15"),
        ("Congress - 30th Anniversary", "Congress - 30th", "Congress – 30th"),
        ("it goes--on", "goes--on", "goes–on"),
    ],
)
def test_hyphens_are_no_dashes(text: str, found: str, cure: str) -> None:
    assert [(code, was, now) for code, _, was, now in told(text, "en")] == [
        ("hyphen-for-dash", found, cure)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "It’s “here” – 2018–2021, Hawaiʻi",
        "signed 2014-07-08, in 2014-07 or so",
        "call +886-2-2720-8889",
        "6'2\" tall, 25°2'N",
        "COVID-19, ISO 30042-2019, 7-11, Ulan-Ude, twenty-one",
        "minus -1000, 3-way, B-2 visa, 3 - 2",
        "Growth is (new - old) / old",
        "https://example.org/a-'b'-2014-2018",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    codes = {fault.code for fault in text_faults(text, "en")}
    assert not codes & {"straight-quotes", "hyphen-for-dash"}


@pytest.mark.parametrize(
    ("text", "found", "cure"),
    [
        ("以 CSV 檔提供", "以 CSV 檔提", "以CSV檔提"),
        ("自民國 103 年起", "民國 103 年起", "民國103年起"),
        ("見 {tables}的", "見 {t", "見{t"),
        ("高雄市與\nICLEI", "市與 ICLEI", "市與ICLEI"),
        ("字號 A123456789。", "字號 A12", "字號A12"),
    ],
)
def test_no_space_is_typed_between_chinese_and_latin(text: str, found: str, cure: str) -> None:
    assert [(code, was, now) for code, _, was, now in told(text, "zh")] == [
        ("typed-space", found, cure)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "以CSV檔提供Waste Concern的資料",
        "網址為 https://www.gov.taipei/ 。",
        "標籤 #HelloTaiwan 攝影展"[3:],
        "1. 市長致詞 2. 交換禮物",
        "地址：110204 臺北市信義區",
        "臺北 高雄",
    ],
)
def test_spaces_that_part_something_else_stay(text: str) -> None:
    assert told(text, "zh") == []


def test_code_and_words_as_signed_are_nobodys_typography() -> None:
    Prose.model_validate({"zh": "執行 `portal check` 即可", "en": 'Run `it\'s "x"` now'})
    Text.model_validate({"zh": "中文", "en": "It’s"})
