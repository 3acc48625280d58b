"""Telephone numbers of offices, as people abroad dial them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any
from unicodedata import normalize

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from portal.model.values.words import Words

if TYPE_CHECKING:
    from phonenumbers import PhoneNumber

COUNTRY = "TW"
"""The country of numbers that are written without a code: the portal is made for its governments."""

_FORM = re.compile(r"\+[1-9]\d{0,2}(-\d{1,4}){2,4}", re.ASCII)
_EXTENSION = re.compile(
    r"[\s,;(]*(?:ext\.?|轉|分機|內線|#|x)\s*[:.]?\s*(\d{1,6})\)?$", re.IGNORECASE | re.ASCII
)

_NAMED = re.compile(r"^(?:tel|phone|電話|市話|總機|洽詢)\.?\s*:?\s*", re.IGNORECASE)
_WITHOUT_PLUS = re.compile(r"886[\s()-]*\d", re.ASCII)
"""The code of the country, of which the plus is missing."""


def _library() -> Any:
    import phonenumbers  # noqa: PLC0415 (most portals publish no number)

    return phonenumbers


def check_phone(text: str) -> str:
    """An office's number with its country code; raises PydanticCustomError.

    ``mobile-number``: it is a person's. ``phone-form``: it is a number, but written otherwise; ``cure`` is how to.
    ``bad-phone``: nobody has it.
    """
    plain = _NAMED.sub("", normalize("NFKC", text).strip())
    extension = _EXTENSION.search(plain)
    main = plain[: extension.start()] if extension else plain
    main = f"+{main}" if _WITHOUT_PLUS.match(main) else main
    number = _parsed(main)
    if number is None:
        raise PydanticCustomError("bad-phone", "bad-phone", {"found": text})
    if _library().number_type(number) == _library().PhoneNumberType.MOBILE:
        raise PydanticCustomError("mobile-number", "mobile-number", {"found": _masked(number)})
    cure = _written(main, number) + (f" ext. {extension[1]}" if extension else "")
    if text != cure:
        raise PydanticCustomError("phone-form", "phone-form", {"found": text, "cure": cure})
    return text


def _parsed(text: str) -> PhoneNumber | None:
    """The number that a text means, with its country code or the zero before an area code."""
    if not re.fullmatch(r"\(?[+0][\d\s().-]+", text, re.ASCII):
        return None
    try:
        number = _library().parse(text, COUNTRY)
    except _library().NumberParseException:
        return None
    return number if _library().is_valid_number(number) else None


def _written(text: str, number: PhoneNumber) -> str:
    """``+886-2-2720-8889`` (ITU-T E.123, with hyphens in place of spaces), in the groups in which it stands."""
    grouped = re.sub(r"[\s().-]+", "-", text).strip("-")
    if not number.italian_leading_zero:
        grouped = re.sub(rf"^(?:\+{number.country_code}-?)?0", f"+{number.country_code}-", grouped)
        grouped = grouped.replace("--", "-")
    if _FORM.fullmatch(grouped) and _parsed(grouped) == number:
        return grouped
    written = _library().format_number(number, _library().PhoneNumberFormat.INTERNATIONAL)
    return re.sub(r"[\s-]+", "-", written)


def _masked(number: PhoneNumber) -> str:
    digits = _library().format_number(number, _library().PhoneNumberFormat.E164)
    return f"{digits[:5]}{'*' * (len(digits) - 7)}{digits[-2:]}"


Phone = Annotated[Words, AfterValidator(check_phone)]
"""A telephone number with country code, such as ``+886-2-2720-8889 ext. 1234``."""
