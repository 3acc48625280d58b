"""Numbers as Chinese writes them: 一百一十三, 二〇二四, 元 for the first year."""

from __future__ import annotations

_DIGITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "兩": 2,
    "元": 1,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_TENS = {"廿": 20, "卅": 30}


def chinese_number(text: str) -> int | None:
    """The whole number below 10,000 that is written in digits or Chinese characters; None if it is none.

    >>> chinese_number("一百一十三"), chinese_number("二〇二四"), chinese_number("12")
    (113, 2024, 12)
    """
    if text.isascii() and text.isdecimal() and len(text) < 5:
        return int(text)
    if not text or len(text) > 9:
        return None
    if all(character in _DIGITS for character in text):
        return int("".join(str(_DIGITS[character]) for character in text))
    total, digit = 0, None
    for character in text:
        if character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _UNITS:
            total += (1 if digit is None else digit) * _UNITS[character]
            digit = None
        elif character in _TENS:
            total += _TENS[character]
        else:
            return None
    return total + (digit or 0)
