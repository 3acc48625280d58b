"""Typography: quotation marks and dashes of English, and no space typed between Chinese and Latin letters or digits.

What a typewriter could not write is written as print sets it (The Chicago Manual of Style, 6.78, 6.115): ’ “ ” for
straight quotes, an en dash between the ends of a range. The gap between Chinese and Latin letters belongs to the
style of a page (CSS Text 4, ``text-autospace``), since a typed space is one or is none in feeds and tables alike.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import regex

from portal.text.fault import Fault
from portal.text.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_STRAIGHT = late_pattern(r"[\"']")
_OPENING, _CLOSING = {'"': "“", "'": "‘"}, {'"': "”", "'": "’"}
_WORD, _WORD_BEFORE = late_pattern(r"\S*"), late_pattern(r"(?r)\S*")
_NEAR = late_pattern(r"[\p{Latin}\p{Nd}.+-]+|\S{0,2}")
_NEAR_BEFORE = (late_pattern(r"(?r)[\p{Latin}\p{Nd}.+-]*"), late_pattern(r"(?r)\S{0,2}"))
_OPENS = late_pattern(r"[\s(\[{“‘/—–-]")
"""What an opening quotation mark follows."""

_ENDS = late_pattern(r"(?<=\S)'(?!\w)")
"""Straight single quotes that may close a quotation."""

_SHORTENED = late_pattern(r"'(?:\d0s|n'|n’|tis\b|twas\b)", regex.IGNORECASE)
"""What an apostrophe begins: '90s, rock 'n' roll."""

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_YEAR = r"(?:1[5-9]|20)\d\d"
_RANGE = late_pattern(
    rf"(?<![\w:/.-])(?:{_YEAR}(?<dash> ?- ?)(?:{_YEAR}|1[3-9]|[2-9]\d)|[0-2]?\d:[0-5]\d(?<dash>-)[0-2]?\d:[0-5]\d"
    rf"|[0-3]?\d(?<dash>-)[0-3]?\d(?= {_MONTH})|(?<={_MONTH}\.? )[0-3]?\d(?<dash>-)[0-3]?\d"
    r"|(?<=\b(?i:pp\.|pages|nos\.|chapters|articles|sections|tables) )\d+(?<dash>-)\d+)(?![\w/-]|\.\d)"
)
"""Years, hours, days of a month, and numbers of pages with a hyphen between; never a month (2014-07) or a telephone."""

_DASH = late_pattern(
    r"(?<=[\w.,;)’”!?%]) (?<dash>--?) (?!(?<=\d --? )\d)(?=[\w(“‘])|(?<=\w)(?<dash>---?)(?=\w)"
)
"""Hyphens where a dash stands: between spaces, or doubled."""

_TAG = r"#[\p{L}\p{N}_]*"
_POSTAL_CODE = r"(?<!\p{Nd})\p{Nd}{3}(?:\p{Nd}{2,3})?(?= *\p{Han}{2}[市縣])"
_LONG_NUMBER = late_pattern(r"[0-9][0-9 -]{4,}[0-9]")
"""One that may be somebody's, of which a report shows no more than the beginning."""

_SPACED = late_pattern(
    r"(?<=\p{Han})[ \n]+(?=[\p{Latin}\p{Nd}]|{(?![{%#]))(?!\p{Nd}{1,2}[.)](?!\p{Nd}))"
    rf"|(?<=[\p{{Latin}}\p{{Nd}}]|(?<![}}%#])}})(?<!{_TAG}|{_POSTAL_CODE})[ \n]+(?=\p{{Han}})"
)
"""A space between Chinese and Latin letters, digits or a gap for a value.

One before the 2. of a list, or after a tag or a postal code, parts something else.
"""

_ADDRESS = late_pattern(r"https?://[^\s<>）)」，。、；]+|[\w.+-]+@[\w.-]+\w")
_APART = "○"
"""Stands for a character of an address, which a space may part from the text around it."""

_FORMULA = late_pattern(r"\s[=*+×÷/]\s")
"""In a formula, a hyphen between spaces is a minus."""

_SUSPECT = late_pattern(r"[\"']|\d-\d|\w[.,;)’”!?%]? ?--? ?\w")


class Change(NamedTuple):
    """What should stand instead of some characters."""

    start: int
    end: int
    text: str


