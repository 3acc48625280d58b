"""Identity numbers of Taiwan: of nationals (國民身分證統一編號) and of residents (統一證號, both forms)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.model.checks.personal.finding import Finding, one_spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

_LETTERS = "ABCDEFGHJKLMNPQRSTUVXYWZIO"
"""The place of first registration: A counts as 10, B as 11 … O as 35 (Regulations on the numbering, Ministry of the
Interior)."""

_WEIGHTS = (1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1)
"""For both digits of the letter and the nine others."""

_FORM = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][ -]?[1289A-Da-d](?:[ -]?[0-9]){8}(?![A-Za-z0-9])")
"""1 and 2 are nationals, 8 and 9 residents (since 2021), the letters A to D residents (before)."""

_SAID = re.compile(
    r"(身[分份]證|居留證|統一證號|national id\b|id card|identity (card|number)|\barc\b)[^0-9A-Za-z]{0,12}"
    r"(?:(?:統一編號|字號|號碼|no\.?|number|is)[^0-9A-Za-z]{0,4})?$",
    re.IGNORECASE,
)
"""Words before a number that make its check digit unimportant."""


def identity_numbers(text: str) -> Iterator[Finding]:
    """Numbers with the right check digit, and others that the text itself calls so."""
    for match in _FORM.finditer(text):
        number = one_spelling(match[0])
        if is_identity_number(number) or _SAID.search(
            text[max(0, match.start() - 40) : match.start()]
        ):
            yield Finding(match.start(), match[0], "personal-identity-number", number)


def is_identity_number(number: str) -> bool:
    """Whether ten characters are the number of a national or a resident, by form and check digit.

    >>> is_identity_number("A123456789"), is_identity_number("A123456788")
    (True, False)
    """
    number = number.upper()
    if not re.fullmatch(r"[A-Z][1289A-D][0-9]{8}", number):
        return False
    first = _LETTERS.index(number[0]) + 10
    second = (_LETTERS.index(number[1]) + 10) % 10 if number[1].isalpha() else int(number[1])
    digits = (first // 10, first % 10, second, *map(int, number[2:]))
    return sum(w * d for w, d in zip(_WEIGHTS, digits, strict=True)) % 10 == 0
