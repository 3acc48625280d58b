"""The names under which records, places and lists are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import regex

from portal.model.values.names import Names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.records.home import Home
    from portal.model.values.words import Text
    from portal.pages.render.view import View

_BETWEEN = regex.compile(r"\s*[、,，;；]\s*")


def every_name(names: Names | Text) -> Iterator[str]:
    """The names in every language."""
    yield from (names.zh, names.en)
    if isinstance(names, Names):
        yield from (name for _, name in names.local)


def worded(view: View, key: str) -> list[str]:
    """What people type who want what the label ``search.words.…`` is about, in both languages."""
    label = view.catalog.labels.get(f"search.words.{key}")
    if label is None:
        return []
    words = [word for text in (label.zh, label.en) for word in _BETWEEN.split(text)]
    return list(dict.fromkeys(filter(None, words)))


def names_of_home(home: Home) -> list[str]:
    """What people call a government."""
    names = [*every_name(home.name), *home.aliases]
    if home.full_name:
        names += every_name(home.full_name)
    return list(dict.fromkeys(names))


def joined_names(names: Iterable[str], words: Iterable[str]) -> list[str]:
    """A name with a word, in either order: 高雄姊妹市, *sister cities Kaohsiung*."""
    words = list(words)
    return [
        text for name in names for word in words for text in (f"{name} {word}", f"{word} {name}")
    ]
