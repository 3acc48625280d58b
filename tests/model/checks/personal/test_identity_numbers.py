from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from portal.model.checks.personal.identity_numbers import identity_numbers, is_identity_number

CODES = {
    "A": 10, "B": 11, "C": 12, "D": 13, "E": 14, "F": 15, "G": 16, "H": 17, "I": 34, "J": 18, "K": 19, "L": 20,
    "M": 21, "N": 22, "O": 35, "P": 23, "Q": 24, "R": 25, "S": 26, "T": 27, "U": 28, "V": 29, "W": 32, "X": 30,
    "Y": 31, "Z": 33,
}  # fmt: skip
"""As the ministry prints them."""

LETTERS, SECONDS, SERIALS = (
    st.sampled_from(sorted(CODES)), st.sampled_from("1289ABCD"), st.from_regex(r"[0-9]{7}", fullmatch=True)
)  # fmt: skip


def check_digit(letter: str, second: str, serial: str) -> int:
    """Worked out as the ministry explains it: tens once, units nine times, then eight down to one."""
    tens, units = divmod(CODES[letter], 10)
    digit = CODES[second] % 10 if second.isalpha() else int(second)
    total = tens + units * 9 + digit * 8
    for weight, number in zip(range(7, 0, -1), serial, strict=True):
        total += weight * int(number)
    return -total % 10


@given(LETTERS, SECONDS, SERIALS)
def test_exactly_one_check_digit_is_right(letter: str, second: str, serial: str) -> None:
    right = [n for n in range(10) if is_identity_number(f"{letter}{second}{serial}{n}")]
    assert right == [check_digit(letter, second, serial)]


@given(
    LETTERS, SECONDS, SERIALS, st.sampled_from(["領隊{}。", "ID {} of", "（{}）", "{}", "證號:{},"])
)
def test_a_number_is_found_wherever_it_stands(
    letter: str, second: str, serial: str, around: str
) -> None:
    number = f"{letter}{second}{serial}{check_digit(letter, second, serial)}"
    for spelling in (
        number,
        number.lower(),
        f"{number[0]}-{number[1:]}",
        f"{number[:4]} {number[4:7]} {number[7:]}",
    ):
        text = around.format(spelling)
        (found,) = identity_numbers(text)
        assert text[found.start : found.end] == spelling
        assert found.value == number.lower()


@pytest.mark.parametrize("number", ["A123456789", "AC01234567", "A800000014", "F131104093"])
def test_known_numbers(number: str) -> None:
    assert is_identity_number(number)


@pytest.mark.parametrize(
    "text",
    [
        "A123456788", "A323456789", "AA12345678A", "XA123456789", "A1234567890", "A12345678", "B2014-07-08",
        "國立A1234", "航班 BR198 於 2014-07-08", "A 1 2 3",
    ],
)  # fmt: skip
def test_what_is_no_number_is_not_found(text: str) -> None:
    assert list(identity_numbers(text)) == []


@pytest.mark.parametrize(
    "text",
    [
        "身分證字號：A123456780",
        "身份證 A123456780",
        "居留證號碼 AC01234560",
        "ID card number: A123456780",
        "統一證號 A800000010",
    ],
)
def test_a_number_that_is_called_so_needs_no_check_digit(text: str) -> None:
    assert len(list(identity_numbers(text))) == 1
