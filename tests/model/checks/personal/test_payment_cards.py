from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.checks.personal.payment_cards import ibans, is_payment_card, payment_cards


def luhn(digits: str) -> int:
    """The digit that follows, worked out by hand: every second from the right counts twice."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 == 0 else 1)
        total += value - 9 if value > 9 else value
    return -total % 10


@given(
    st.sampled_from(
        [
            ("4", 16),
            ("51", 16),
            ("2221", 16),
            ("34", 15),
            ("3530", 16),
            ("36", 14),
            ("6011", 16),
            ("62", 16),
        ]
    ),
    st.integers(0, 10**15),
)
def test_numbers_that_an_issuer_may_have_given(issuer: tuple[str, int], serial: int) -> None:
    first, length = issuer
    body = (first + f"{serial:015}")[: length - 1]
    number = f"{body}{luhn(body)}"
    assert is_payment_card(number)
    assert not is_payment_card(f"{body}{(luhn(body) + 1) % 10}")
    assert [found.value for found in payment_cards(f"卡號{number}。")] == [number]


@pytest.mark.parametrize(
    "text",
    [
        "4111 1111 1111 1111",
        "4111-1111-1111-1111",
        "4111111111111111",
        "3782 822463 10005",
        "卡號：5555555555554444",
    ],
)
def test_cards_as_they_are_printed(text: str) -> None:
    assert len(list(payment_cards(text))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "4111111111111112", "1234567812345670", "411111111111111", "0.4111111111111111", "4111111111111111,5",
        "4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1", "2014 2015 2016 2017", "20140708 20150709", "9780306406157",
        "41111111111111111111",
    ],
)  # fmt: skip
def test_what_is_no_card(text: str) -> None:
    assert list(payment_cards(text)) == []


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("DE89 3704 0044 0532 0130 00", True),
        ("GB82WEST12345698765432", True),
        ("DE89 3704 0044 0532 0130 01", False),
        ("AB12 CITY OF KAGA 2014", False),
    ],
)
def test_accounts_with_check_digits(text: str, right: bool) -> None:
    assert [found.code for found in ibans(text)] == (["personal-bank-account"] if right else [])
