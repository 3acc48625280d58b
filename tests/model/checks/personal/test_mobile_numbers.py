from __future__ import annotations

import phonenumbers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.checks.personal.finding import plain
from portal.model.checks.personal.mobile_numbers import mobile_numbers


def found(text: str) -> list[str]:
    return [one.value for one in mobile_numbers(plain(text))]


@pytest.mark.parametrize(
    "text",
    [
        "0912345678", "0912-345-678", "0912 345 678", "09-1234-5678", "(09)12345678", "(0912)345-678",
        "0912.345.678", "0912/345/678", "0912_345_678", "0912 - 345 - 678", "０９１２３４５６７８",
        "０９１２－３４５－６７８", "0912–345–678", "0912‧345‧678", "0912\u3000345\u3000678", "+886912345678",
        "+886 912 345 678", "+886-0912-345-678", "+886(0)912345678", "886912345678", "零九一二三四五六七八",
        "〇九一二-三四五-六七八", "Tel0912345678", "手機：0912-345-678（王先生）", "電話0912345678轉9",
        "（0912345678）",
    ],
)  # fmt: skip
def test_every_spelling_of_one_number(text: str) -> None:
    assert found(text) == ["+886912345678"]


@pytest.mark.parametrize(
    "text", ["+81-90-1234-5678", "+84 91 234 56 78", "+49 1512 3456789", "+82-10-2345-6789"]
)
def test_numbers_of_other_countries(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "02-2720-8889", "+886-2-2720-8889 ext. 1234", "0800-024-111", "2014-07-08", "2014-07-08 2015-07-09",
        "民國103年7月8日", "11,564,000,000", "0.912345678", "091234567", "09123456789", "120912345678",
        "978-986-05-1234-5", "二〇一四年七月八日", "2009-2012、2013-2016", "1996/09/12-345", "f0912345678a",
        "統一編號 03734301", "0987654321098",
    ],
)  # fmt: skip
def test_what_is_no_mobile_number(text: str) -> None:
    assert found(text) == []


@given(
    st.integers(900_000_000, 999_999_999),
    st.lists(st.integers(1, 8), max_size=3),
    st.sampled_from(" -./"),
)
def test_any_valid_number_in_any_grouping(number: int, cuts: list[int], joint: str) -> None:
    digits = f"0{number}"
    valid = phonenumbers.parse(digits, "TW")
    is_mobile = phonenumbers.is_valid_number(valid) and (
        phonenumbers.number_type(valid) == phonenumbers.PhoneNumberType.MOBILE
    )
    text = "".join(digit + joint * (place in cuts) for place, digit in enumerate(digits))
    assert found(f"請撥 {text} 洽詢") == ([f"+886{number}"] if is_mobile else [])
