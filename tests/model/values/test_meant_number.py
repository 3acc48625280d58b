from __future__ import annotations

import pytest

from portal.model.values.chinese_number import chinese_number
from portal.model.values.meant_number import meant_degrees, meant_number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1,234", "1234"),
        ("1，234", "1234"),
        ("1,234,567.50", "1234567.5"),
        ("1 234 567", "1234567"),
        ("1'234", "1234"),
        ("1_000", "1000"),
        ("１２", "12"),
        ("１，２３４", "1234"),
        ("+5", "5"),
        ("“12”", "12"),
        ("12,", "12"),
        ("3萬", "30000"),
        ("3.5萬", "35000"),
        ("3萬5千", "35000"),
        ("3萬5,000", "35000"),
        ("1億2,000萬", "120000000"),
        ("三萬五千", "35000"),
        ("十二", "12"),
        ("二十", "20"),
        ("兩千零五", "2005"),
        ("5千", "5000"),
        ("500人", "500"),
        ("1,200 元", "1200"),
        ("三人次", "3"),
        ("three", "3"),
        ("1.5 million", "1500000"),
        ("-3.20", "-3.2"),
    ],
)
def test_a_number_is_known_in_each_form(text: str, number: str) -> None:
    assert meant_number(text) == number


@pytest.mark.parametrize(
    "text",
    ["約500", "500餘人", "500+", "~5", "1,23", "1.234,5", "5%", "3千萬元餘", "", "人", "多", "1/2", "NT$5", "三五成群",
     "5萬3億", "萬", "1e3", "٣", "5-6", "數百"],
)  # fmt: skip
def test_what_is_not_sure_is_not_guessed(text: str) -> None:
    assert meant_number(text) == ""


@pytest.mark.parametrize(
    ("text", "degrees"),
    [
        ("36.3028", ("36.3028", "")),
        ("36°18'10\"N", ("36.30278", "N")),
        ("36° 18′ 10″ N", ("36.30278", "N")),
        ("36°18’10”", ("36.30278", "")),
        ("N36°18'", ("36.3", "N")),
        ("36 18 10 N", ("36.30278", "N")),
        ("北緯36度18分10秒", ("36.30278", "N")),
        ("南緯 33.5 度", ("-33.5", "S")),
        ("136.3E", ("136.3", "E")),
        ("70°W", ("-70", "W")),
        ("36.3°", ("36.3", "")),
        ("36 18 10", ("", "")),
        ("36°61'", ("", "")),
        ("N 36 N", ("", "")),
        ("north", ("", "")),
    ],
)
def test_degrees_become_a_number(text: str, degrees: tuple[str, str]) -> None:
    assert meant_degrees(text) == degrees


@pytest.mark.parametrize(
    ("text", "number"),
    [("元", 1), ("十", 10), ("二十一", 21), ("一百零三", 103), ("一一三", 113), ("廿五", 25), ("千", 1000), ("", None),
     ("一年", None), ("12345", None)],
)  # fmt: skip
def test_numbers_in_chinese(text: str, number: int | None) -> None:
    assert chinese_number(text) == number
