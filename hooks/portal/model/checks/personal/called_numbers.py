"""Numbers without check digits, which only the words before them tell from others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.model.checks.personal.finding import Finding, one_spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINK = (
    r"[^0-9A-Za-z\n]{0,8}"
    r"(?:(?:號碼|卡號|帳號|字號|號|為|是|nos?\.?|numbers?|is|of|code)[^0-9A-Za-z\n]{0,6}){0,3}"
)
"""What may stand between the word and the number."""

_FORMS = (
    (
        "personal-passport",
        rf"(?:護照|旅券|\bpassports?\b){_LINK}",
        r"[A-Za-z]{0,2}[0-9]{6,9}|[A-Za-z][0-9][A-Za-z][0-9]{6}",
    ),
    (
        "personal-health-card",
        rf"(?:健保卡?|健康保險卡?|\bNHI\b|\bhealth(?: insurance)? card\b){_LINK}(?:\bcard\b{_LINK})?",
        r"[0-9]{4}[ -]?[0-9]{4}[ -]?[0-9]{4}",
    ),
    (
        "personal-bank-account",
        rf"(?:帳號|帳戶|\baccount\b){_LINK}(?:\(?[0-9]{{3}}\)[ -]?)?",
        r"[0-9](?:[ -]?[0-9]){9,15}",
    ),
)
"""What is called so, the words before it, and its form (ICAO 9303 for passports; 12 digits on a 健保卡)."""

_CALLED = tuple(
    (code, re.compile(f"{words}({form})(?![0-9A-Za-z])", re.IGNORECASE))
    for code, words, form in _FORMS
)

_BLANK_CARD = re.compile(r"(?<![0-9.,-])0000[ -]?(?!0000)[0-9]{4}[ -]?[0-9]{4}(?![0-9]|[.,-][0-9])")
"""Numbers of health cards begin with four zeros; hardly anything else of twelve digits does."""


def called_numbers(text: str) -> Iterator[Finding]:
    """Passport, health-card and account numbers that the text calls so, and bare numbers of health cards."""
    for code, form in _CALLED:
        for match in form.finditer(text):
            yield Finding(match.start(1), match[1], code, one_spelling(match[1]))
    for match in _BLANK_CARD.finditer(text):
        yield Finding(match.start(), match[0], "personal-health-card", one_spelling(match[0]))
