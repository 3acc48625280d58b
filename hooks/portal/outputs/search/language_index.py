"""The search index of one language, brought up to date: only what a changed document touches is made again."""

from __future__ import annotations

import json
import zlib
from array import array
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from portal.data.store import digest
from portal.outputs.search.search_pieces import (
    ID_DIGITS,
    WEIGHT_BITS,
    base36,
    decode,
    document_ids,
    encode,
    packed,
    pieces,
)
from portal.outputs.search.search_postings import joined, parted, postings
from portal.outputs.search.search_spellings import spellings
from portal.outputs.search.search_vocabulary import vocabularies
from portal.outputs.search.search_words import name_word
from portal.resources import THEME
from portal.text.wide_folding import fold_widely, forms_of

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

    from portal.outputs.search.search_document import SearchDocument

QUERIES = THEME / "assets" / "search-query.js"
"""Its words of questions are folded as those of readers are."""

NAME_DIGITS = 8
"""Of the digest that a piece is called by."""

_WEIGHT = 2**WEIGHT_BITS - 1
"""The bits of a document's value that are its weight."""

FACETS = ("kind", "home", "country", "year", "status")


@dataclass(slots=True)
class LanguageIndex:
    """All that the index of a language consists of; kept for the next build."""

    known: dict[str, tuple[int, bytes, bytes]] = field(default_factory=dict)
    """By address: the number of the document, its digest, and its words, packed."""
    details: dict[str, bytes] = field(default_factory=dict)
    """By address: what a result shows, as its file."""
    words: dict[str, str] = field(default_factory=dict)
    """The documents of each word, as a piece lists them."""
    pieces: dict[str, bytes] = field(default_factory=dict)
    """Files by their names."""
    facets: dict[str, str] = field(default_factory=dict)
    """By address: a line of the file of facets, without the number."""
    spelled: dict[str, dict[str, str]] = field(default_factory=dict)
    """By address: how its whole names are written."""

    def update(
        self, documents: Iterable[SearchDocument], shown: int, unchanged: Collection[str] = ()
    ) -> None:
        """Make it the index of these, and of those at the addresses ``unchanged``, which are as they were.

        A result shows so many characters of a text.
        """
        by_path = {document.path: document for document in documents}
        ids = document_ids(iter(by_path.keys() | set(unchanged)))
        changes = _Changes()
        for path in [path for path in self.known if path not in ids]:
            self._remove(path, changes)
        for path in ids.keys() - by_path.keys():
            self._renumber(path, ids[path], changes)
        for path, document in by_path.items():
            own = digest(repr(document).encode())
            if path in self.known:
                if self.known[path][:2] == (ids[path], own):
                    continue
                self._remove(path, changes)
            made = postings(document)
            self.known[path] = ids[path], own, zlib.compress(joined(made).encode())
            self.details[path] = packed(_details(document, shown))
            self.facets[path] = _facets(document)
            self.spelled[path] = spellings(document)
            changes.add(ids[path], made)
        self._apply(changes)

    def _remove(self, path: str, changes: _Changes) -> None:
        number, _, made = self.known.pop(path)
        del self.details[path], self.facets[path], self.spelled[path]
        changes.remove(number, dict(parted(zlib.decompress(made).decode())))

    def _renumber(self, path: str, number: int, changes: _Changes) -> None:
        """Give a document that is as it was its number, which another may have had."""
        before, own, made = self.known[path]
        if number != before:
            words = dict(parted(zlib.decompress(made).decode()))
            changes.remove(before, words)
            changes.add(number, words)
            self.known[path] = number, own, made

    def _apply(self, changes: _Changes) -> None:
        for word, new in changes.words():
            values = array("Q", (v for v in decode(self.words.get(word, "")) if v not in new.gone))
            values.extend(new.come)
            if values:
                self.words[word] = encode(values)
            else:
                self.words.pop(word, None)

    def files(self, same: str = "", ties: str = "") -> dict[str, bytes]:
        """The files by their path below the folder of the language.

        ``same`` are groups of words that mean the same: ``姊妹市＝姉妹都市；agreement＝treaty``; ``ties`` are words for
        ties of any kind: ``姊妹市、友好城市``.
        """
        before, self.pieces = self.pieces, {}
        starts, names = [], []
        for first, text in pieces(self.words):
            name = _name(text)
            self.pieces[f"words/{name}.piece"] = before.get(f"words/{name}.piece") or packed(text)
            starts.append(first)
            names.append(name)
        facets = "\n".join(self._facet_lines())
        single = {"facets": _name(facets)}
        texts = {f"facets/{single['facets']}.piece": facets}
        for script, (whole, parts) in vocabularies(self.words, self._writing()).items():
            single[script] = _name("\0".join((whole, *parts)))
            texts[f"names/{single[script]}.piece"] = whole
            for number, part in enumerate(parts):
                texts[f"names/{single[script]}-{base36(number, 1)}.piece"] = part
        for path, text in texts.items():
            self.pieces[path] = before.get(path) or packed(text)
        list_of_pieces = {
            "documents": len(self.known),
            "starts": " ".join(starts),
            "names": "".join(names),
            "forms": forms_of(
                [*self.words, fold_widely(same + ties), QUERIES.read_text(encoding="utf-8")]
            ),
            "same": same,
            "ties": ties,
            **single,
        }
        made = {"directory.piece": packed(json.dumps(list_of_pieces, ensure_ascii=False))}
        for path, content in self.details.items():
            made[f"documents/{base36(self.known[path][0], ID_DIGITS)}.piece"] = content
        return made | self.pieces

    def _writing(self) -> Callable[[str], tuple[str, bool]]:
        """How the word of a whole name is written by the likeliest page, and whether that folds into it again."""
        paths = {number: path for path, (number, *_) in self.known.items()}

        def written(word: str) -> tuple[str, bool]:
            likeliest = min(decode(self.words[word]), key=lambda value: value & _WEIGHT)
            shown = self.spelled[paths[likeliest >> WEIGHT_BITS]][word]
            return shown, name_word(shown) == word

        return written

    def _facet_lines(self) -> Iterator[str]:
        yield " ".join(("id", *FACETS))
        for number, path in sorted((known[0], path) for path, known in self.known.items()):
            yield f"{base36(number, ID_DIGITS)} {self.facets[path]}"


