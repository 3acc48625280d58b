from __future__ import annotations

import pytest

from portal.model.checks.personal.called_numbers import called_numbers
from portal.model.checks.personal.finding import plain


def found(text: str) -> list[tuple[str, str]]:
    return [(one.code.removeprefix("personal-"), one.value) for one in called_numbers(plain(text))]


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("護照號碼：312345678", "passport", "312345678"),
        ("護照 312345678", "passport", "312345678"),
        ("持護照（號碼為 AB1234567）入境", "passport", "ab1234567"),
        ("passport no. M12345678", "passport", "m12345678"),
        ("His passport number is 123456789.", "passport", "123456789"),
        ("健保卡號 123412345678", "health-card", "123412345678"),
        ("健保卡卡號：1234 1234 5678", "health-card", "123412345678"),
        ("NHI card number 1234-1234-5678", "health-card", "123412345678"),
        ("0000 1234 5678", "health-card", "000012345678"),
        ("（000012345678）", "health-card", "000012345678"),
        ("匯款帳號：1234567890123", "bank-account", "1234567890123"),
        ("帳戶（012）1234-5678-9012", "bank-account", "123456789012"),
        ("account number 1234567890", "bank-account", "1234567890"),
    ],
)
def test_numbers_that_are_called_so(text: str, kind: str, value: str) -> None:
    assert found(text) == [(kind, value)]


@pytest.mark.parametrize(
    "text",
    [
        "護照", "核發護照 1,234,567 本", "護照自 2014 年起", "passports issued in 2014: 12,345", "健保卡 2014",
        "312345678", "123412345678", "帳號", "帳戶 2014-2015", "on account of 2014", "000000001234",
        "0000 0000 0000", "10000 1234 5678", "健保署 02-2706-5866",
    ],
)  # fmt: skip
def test_other_numbers_are_not(text: str) -> None:
    assert found(text) == []
