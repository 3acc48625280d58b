"""Where the sentences of a paragraph end, as readers see it."""

from __future__ import annotations

import re

_END_ZH = re.compile(r"[。！？][」』）]?(?![。！？」』）])")
_END_EN = re.compile(r"[.!?][”’)]?(?=\s+[“‘(]?[A-Z0-9])")
"""The end of a sentence. Each begins with a character, which is sooner found than what lies behind a place."""

_SHORT = re.compile(
    r"(?:^|[\s(“‘])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Mt|No|Nos|vol|pp?|Co|Inc|Ltd|vs|approx|Jr|Sr|[A-Z]\.[A-Z]|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.$"
)
"""A point that ends no sentence, but shortens a word."""

_TAIL = 12
"""More characters than any shortened word has, with what stands before it."""


def sentences(paragraph: str, language: str) -> list[str]:
    """The sentences of a paragraph in ``zh`` or ``en``, without spaces around them.

    >>> sentences("Dr. Wu signed. “Yes.” It was No. 3.", "en")
    ['Dr. Wu signed.', '“Yes.”', 'It was No. 3.']
    >>> sentences("他說：「好。」然後離開。", "zh")
    ['他說：「好。」', '然後離開。']
    """
    return [paragraph[start:end].strip() for start, end in sentence_spans(paragraph, language)]


def sentence_spans(paragraph: str, language: str) -> list[tuple[int, int]]:
    """Where they begin and end; spaces before one belong to it."""
    end = _END_ZH if language == "zh" else _END_EN
    found: list[tuple[int, int]] = []
    at = 0
    for stop in (*(one.end() for one in end.finditer(paragraph)), len(paragraph)):
        is_shortened = language == "en" and _SHORT.search(paragraph[max(at, stop - _TAIL) : stop])
        if not is_shortened or stop == len(paragraph):
            if paragraph[at:stop].strip():
                found.append((at, stop))
            at = stop
    return found
