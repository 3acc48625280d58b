from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.checks.personal.finding import one_spelling, plain
from portal.model.checks.personal.personal_data import personal_data


@pytest.mark.parametrize(
    ("text", "kinds", "masked"),
    [
        ("領隊 A123456789，手機 0912-345-678。", ["identity-number", "mobile-number"], ["A1******89", "09**-***-*78"]),
        ("身分證字號 Ａ１２３４５６７８９", ["identity-number"], ["A1******89"]),
        ("健保卡號 0000 1234 5678", ["health-card"], ["00** **** **78"]),
        ("護照號碼 0912345678", ["mobile-number"], ["09******78"]),
        ("寄到 pat.lee@example.org", ["mail-address"], ["p***@example.org"]),
        ("4111 1111 1111 1111", ["payment-card"], ["41** **** **** **11"]),
        ("https://example.org/A123456789", ["identity-number"], ["A1******89"]),
        ("https://example.org/4111111111111111 與 https://example.org/0912345678", [], []),
        ("見 https://example.org/a（0912345678）", ["mobile-number"], ["09******78"]),
        ("2014年7月8日，參加者1,234人，預算新臺幣11,564,000元，電話 02-2720-8889。", [], []),
        ("", [], []),
    ],
)  # fmt: skip
def test_what_a_text_holds(text: str, kinds: list[str], masked: list[str]) -> None:
    found = personal_data(text)
    assert [one.code.removeprefix("personal-") for one in found] == kinds
    assert [one.masked for one in found] == masked


@given(st.text(max_size=200))
def test_any_text_can_be_read_and_offsets_fit(text: str) -> None:
    assert len(plain(text)) == len(text)
    for one in personal_data(text):
        assert plain(text)[one.start : one.end] == one.written or one.written.isascii()
        assert 0 <= one.start < one.end <= len(text)


@given(st.from_regex(r"09[0-9]{2}[- ][0-9]{3}[- ][0-9]{3}", fullmatch=True))
def test_no_message_tells_the_middle(number: str) -> None:
    for one in personal_data(f"電話 {number}"):
        assert one_spelling(number)[2:-2] not in one.masked
        assert len([sign for sign in one.masked if sign.isdigit()]) <= 4