@dataclass(slots=True)
class _Change:
    gone: set[int] = field(default_factory=set)
    come: array[int] = field(default_factory=lambda: array("Q"))


class _Changes:
    """What documents that came and went change about their words."""

    def __init__(self) -> None:
        self._words: dict[str, _Change] = {}

    def add(self, number: int, made: Mapping[str, str]) -> None:
        for word, weight in made.items():
            self._words.setdefault(word, _Change()).come.append(_value(number, weight))

    def remove(self, number: int, made: Mapping[str, str]) -> None:
        for word, weight in made.items():
            self._words.setdefault(word, _Change()).gone.add(_value(number, weight))

    def words(self) -> Iterable[tuple[str, _Change]]:
        return self._words.items()


def _value(number: int, weight: str) -> int:
    return number << WEIGHT_BITS | ord(weight) - 65


def _name(text: str) -> str:
    return digest(text.encode()).hex()[:NAME_DIGITS]


def _facets(document: SearchDocument) -> str:
    values = (
        [document.kind],
        document.homes,
        document.countries,
        [document.year],
        document.statuses,
    )
    return " ".join(",".join(filter(None, some)) or "-" for some in values)


def _details(document: SearchDocument, limit: int) -> str:
    """What a result shows."""
    text = document.text
    room = limit - len(text)
    ends = accumulate(map(len, document.fragments))
    more = [part for part, end in zip(document.fragments, ends, strict=True) if end <= room]
    shown = {
        "path": document.path,
        "kind": document.kind,
        "title": document.title,
        "names": document.shown_names,
        "homes": document.homes,
        "countries": document.countries,
        "date": document.date,
        "text": f"{text[:limit]}…" if len(text) > limit else text,
        "more": more,
    }
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))
