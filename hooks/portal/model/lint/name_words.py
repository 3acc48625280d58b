"""Names in English texts, and the words by which they are told from others: of *Department of Health* the last."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Set

    from portal.model.terminology.term_entry import TermEntry

_FIRST = "The|A|An|In|At|On|This|That|Our|Its|From|With|During|After|Before|As|When|While"
"""Words with which a sentence begins."""

_CAPITAL = rf"(?!(?:{_FIRST})\b)[A-Z](?:[\w-]|’(?!s\b))*"
_SORT = r"(?:Bureau|Department|Section|Division|Office|Center|Secretariat|Institute|Administration)"
_NEXT = r"(?:, and |, | and | & | )"
_OFFICE = re.compile(
    rf"(?:{_CAPITAL}{_NEXT})+{_SORT}\b|\b{_SORT} (?:of|for) {_CAPITAL}(?:{_NEXT}{_CAPITAL})*"
)
"""What English calls an office, whatever it deals with."""

_NAME = re.compile(rf"{_CAPITAL}(?: (?:(?:of|for|and|the|on|in|&) ){{0,2}}{_CAPITAL})+")
"""Words with capitals, and the small ones between."""

_WORD = re.compile(r"[^\W\d_]{4,}|UN\b")
_SORTS = re.compile(rf"{_SORT}$")
_ANY_SORT = re.compile(rf"\b{_SORT}\b")
_STEM, _SHORTEST = 5, 4
"""Letters that words of one root share, and those of the shortest: culture and cultural, expo and exposition."""

_OTHER_WORDS = 1
"""Words that a wrong name may have besides."""


_ALIKE = {
    "Bureau": 1, "Department": 1, "Administration": 1, "Section": 2, "Division": 2, "Secretariat": 3, "Office": 3,
    "Center": 4, "Institute": 5,
}  # fmt: skip
"""Sorts of offices that are taken for one another, by a number."""


def are_of_a_sort(one: str, other: str) -> bool:
    """Whether two offices are of sorts that may be taken for one another; so is one whose name tells none."""
    sorts = [{_ALIKE[found] for found in _ANY_SORT.findall(name)} for name in (one, other)]
    return not all(sorts) or not sorts[0].isdisjoint(sorts[1])


def offices_in(text: str) -> Iterator[tuple[int, str]]:
    """What a text calls offices, each with where it stands."""
    return ((found.start(), found[0]) for found in _OFFICE.finditer(text))


def names_in(text: str) -> Iterator[tuple[int, str]]:
    """What a text calls by names of two words or more."""
    return (
        (found.start(), found[0])
        for found in _NAME.finditer(text)
        if not text.endswith("’s ", 0, found.start())
    )


def likeness(entry: TermEntry, written: str) -> tuple[float, int]:
    """The share of the telling words of one of its names that others have too, and how many; 0 if those tell more."""
    words = _telling(written)
    found = [(0.0, 0)]
    for term in entry.words("en"):
        own = _telling(term.text)
        common = sum(any(_are_alike(one, other) for other in words) for one in own)
        if own and len(words) - common <= _OTHER_WORDS:
            found.append((common / len(own), common))
    return max(found)


def _telling(name: str) -> Set[str]:
    """The stems of the words that tell a name from others."""
    words = _WORD.findall(name.replace("United Nations", "UN"))
    return {word.lower()[:_STEM] for word in words if not _SORTS.match(word)}


def _are_alike(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _SHORTEST and long.startswith(short))
