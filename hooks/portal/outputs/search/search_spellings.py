"""How the names of a page are written: who mistyped one is told what was looked for, as readers know it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.outputs.search.search_postings import PLACES
from portal.outputs.search.search_words import name_word, place_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.outputs.search.search_document import SearchDocument


def spellings(document: SearchDocument) -> dict[str, str]:
    """By the word of a whole name how its page writes it.

    Of a name that the page does not show, such as a Simplified one, the title stands here.
    """
    if document.is_only_asked_for:
        return {}
    is_place = document.kind in PLACES
    found: dict[str, str] = {}
    for name in (document.title, *(name for _, name in document.shown_names)):
        for word, written in _forms(name, is_place=is_place):
            found.setdefault(word, written)
    for name in document.names:
        for word, _ in _forms(name, is_place=is_place):
            found.setdefault(word, document.title)
    return found


def _forms(name: str, *, is_place: bool) -> Iterator[tuple[str, str]]:
    """The words of a name, and of the same without the level of a place, each with that part of it."""
    yield name_word(name), name
    if not is_place:
        return
    folded, *shorter = place_names(name)
    for short in shorter:
        if len(folded) != len(name):  # a letter became two: where the part ends is not known
            yield name_word(short), name
        elif folded.startswith(short):
            yield name_word(short), name[: len(short)]
        else:
            yield name_word(short), name[-len(short) :]