def english_typography(text: str) -> Iterator[Fault]:
    """Straight quotation marks and apostrophes, and hyphens for dashes; each told once with all that the text has."""
    if not ("-" in text or "'" in text or '"' in text) or not _SUSPECT.search(text):
        return
    curled = [Change(at, at + 1, new) for at, new in _curled(text) if new != text[at]]
    yield from _told("straight-quotes", text, curled, _words)
    dashed = [
        Change(*found.span(), " – " if " " in found[0] else found[0].replace(found["dash"], "–"))
        for pattern in ((_RANGE,) if _FORMULA.search(text) else (_RANGE, _DASH))
        for found in pattern.finditer(text)
    ]
    yield from _told("hyphen-for-dash", text, dashed, _words)


def curled(text: str) -> str:
    r"""An English text with the quotation marks of print.

    >>> curled("the city's \"key\"")
    'the city’s “key”'
    """
    signs = dict(_curled(text))
    return "".join(signs.get(at, sign) for at, sign in enumerate(text))


def chinese_typography(text: str) -> Iterator[Fault]:
    """Spaces between Chinese and Latin letters or digits; told once with all that the text has."""
    if not _SPACED.search(text):
        return
    masked = text
    if "://" in text or "@" in text:
        masked = _ADDRESS.sub(lambda found: _APART * len(found[0]), text)
    spaces = [Change(*found.span(), "") for found in _SPACED.finditer(masked)]
    shown = _LONG_NUMBER.sub(lambda found: found[0][:2] + "*" * (len(found[0]) - 2), text)
    yield from _told("typed-space", shown, spaces, _nearby)


def _told(
    code: str, text: str, changes: list[Change], window: Callable[[str, Change], tuple[int, int]]
) -> Iterator[Fault]:
    """One fault for all changes, with the pieces of the text in which they are, before and after."""
    pieces: list[tuple[int, int, list[Change]]] = []
    for change in sorted(changes):
        start, end = window(text, change)
        if pieces and start <= pieces[-1][1] + 1:
            start, before, inside = pieces.pop()
            inside.append(change)
            pieces.append((start, max(before, end), inside))
        else:
            pieces.append((start, end, [change]))
    if pieces:
        found = dict.fromkeys(text[start:end] for start, end, _ in pieces)
        cures = dict.fromkeys(_changed(text, *piece) for piece in pieces)
        yield Fault(
            code, min(changes).start, " … ".join(found).replace("\n", " "), " … ".join(cures)
        )


def _changed(text: str, start: int, end: int, changes: list[Change]) -> str:
    parts = []
    for change in changes:
        parts += [text[start : change.start], change.text]
        start = change.end
    return "".join([*parts, text[start:end]])


def _words(text: str, change: Change) -> tuple[int, int]:
    """Where the words begin and end that a change touches."""
    return _start_of(_WORD_BEFORE, text, change.start), _end_of(_WORD, text, change.end)


def _nearby(text: str, change: Change) -> tuple[int, int]:
    """Where the Latin word or the two Chinese characters begin and end on the sides of a change."""
    start = min(_start_of(pattern, text, change.start) for pattern in _NEAR_BEFORE)
    return start, _end_of(_NEAR, text, change.end)


def _start_of(pattern: regex.Pattern[str], text: str, end: int) -> int:
    """Where what ends there begins, by a pattern that reads backwards and may match nothing."""
    found = pattern.match(text, 0, end)
    assert found
    return found.start()


def _end_of(pattern: regex.Pattern[str], text: str, start: int) -> int:
    found = pattern.match(text, start)
    assert found
    return found.end()


def _curled(text: str) -> Iterator[tuple[int, str]]:
    """Where straight marks stand, and each as print sets it; those of feet, inches and minutes stay as they are."""
    is_open = {"'": False, '"': False}
    last_end = max((found.start() for found in _ENDS.finditer(text)), default=-1)
    for mark in _STRAIGHT.finditer(text):
        sign, at = mark[0], mark.start()
        before, next_one = text[max(0, at - 1) : at], text[at + 1 : at + 2]
        if before.isdigit() and not is_open[sign] and not next_one.islower():
            yield at, sign
        elif (
            (not before or _OPENS.match(before))
            and next_one.strip()
            and not _is_apostrophe(text, at, last_end)
        ):
            is_open[sign] = True
            yield at, _OPENING[sign]
        else:
            is_open[sign] &= sign == "'" and next_one.isalpha()
            yield at, _CLOSING[sign]


def _is_apostrophe(text: str, at: int, last_end: int) -> bool:
    """Whether a single quote before a word is no quotation mark, since none closes it."""
    return text[at] == "'" and (_SHORTENED.match(text, at) is not None or last_end <= at)
