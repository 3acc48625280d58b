"""The texts in which concepts are used: those of a record, and that of a written page with its translation."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from portal.model.records.city import City
from portal.model.values.names import Names
from portal.model.values.walk import walk
from portal.model.values.words import Text
from portal.outputs.terminology.text_pairs import one_line, paired_paragraphs, pairs_in, pairs_of
from portal.pages.writing.page_passages import shown_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from portal.model.records.record import Record
    from portal.outputs.terminology.text_pairs import Paragraphs
    from portal.pages.writing.written_page import WrittenPage

Passage = tuple[str, str, bool]
"""Chinese, English, and whether each is one sentence; one of both may be empty."""

_LEFT_ALONE = re.compile(r"\[([^\[\]]+)\]\(#\)")
"""Words that an editor lets nothing explain, because they mean something else."""

_APART = frozenset(("terms", "name"))
"""Parts of records that are no texts: words for them, which the term base has."""


class UsingText(NamedTuple):
    """A text in both languages."""

    owner: str
    """Of the tie that it is about, if it is about one."""
    sides: tuple[str, str]
    """All of it in Chinese and in English, in which at least the words stand that its passages have."""
    alone: tuple[list[str], list[str]]
    """Words in each that are left alone."""
    passages: Callable[[], list[Passage]]
    """Returns its pairs, or the paragraphs of both languages by themselves if it has no pairs."""


def texts_of_record(record: Record) -> Iterator[UsingText]:
    """The texts of a record, each by itself."""
    for loc, part in walk(record):
        if isinstance(part, Text) and not isinstance(part, Names) and _APART.isdisjoint(loc):
            owner = ""
            if isinstance(record, City) and loc[0] == "partnerships":
                tie = record.partnerships[int(loc[1])]
                owner = tie.unit or tie.home
            zh, en = (_LEFT_ALONE.findall(t) if "](#)" in t else [] for t in (part.zh, part.en))
            yield UsingText(owner, (part.zh, part.en), (zh, en), partial(_of_text, part))


def texts_of_page(zh: WrittenPage, en: WrittenPage) -> Iterator[UsingText]:
    """The text of a written page."""
    ours, theirs = _lines(zh), _lines(en)
    sides = _joined(ours), _joined(theirs)
    yield UsingText("", sides, (_left_alone(zh), _left_alone(en)), lambda: _of_lines(ours, theirs))


def _lines(page: WrittenPage) -> Paragraphs:
    return [(sort, one_line(words)) for sort, words in shown_lines(page)]


def _joined(lines: Paragraphs) -> str:
    return "\n".join(words for _, words in lines)


def _left_alone(page: WrittenPage) -> list[str]:
    return [
        one.text for one in page.scan.elements if one.tag == "a" and one.attrs.get("href") == "#"
    ]


def _of_text(text: Text) -> list[Passage]:
    if found := list(pairs_in(text)):
        return found
    return _alone(*paired_paragraphs(text))


def _of_lines(zh: Paragraphs, en: Paragraphs) -> list[Passage]:
    return list(pairs_of(zh, en)) or _alone(zh, en)


def _alone(zh: Paragraphs, en: Paragraphs) -> list[Passage]:
    return [*((words, "", False) for _, words in zh), *(("", words, False) for _, words in en)]
