"""Everything in a text that belongs to a person."""

from __future__ import annotations

import re

from portal.model.checks.personal.called_numbers import called_numbers
from portal.model.checks.personal.finding import Finding, plain
from portal.model.checks.personal.identity_numbers import identity_numbers
from portal.model.checks.personal.mail_addresses import mail_addresses
from portal.model.checks.personal.mobile_numbers import mobile_numbers
from portal.model.checks.personal.payment_cards import ibans, payment_cards

_DIGITS = re.compile(r"[0-9](?:[^0-9A-Za-z\n]{0,4}[0-9]){5}")
_NUMERALS = re.compile("[零〇○一二三四五六七八九]{4}")
"""What every number has: digits one after the other, with little between them."""

_URL = re.compile(r"https?://[^\s<>()\[\]（）「」，。；、]+", re.IGNORECASE)

_NUMBERS = (called_numbers, payment_cards, ibans, mobile_numbers)
"""What is not looked for in web addresses: their long numbers name documents and moments, and look like others."""


def personal_data(text: str) -> list[Finding]:
    """What a text holds of a person's data, in order; of findings that overlap only the first kind is told.

    >>> [(found.code, found.masked) for found in personal_data("身分證字號 A123456789")]
    [('personal-identity-number', 'A1******89')]
    """
    written = plain(text)
    found = list(mail_addresses(written))
    if _has_digits(written):
        found += identity_numbers(written)
        prose = (
            _URL.sub(lambda address: " " * len(address[0]), written) if "://" in text else written
        )
        if _has_digits(prose):
            for look in _NUMBERS:
                for one in look(prose):
                    if not any(map(one.overlaps, found)):
                        found.append(one)
    return sorted(found)


def _has_digits(text: str) -> bool:
    is_numeral = not text.isascii() and _NUMERALS.search(text) is not None
    return is_numeral or _DIGITS.search(text) is not None
