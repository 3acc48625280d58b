"""Where a line of Chinese may break: between words, for headings, titles and the heads of tables.

``word-break: auto-phrase`` of browsers knows Japanese only, so the places are marked with ``<wbr>``, and the style
sheet forbids all others (``keep-all``). Words are found by jieba in the Simplified form of a text, which has as many
characters; names of records are kept whole.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from portal.text.chinese_words import chinese_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.model.catalog.catalog import Catalog

_HAN = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]")
_LONG = re.compile(r"[\u3400-\u4dbf\u4e00-\u9fff]{4}")
"""Han characters in a row, of which fewer need no place to break."""

_CLOSING = "，。、；：？！）」』》〉】％%…—–-~～·’”/"
_BRACKETS = "）」』》〉】"
_PARTICLES = "的之等與及和或"
_OPENING = "（「『《〈【‘“$"
_AHEAD = "從向於在為以到至由對將被把赴訪獲辦第各該其本此每某"
"""Single words that belong to what follows."""

_OF_DATES = "年月"

_TAIL = "市縣州省府國區郡町村里團會"
"""Single characters that make a name of a place or a body longer; without it, texts use the name too."""

_SHORTEST = 2
"""Characters of a name."""

WORDS = (
    "姊妹市", "友誼市", "友好城市", "夥伴城市", "姊妹市關係", "合作備忘錄", "備忘錄", "意向書", "協定書", "協議書",
    "出國報告", "城市外交", "國際事務", "地方政府", "市政府", "縣政府", "議會", "市議會", "縣議會", "訪問團", "代表團",
    "聯絡網", "高峰會", "論壇", "年會", "研討會", "博覽會", "世界大會", "副市長", "市長", "縣長", "知事", "副知事",
    "秘書長", "委員會", "不計入", "新南向", "氣候變遷", "永續發展", "淨零", "往來", "參與", "待查證",
)  # fmt: skip
"""Words of the field that a general dictionary takes apart."""


def names_in(catalog: Catalog) -> Iterator[str]:
    """The Chinese names of places, governments, offices and bodies, with the other names that they have."""
    for kind in ("homes", "cities", "organizations", "countries"):
        records: Iterable[Any] = catalog.of(kind).values()
        for record in records:
            yield record.name.zh
            yield from (words for words in getattr(record, "aliases", ()) if _HAN.search(words))
    for home in catalog.homes.values():
        yield home.full_name.zh
        yield from (unit.name.zh for unit in home.units)


class WordBreaks:
    """Finds the words of Chinese texts, with the names of one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        self._catalog = catalog
        self._known: dict[str, Markup] = {}

    @cached_property
    def _names(self) -> dict[str, list[str]]:
        """The names by their first two characters, the longest first."""
        found = {*WORDS, *filter(_HAN.search, names_in(self._catalog))}
        found |= {name[:-1] for name in found if name[-1] in _TAIL}
        by_start: dict[str, list[str]] = {}
        for name in sorted(found, key=lambda name: (-len(name), name)):
            if len(name) >= _SHORTEST:
                by_start.setdefault(name[:2], []).append(name)
        return by_start

    def mark(self, text: str) -> Markup:
        """The text as HTML, with ``<wbr>`` where a line may break between words."""
        found = self._known.get(text)
        if found is None:
            pieces = self.split(text) if _LONG.search(text) else [text]
            found = self._known[text] = Markup("<wbr>").join(pieces)
        return found

    def split(self, text: str) -> list[str]:
        """The text in pieces that a line keeps whole."""
        pieces: list[str] = []
        before = ""
        for word in self._words(text):
            if before and _stay_together(before, word):
                pieces[-1] += word
            else:
                pieces.append(word)
            before = word
        return pieces

    def names_of(self, text: str) -> list[str]:
        """The names in a text, in order: all that its words depend on besides the text itself."""
        return [name for _, name in self._find(text)]

    def _find(self, text: str) -> Iterator[tuple[int, str]]:
        """The names in a text, each with where it begins: from the left, the longest first."""
        at = 0
        while at < len(text):
            names = self._names.get(text[at : at + 2], ())
            name = next((name for name in names if text.startswith(name, at)), "")
            if name:
                yield at, name
            at += len(name) or 1

    def _words(self, text: str) -> Iterator[str]:
        """The words of a text, in order: the names, and what the dictionary finds between them."""
        start = 0
        for at, name in self._find(text):
            yield from chinese_words(text[start:at])
            yield name
            start = at + len(name)
        yield from chinese_words(text[start:])


def _stay_together(before: str, word: str) -> bool:
    """Whether no line may end between two words that follow each other."""
    last, first = before[-1], word[0]
    if first in _CLOSING or last in _OPENING:
        return True
    if last in _CLOSING:
        return last in _BRACKETS and word in _PARTICLES
    if not _HAN.match(first):  # browsers break at spaces themselves; a date stays whole
        return not _HAN.match(last) or first.isspace() or before in _AHEAD or last in _OF_DATES
    if not _HAN.match(last):
        return last.isspace() or len(word) == 1
    return before in _AHEAD or (len(word) == 1 and word not in _AHEAD)
