"""A sentence that shows how a word is used, with its translation, and how much of it is shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from portal.pages.render.term_links import QUOTED
from portal.text.text_block import CODE

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from portal.model.terminology.term_finder import Term

Span = tuple[int, int]

IDEAL = 32
"""Chinese characters of a sentence that says enough and is read at once."""

LONGEST = 160
"""Chinese characters beyond which nothing is an example."""

SHOWN = {"zh": 64, "en": 200}
"""Characters of a sentence that are shown, by language; more of a word or a clause is never cut in two."""

_ENDS = {"zh": re.compile(r"[。！？][」』）]?$"), "en": re.compile(r"[.!?][”’)]?$")}
_BREAKS = {"zh": re.compile(r"[，、；：。]"), "en": re.compile(r"\s")}


class Side(NamedTuple):
    """One language of an example."""

    text: str
    places: tuple[Span, ...]
    """Where the concept is named, in characters."""


class Example(NamedTuple):
    """The same in both languages."""

    zh: Side
    en: Side
    rank: tuple[bool, int]
    """The lower, the better: a sentence before a paragraph, and one of a good length."""


def example_in(
    passage: tuple[str, str, bool], ours: Sequence[Term], theirs: Sequence[Term]
) -> Example | None:
    """The passage as an example, if it has whole sentences that name the concept in both languages as own words.

    None is one of which something is not shown as it is (``CODE``).
    """
    zh, en, is_sentence = passage
    sides = Side(zh, _own(zh, ours)), Side(en, _own(en, theirs))
    is_whole = bool(_ENDS["zh"].search(zh) and _ENDS["en"].search(en))
    if (
        CODE in zh + en
        or not is_whole
        or len(zh) > LONGEST
        or not all(side.places for side in sides)
    ):
        return None
    return Example(*sides, (not is_sentence, abs(len(zh) - IDEAL) // 8))


def _own(text: str, terms: Iterable[Term]) -> tuple[Span, ...]:
    """Where terms stand, unless it is in a quotation or a title."""
    quoted = [quote.span() for quote in QUOTED.finditer(text)] if terms else []
    return tuple(
        (term.start, term.end)
        for term in terms
        if not any(start < term.end and term.start < end for start, end in quoted)
    )


def pieces(side: Side, language: str) -> list[tuple[str, bool]]:
    """The text as it is shown, in pieces: of each whether it is the word in question. What is cut leaves ``…``."""
    text, places = side
    start, end = _window(text, places[0], language)
    found = [("…", False)] if start else []
    at = start
    for left, right in places:
        if start <= left and right <= end:
            found += [(text[at:left], False), (text[left:right], True)]
            at = right
    found += [(text[at:end], False), ("…" if end < len(text) else "", False)]
    return [piece for piece in found if piece[0]]


def _window(text: str, place: Span, language: str) -> Span:
    """The part of a text that is shown around a place: whole if it is short enough, else from break to break."""
    room = SHOWN[language]
    if len(text) <= room * 5 // 4:
        return 0, len(text)
    breaks = [0, *(found.end() for found in _BREAKS[language].finditer(text)), len(text)]
    start = max((at for at in breaks if at <= place[0] - room // 2), default=0)
    start = min((at for at in breaks if start <= at <= place[0]), default=0) if start else 0
    end = min((at for at in breaks if at >= start + room and at >= place[1]), default=len(text))
    return start, end
