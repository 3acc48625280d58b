"""Under which words a document is found, and how much it has to do with each."""

from __future__ import annotations

from collections import Counter, defaultdict
from string import ascii_uppercase
from typing import TYPE_CHECKING

from portal.outputs.search.search_dates import date_words, dates_in_text
from portal.outputs.search.search_facets import ABOUT, facets
from portal.outputs.search.search_words import NAME, name_word, place_names, spaced, words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.outputs.search.search_document import SearchDocument

PHRASE = ":"
"""Begins the word of what somebody may ask for who wants this page, and which is no name of it."""

INSTEAD = "=="
"""Stands between a name and another that is used of the same thing."""

PLACES = ("homes", "cities")
"""Kinds of records whose names may be told without their level."""

WEIGHTS = ascii_uppercase
"""A weight is a letter: A is the least that a word can have.

Of a whole name, the kind of what is called so: A and B are the first kind of the facet, A by its title, B by another
name. So 臺北 is 臺北市 before what once was 臺北縣.
"""

_STEP = 1.4
"""Letters for each point."""

TYPICAL = 150
"""Words of a text of middle length."""


def postings(document: SearchDocument) -> dict[str, str]:
    """The weight of each word."""
    asked = dict.fromkeys(
        map(_phrase, (*document.phrases, *document.whole_phrases)),
        _ranked(document, 0),
    )
    return asked if document.is_only_asked_for else _told(document) | asked


def _told(document: SearchDocument) -> dict[str, str]:
    """The weight of each word that it tells."""
    found: defaultdict[str, float] = defaultdict(float)
    title = list(dict.fromkeys(words(document.title)))
    for word in title:
        found[word] += 6 + 6 / len(title)
    for word in {word for name in document.names for word in words(name)}:
        found[word] += 4
    for word in {word for phrase in document.phrases for word in words(phrase)}:
        found[word] += 5
    text = Counter(words("\n".join((document.text, *document.fragments))))
    if document.kind != ABOUT:  # which tells days on which somebody looked something up
        text.update(dates_in_text(document.text))
    length = 0.5 + text.total() / TYPICAL / 2
    for word, times in text.items():
        found[word] += 3 * times / (times + length)
    for word in {*words(document.words), *document.dates}:
        found[word] += 1
    for word in set(words(document.kind_name)):
        found[word] += 6
    for word in _own_date(document.date[0]):
        found[word] += 5
    made = {word: WEIGHTS[min(25, round(_STEP * points))] for word, points in found.items()}
    titled, named = (_ranked(document, by_name) for by_name in (0, 1))
    for texts, weight in ((document.names, named), ([document.title], titled)):
        for word in _whole(document, texts):
            made |= {word: weight, _beside(word): weight}
    return made | dict.fromkeys(_instead(document), WEIGHTS[0])


def _ranked(document: SearchDocument, by_name: int) -> str:
    """Of a whole name the letter that stands for its kind."""
    return WEIGHTS[min(25, 2 * _ORDER.get(document.kind, 25) + by_name)]


_ORDER = {kind: number for number, kind in enumerate(facets())}


def _own_date(iso: str) -> Iterator[str]:
    """The words of the day, the month or the year of a record, of which its texts tell the least."""
    if iso:
        yield from date_words(*map(int, iso[:10].split("-")))


def _whole(document: SearchDocument, names: Iterable[str]) -> Iterator[str]:
    is_place = document.kind in PLACES
    for name in names:
        yield from map(name_word, place_names(name) if is_place else [name])


def _beside(whole: str) -> str:
    """The same name once more, where the words lie that it begins with: one piece answers for both."""
    return whole.removeprefix(NAME) + NAME


def _instead(document: SearchDocument) -> Iterator[str]:
    """Of each other name the one that texts use, beside it: 漢城==首爾. Who types one wants what tells the other."""
    if not document.called:
        return
    whole = list(_whole(document, [document.called]))[-1].removeprefix(NAME)
    used = spaced(document.called, is_place=document.kind in PLACES)
    for other in _whole(document, document.names):
        name = other.removeprefix(NAME)
        if whole not in name:
            yield f"{name}{INSTEAD}{used}"


def _phrase(phrase: str) -> str:
    return PHRASE + name_word(phrase).removeprefix(NAME)


def joined(made: dict[str, str]) -> str:
    """The words and their weights as one text."""
    return "\n".join(f"{word} {weight}" for word, weight in sorted(made.items()))


def parted(text: str) -> Iterable[tuple[str, str]]:
    """The words and weights of such a text."""
    for line in filter(None, text.split("\n")):
        word, _, weight = line.partition(" ")
        yield word, weight
