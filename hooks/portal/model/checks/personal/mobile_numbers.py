"""Mobile numbers, which belong to people."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.model.checks.personal.finding import Finding, one_spelling

if TYPE_CHECKING:
    from collections.abc import Iterator

_CANDIDATE = re.compile(r"(?<![0-9])[+(]{0,2}[0-9](?:[ ().+/_-]{0,3}[0-9]){8,14}(?![0-9A-Za-z])")
"""As many digits as a number with its country code has, in any grouping."""

_FRACTION = re.compile(r"[0-9]\.[0-9]+")

_NUMERALS = str.maketrans("零〇○一二三四五六七八九", "000123456789")
_WRITTEN = re.compile(r"[零〇○一二三四五六七八九](?:[ -]?[零〇○一二三四五六七八九]){9,12}")

_LOCAL = re.compile(r"(?:\+?886|0)?0?9[0-9]{8}")
"""Of Taiwan, whatever separates its digits (numbering plan of the National Communications Commission)."""


def mobile_numbers(text: str) -> Iterator[Finding]:
    """Numbers that libphonenumber knows as those of mobile phones, of Taiwan in any spelling, of others with ``+``."""
    for match in _CANDIDATE.finditer(text):
        written = match[0] if ")" in match[0] else match[0].lstrip("(")
        if not _FRACTION.fullmatch(written):
            yield from _judged(written, match.end() - len(written))
    for match in _WRITTEN.finditer(text):
        yield from _judged(match[0].translate(_NUMERALS), match.start())


def _judged(text: str, start: int) -> Iterator[Finding]:
    import phonenumbers  # noqa: PLC0415 (rarely needed)

    number = one_spelling(text)
    if not (number.startswith("+") or _LOCAL.fullmatch(number)):
        return
    if number.startswith("886"):
        number = f"+{number}"
    try:
        parsed = phonenumbers.parse(number, "TW")
    except phonenumbers.NumberParseException:
        return
    if not phonenumbers.is_valid_number(parsed):
        return
    if phonenumbers.number_type(parsed) == phonenumbers.PhoneNumberType.MOBILE:
        value = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
        yield Finding(start, text, "personal-mobile-number", value)
