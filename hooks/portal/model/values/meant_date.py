"""The date that is surely meant by one in another form, as people in Taiwan and elsewhere write dates."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

import regex

from portal.model.values.chinese_number import chinese_number
from portal.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

ROC_OFFSET = 1911
"""民國 1 is 1912; there is no year 0: 1911 is 民國前1年."""

_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
"""The year before the first of each Japanese era."""

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_MONTH = (
    r"(?P<name>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = late_pattern(
    r"\s*(?:[(（]\s*(?:星期|週|周|禮拜)?[一二三四五六日天]\s*[)）]|(?:星期|週|周|禮拜)[一二三四五六日天]"
    r"|[(（]?\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?[)）]?,?)\s*",
    regex.IGNORECASE,
)
_QUOTES = " \t'\"“”‘’「」『』,，。;；"
_NUMBER = r"[〇零○一二三四五六七八九十百廿卅元\d]+"

_NUMERIC = late_pattern(
    r"(?P<y>\d{2,4})\s*[-/.]\s*(?P<m>\d{1,2})(?:\s*[-/.]\s*(?P<d>\d{1,2}))?", regex.ASCII
)
_SOLID = late_pattern(r"(?P<y>\d{3,4})(?P<m>\d{2})(?P<d>\d{2})", regex.ASCII)
_DAY_FIRST = late_pattern(
    r"(?P<a>\d{1,2})\s*[-/.]\s*(?P<b>\d{1,2})\s*[-/.]\s*(?P<y>\d{4})", regex.ASCII
)
_WORDS = late_pattern(
    rf"(?P<era>(?:中華)?民國|民|明治|大正|昭和|平成|令和|西元|公元|r\.?o\.?c\.?)?\s*(?P<before>前)?\s*"
    rf"(?P<y>{_NUMBER})\s*(?:年(?:\s*(?P<m>{_NUMBER})\s*月(?:份)?(?:\s*(?P<d>{_NUMBER})\s*[日號号])?)?"
    rf"|\s*[-/.]\s*(?P<m2>\d{{1,2}})(?:\s*[-/.]\s*(?P<d2>\d{{1,2}}))?)?",
    regex.ASCII | regex.IGNORECASE,
)
_ENGLISH = (
    late_pattern(
        rf"{_MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<y>\d{{4}})",
        regex.IGNORECASE | regex.ASCII,
    ),
    late_pattern(
        rf"(?:the\s+)?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?[\s-]+{_MONTH}\s*,?[\s-]+(?P<y>\d{{4}})",
        regex.IGNORECASE | regex.ASCII,
    ),
    late_pattern(rf"{_MONTH}(?:\s+of)?\s*,?[\s-]+(?P<y>\d{{4}})", regex.IGNORECASE | regex.ASCII),
    late_pattern(
        rf"(?P<y>\d{{4}})[\s-]+{_MONTH}(?:[\s-]+(?P<d>\d{{1,2}}))?", regex.IGNORECASE | regex.ASCII
    ),
)


_TIME = late_pattern(
    r"(?P<half>上午|下午|早上|早晨|清晨|凌晨|中午|正午|傍晚|晚上|晚間|夜間|[ap]\.?m\.?)?\s*"
    r"(?P<h>\d{1,2})\s*(?:[:：]\s*(?P<m>\d{2})(?::\d{2}(?:\.\d+)?)?|[時点點](?:\s*(?P<m2>\d{1,2})\s*分|(?P<whole>整|半))?|"
    r"(?=\s*[ap]\.?m))\s*(?P<half2>[ap]\.?m\.?)?$",
    regex.IGNORECASE | regex.ASCII,
)
"""A time of day at the end of a text."""

_LATER = ("下午", "傍晚", "晚上", "晚間", "夜間", "pm")
_NOON = ("中午", "正午")


class Day(NamedTuple):
    """A date, perhaps one that no calendar has; 0 stands for an unknown month or day."""

    year: int
    month: int = 0
    day: int = 0


def part_time(text: str) -> tuple[str, str]:
    """A text without the time of day at its end, and that time; the time is empty if there is none.

    >>> part_time("113/5/3 下午2時30分")
    ('113/5/3', '14:30')
    """
    plain = normalize("NFKC", text).strip(_QUOTES)
    found = _TIME.search(plain)
    if not found:
        return text, ""
    half = (found["half"] or found["half2"] or "").lower().replace(".", "")
    hour, minute = int(found["h"]), int(found["m"] or found["m2"] or 0)
    if found["whole"] == "半":
        minute = 30
    if half in _LATER and hour < 12:
        hour += 12
    elif half == "am" and hour == 12:
        hour = 0
    elif half in _NOON and hour < 3:
        hour += 12
    if hour > 23 or minute > 59:
        return text, ""
    return regex.sub(r"[\sT,，@]+$", "", plain[: found.start()]), f"{hour:02}:{minute:02}"


def meant_dates(text: str) -> list[Day]:
    """What a text can mean: one date if it is sure, two if day and month or the calendar are open, else none.

    >>> meant_dates("113.05.03")
    [Day(year=2024, month=5, day=3)]
    """
    plain = _WEEKDAY.sub(" ", normalize("NFKC", text).strip(_QUOTES)).strip(_QUOTES)
    return list(dict.fromkeys(_read(plain)))


def _read(text: str) -> Iterator[Day]:
    if found := regex.fullmatch(r"\d{2,3}", text, regex.ASCII):
        yield from map(Day, _years(text))
    elif found := _NUMERIC.fullmatch(text) or _SOLID.fullmatch(text):
        month, day = int(found["m"]), int(found["d"] or 0)
        yield from (Day(year, month, day) for year in _years(found["y"]))
    elif found := _DAY_FIRST.fullmatch(text):
        first, second, year = int(found["a"]), int(found["b"]), int(found["y"])
        if second <= 12:
            yield Day(year, second, first)
        if first <= 12:
            yield Day(year, first, second)
    elif found := _WORDS.fullmatch(text):
        yield from _in_words(found)
    elif found := next((m for form in _ENGLISH if (m := form.fullmatch(text))), None):
        month = _MONTHS.index(found["name"][:3].lower()) + 1
        yield Day(int(found["y"]), month, int(found.groupdict().get("d") or 0))


def _years(digits: str) -> Iterator[int]:
    """The years that a number can mean: with three digits of the Republic of China, with two of either calendar."""
    number = int(digits)
    if len(digits) == 4:
        yield number
    elif number:
        yield number + ROC_OFFSET
        if len(digits) == 2:
            yield 2000 + number if number < 50 else 1900 + number


def _in_words(found: regex.Match[str]) -> Iterator[Day]:
    era, has_year = found["era"] or "", "年" in found[0]
    year = chinese_number(found["y"])
    month = chinese_number(found["m"] or found["m2"] or "") or 0
    day = chinese_number(found["d"] or found["d2"] or "") or 0
    if not year or (found["before"] and era in (*_ERAS, "西元", "公元")):
        return
    if not era and not has_year:  # a number alone: a year of four digits is no other form
        return
    if era in _ERAS:
        yield Day(year + _ERAS[era], month, day)
    elif era in ("西元", "公元") or (not era and not found["before"] and year > 999):
        yield Day(year, month, day)
    elif found["before"]:
        if era:
            yield Day(ROC_OFFSET + 1 - year, month, day)
    elif era or 1 <= year < 200:
        yield Day(year + ROC_OFFSET, month, day)
