"""Numbers of payment cards (ISO/IEC 7812) and of bank accounts with check digits (IBAN, ISO 13616)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.model.checks.personal.finding import Finding, one_spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

_DIGITS = re.compile(r"(?<![0-9.,-])(?:[0-9]{13,19}|[0-9]{4}(?:[ -][0-9]{4}){3}(?:[ -][0-9]{1,3})?"
                     r"|[0-9]{4}[ -][0-9]{6}[ -][0-9]{4,5})(?![0-9]|[.,-][0-9])")  # fmt: skip
"""As one number, or in the groups that are printed on cards."""

_ISSUERS = (
    (r"4", (13, 16, 19)),  # Visa
    (r"5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720", (16,)),  # Mastercard
    (r"3[47]", (15,)),  # American Express
    (r"352[89]|35[3-8]", (16, 17, 18, 19)),  # JCB
    (r"30[0-5]|36|3[89]", (14, 16, 19)),  # Diners Club
    (r"6011|64[4-9]|65", (16, 19)),  # Discover
    (r"62|81", (16, 17, 18, 19)),  # UnionPay
)
"""First digits and numbers of digits, by issuer."""

_IBAN = re.compile(r"(?<![A-Za-z0-9])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]){11,30}(?![A-Za-z0-9])")


def payment_cards(text: str) -> Iterator[Finding]:
    """Numbers that an issuer can have given, with the right check digit."""
    for match in _DIGITS.finditer(text):
        number = one_spelling(match[0])
        if is_payment_card(number):
            yield Finding(match.start(), match[0], "personal-payment-card", number)


def ibans(text: str) -> Iterator[Finding]:
    """Account numbers with the right check digits, also of countries with no register of their own."""
    for match in _IBAN.finditer(text):
        from stdnum import iban  # noqa: PLC0415 (rarely needed)

        if iban.is_valid(match[0]):
            value = one_spelling(match[0])
            yield Finding(match.start(), match[0], "personal-bank-account", value)


def is_payment_card(number: str) -> bool:
    """Whether digits are the number of a card, by issuer, length and check digit (Luhn).

    >>> is_payment_card("4111111111111111"), is_payment_card("4111111111111112")
    (True, False)
    """
    from stdnum import luhn  # noqa: PLC0415 (rarely needed)

    is_issued = any(
        len(number) in lengths and re.match(first, number) for first, lengths in _ISSUERS
    )
    return is_issued and luhn.is_valid(number)
