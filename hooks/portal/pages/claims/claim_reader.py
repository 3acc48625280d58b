"""Finds sentences that plainly say how many of something a government or this portal has, without a date.

Whatever else is in such a sentence may change what it says: a place, a year, a condition, who says so. So only a
clause is taken that consists of the one who has it, a verb, numbers and what is counted, and nothing else; and only
where nothing before it in its paragraph, or in the heading above, may narrow it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.pages.claims.numbers_in_words import NUMBER, number_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

    from portal.text.text_block import Block

_END = {"zh": re.compile(r"[。！？!?\n]"), "en": re.compile(r"[.!?](?=\s|$)|\n")}
_CLAUSE = {"zh": re.compile("[；;]"), "en": re.compile(r";\s")}

_HAS = {
    "zh": (
        "(?:目前|現在|迄今|至今|總共|一共|合計|共|已|現)*"
        "(?:擁有|締結了?|參加了?|加入了?|收錄了?|列出了?|登錄了?|記錄了?|記載了?|有)"
        "(?:總共|一共|合計|共)?"
    ),
    "en": (
        " (?:now |currently |today )?"
        "(?:has joined|has|maintains|lists|records|covers|counts|contains|includes|belongs to|is a member of)"
        "(?: now| currently| a total of| altogether)?\\s"
    ),
}
_MEASURE = {"zh": "(?:個|座|筆|項|場|次|件|處)?", "en": r"\s"}
_AND = {"zh": "(?:、|與|和|及|以及)", "en": "(?:, and | and |, )"}

_NARROWS = {
    "zh": re.compile(
        r"[0-9〇一二三四五六七八九十元]年|[0-9]+[月日]|民國|當時|當年|去年|今年|曾|據|依|稱|說|指出|表示"
        r"|報導|公布|網頁|名單|例如|如果|若|假|其中|只|僅|[「『《：:]"
    ),
    "en": re.compile(
        r"\b(?:1[89]|20)[0-9]{2}\b|\b(?:according|says?|said|states?|stated|reports?|reported|claims?|page|list|"
        r"then|once|if|when|among|of these|only|for example|at the time|was|were|had)\b|[“:]",
        re.IGNORECASE,
    ),
}
"""What may narrow the clauses after it: a date, somebody who says so, a condition, a quotation, an example."""


_TIME = re.compile(r"[0-9]|[〇一二三四五六七八九十]年|民國")
"""What may be a time in a heading."""


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that is said to be that of something."""

    home: str
    """The government that is said to have it; empty for this portal."""
    thing: str
    number: int
    text: str
    """``23個姊妹市``."""
    start: int
    """Where that stands in the block."""


class ClaimReader:
    """Reads blocks of text in a locale."""

    def __init__(
        self,
        locale: str,
        subjects: Mapping[str, str],
        things: Mapping[str, str],
        places: Collection[str],
    ) -> None:
        """``subjects`` gives the government by its name, ``things`` what is counted by its word.

        What stands before a clause may narrow it, such as the name of one of the ``places``.
        """
        self._locale, self._subjects, self._things = locale, subjects, things
        self._places = places
        self._elsewhere: dict[str, bool] = {}
        number, measure = NUMBER[locale], _MEASURE[locale]
        item = f"(?:{number}){measure}(?:{_any_of(things)})"
        self._item = re.compile(f"(?P<number>{number}){measure}(?P<thing>{_any_of(things)})")
        whole = f"(?P<subject>{_any_of(subjects)}){_HAS[locale]}(?P<items>{item}(?:{_AND[locale]}{item})*)"
        self._clause = re.compile(whole)

    def claims(self, blocks: Iterable[Block]) -> Iterator[tuple[Block, Claim]]:
        """Each plain claim with the block in which it stands."""
        heading, lead = "", ""
        for block in blocks:
            text = block.words()
            if block.element == "Heading":
                heading = text
            elif block.element in ("Item", "Paragraph"):
                in_list = block.element == "Item" or block.is_in_item
                before = lead if in_list else ""
                lead = lead if in_list else text
                if not self._is_elsewhere(heading):
                    for claim in self._in_block(text, before):
                        yield block, claim

    def _in_block(self, text: str, before: str) -> Iterator[Claim]:
        start = 0
        for end in [*(found.start() for found in _END[self._locale].finditer(text)), len(text)]:
            if end > start and text[end : end + 1] not in ("？", "?"):
                for first, last in self._clauses(text, start, end):
                    found = self._clause.fullmatch(text, first, last)
                    if found and not self._is_narrowed(before + text[:first]):
                        yield from self._items(found)
            start = end + 1

    def _clauses(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where the clauses of a sentence begin and end, without the spaces around them."""
        cuts = [found.span() for found in _CLAUSE[self._locale].finditer(text, start, end)]
        for first, last in zip(
            [start, *(c[1] for c in cuts)], [*(c[0] for c in cuts), end], strict=True
        ):
            inner = text[first:last]
            yield first + len(inner) - len(inner.lstrip()), last - len(inner) + len(inner.rstrip())

    def _is_narrowed(self, before: str) -> bool:
        narrowed = _NARROWS[self._locale].search(before)
        return bool(narrowed) or any(place in before for place in self._places)

    def _is_elsewhere(self, text: str) -> bool:
        """Whether a text names a place or a time."""
        found = self._elsewhere.get(text)  # the same headings stand in many records
        if found is None:
            found = bool(_TIME.search(text)) or any(place in text for place in self._places)
            self._elsewhere[text] = found
        return found

    def _items(self, clause: re.Match[str]) -> Iterator[Claim]:
        for item in self._item.finditer(clause.string, *clause.span("items")):
            number = number_of(item["number"])
            if number is not None:
                home, thing = self._subjects[clause["subject"]], self._things[item["thing"]]
                yield Claim(home, thing, number, item[0], item.start())


def _any_of(words: Iterable[str]) -> str:
    """A pattern of words, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=len, reverse=True))) or "(?!)"
