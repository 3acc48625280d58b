"""The first sentence of a text, which stands for it where many are listed."""

from __future__ import annotations

import re

_SENTENCE = {
    "zh": re.compile(r".+?[。！？](?!」)"),
    "en": re.compile(r".+?[.!?][”’\")]*(?=\s+[A-Z“‘(0-9]|$)"),
}
_ABBREVIATION = re.compile(r"(?:\b[A-Z]|\b(?:St|Mt|Dr|Mr|Ms|Mrs|No|vs|Ft|Jr|Sr))\.$")


def first_sentence(text: str, locale: str) -> str:
    """The first sentence of plain text, on one line; after the point of an abbreviation it goes on.

    >>> first_sentence("The mayor of St. Louis came. He left.", "en")
    'The mayor of St. Louis came.'
    """
    text = " ".join(text.split())
    end = 0
    for found in _SENTENCE[locale].finditer(text):
        end = found.end()
        if locale == "zh" or not _ABBREVIATION.search(text[:end]):
            break
    return text[:end] or text
