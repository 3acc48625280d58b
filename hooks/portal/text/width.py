"""How wide text is where all letters take one or two columns."""

from __future__ import annotations

from unicodedata import east_asian_width


def wide(text: str) -> int:
    """The columns that a text takes: two for each Chinese character (Unicode, UAX 11).

    >>> wide("高雄 Kaohsiung")
    14
    """
    return sum(1 + (east_asian_width(letter) in "WF") for letter in text)
