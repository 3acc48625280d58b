"""Long terms in parts, between which a line may break: a button cannot go over from one line to the next."""

from __future__ import annotations

import re

from portal.text.chinese_words import chinese_words

_WORD = re.compile(r"\S+\s?|\s")
"""A word with the space behind it."""

_WHOLE = {"zh": 6, "en": 22}
"""So many characters stay together; at 360 pixels a line has about 19 or 38."""

_PART = {"zh": 5, "en": 14}
"""Characters of a part of a longer term, unless one word has more."""


def parts_of(words: str, locale: str) -> list[str]:
    """The parts of a term, which together are the term again; one if it is short.

    >>> parts_of("adopt-a-sister-city scheme", "en")
    ['adopt-a-sister-city ', 'scheme']
    >>> parts_of("friendship exchange agreement", "en")
    ['friendship ', 'exchange ', 'agreement']
    """
    if len(words) <= _WHOLE[locale]:
        return [words]
    divided = list(chinese_words(words)) if locale == "zh" else _WORD.findall(words)
    parts = [divided[0]]
    for word in divided[1:]:
        if len((parts[-1] + word).rstrip()) <= _PART[locale]:
            parts[-1] += word
        else:
            parts.append(word)
    return parts
