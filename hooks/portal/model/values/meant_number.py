"""The number that is surely meant by one in another form: with separators, in Chinese, with a unit, in degrees."""

from __future__ import annotations

import re
from decimal import Decimal
from unicodedata import normalize

from portal.model.values.chinese_number import chinese_number

_QUOTES = " \t'\"“”‘’「」,，。;；"
_PLAIN = re.compile(r"-?\d{1,15}(?:\.\d{1,12})?", re.ASCII)
_GROUPED = re.compile(
    r"-?\d{1,3}(?:(?P<mark>[,' _])\d{3})(?:(?P=mark)\d{3})*(?:\.\d{1,12})?", re.ASCII
)
_COUNTED = re.compile(r"\s*(?:人次|公里|公頃|[人名位件項座個場次元年歲])$")
"""Words for what is counted, which change nothing in the number."""

_LARGE = {"萬": 10**4, "億": 10**8, "兆": 10**12}
_ENGLISH = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_WORDS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
_PART = re.compile(r"(?P<number>[^萬億兆]+)(?P<unit>[萬億兆])?")

_DEGREES = re.compile(
    r"(?P<first>[NSEWnsew]|北緯|南緯|東經|西經)?\s*(?P<d>\d{1,3}(?:\.\d{1,12})?)\s*(?P<mark>[°度º˚]|(?=\s))?\s*"
    r"(?:(?P<m>\d{1,2}(?:\.\d{1,8})?)\s*(?:['′’分]|(?=\s|$))\s*)?(?:(?P<s>\d{1,2}(?:\.\d{1,6})?)\s*(?:[\"″”秒]|''|′′)?\s*)?"
    r"(?P<last>[NSEWnsew])?",
    re.ASCII,
)
_WIDE = {ord("０") + digit: str(digit) for digit in range(10)} | {ord("．"): ".", ord("　"): " "}
_SIDES = {"北緯": "N", "南緯": "S", "東經": "E", "西經": "W"}


def meant_number(text: str) -> str:
    """How to write the number that a text surely means; empty if there is none.

    >>> meant_number("1,234"), meant_number("3.5萬"), meant_number("約500")
    ('1234', '35000', '')
    """
    plain = _COUNTED.sub("", normalize("NFKC", text).strip(_QUOTES)).strip().removeprefix("+")
    if _PLAIN.fullmatch(plain):
        return _written(Decimal(plain))
    if _GROUPED.fullmatch(plain):
        return _written(Decimal(re.sub("[,' _]", "", plain)))
    if plain.lower() in _WORDS:
        return str(_WORDS.index(plain.lower()))
    number, _, unit = plain.lower().rpartition(" ")
    if unit in _ENGLISH and _PLAIN.fullmatch(number):
        return _written(Decimal(number) * _ENGLISH[unit])
    return "" if plain.isascii() else _in_chinese(plain)


def _in_chinese(text: str) -> str:
    total, parts = Decimal(0), list(_PART.finditer(text))
    if not text or len(text) > 20 or "".join(part[0] for part in parts) != text:
        return ""
    limit = Decimal("Infinity")
    for part in parts:
        unit = Decimal(_LARGE.get(part["unit"] or "", 1))
        number = _small(part["number"].strip())
        if number is None or unit >= limit:
            return ""
        total, limit = total + number * unit, unit
    return _written(total)


def _small(text: str) -> Decimal | None:
    """A part of a number, in digits or in Chinese: 3.5, 5千, 二十."""
    plain = text.replace(",", "") if _GROUPED.fullmatch(text) else text
    if _PLAIN.fullmatch(plain):
        return Decimal(plain)
    if plain.endswith("千") and _PLAIN.fullmatch(plain[:-1]):
        return Decimal(plain[:-1]) * 1000
    number = chinese_number(plain)
    return None if number is None else Decimal(number)


def _written(number: Decimal) -> str:
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def meant_degrees(text: str) -> tuple[str, str]:
    r"""A latitude or longitude in degrees, with its side: ``N``, ``S``, ``E``, ``W`` or empty; empty if not sure.

    >>> meant_degrees("36°18'10\"N")
    ('36.30278', 'N')
    """
    plain = text.translate(_WIDE).strip()
    found = _DEGREES.fullmatch(plain)
    if _PLAIN.fullmatch(plain):
        return plain, ""
    if not found or (found["first"] and found["last"]):
        return "", ""
    side = (found["first"] or found["last"] or "").upper()
    side = _SIDES.get(side, side)
    minutes, seconds = Decimal(found["m"] or 0), Decimal(found["s"] or 0)
    is_written = side or (found["mark"] or "").strip()
    if minutes >= 60 or seconds >= 60 or not is_written:
        return "", ""
    degrees = Decimal(found["d"]) + minutes / 60 + seconds / 3600
    written = _written(round(degrees, 5))
    return (f"-{written}" if side in ("S", "W") else written), side
