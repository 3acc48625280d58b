"""Characters that government texts in Taiwan write in another form: 臺 for 台, 姊 for 姐."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import regex

from portal.model.lint.word_finding import WordFinding
from portal.text.phrase_finder import PhraseFinder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.lint.read_passage import ReadLine, ReadPassage

RULE = "old-character"

_WORDS = Path(__file__).with_suffix(".csv")
"""Words whose other form is surely meant. Others are right as they are, such as 台州 and 煙台."""

_BODY = regex.compile(
    r"\p{Han}{0,8}?(?:公司|銀行|協會|基金會|學會|公會|商會|總會|聯盟|協進會|促進會|大學|電力|積體電路|大哥大|高鐵|中油|自來水|水泥|塑膠|糖業|富邦|人壽|101|\p{Latin})"
)
"""The rest of the name of a body, which writes itself as it will."""

_SIGNS = ("台", "姐")


def old_characters(read: ReadPassage) -> Iterator[WordFinding]:
    """Each word with such a character, but in names of the term base, in quotations and in names of bodies."""
    for line in read.sides["zh"]:
        if any(sign in line.line.text for sign in _SIGNS):
            yield from _of_line(line)


def _of_line(line: ReadLine) -> Iterator[WordFinding]:
    text = line.line.text
    known = [(one.start, one.end) for one in line.mentions if any(s in one.written for s in _SIGNS)]
    known += line.line.quoted()
    words, finder = _forms()
    for found in finder.find(text):
        if any(start <= found.start < end for start, end in known):
            continue  # a right word, or told already
        if not _BODY.match(text, found.end):
            yield WordFinding(RULE, line.line, found.start, found.phrase, words[found.phrase])


@cache
def _forms() -> tuple[dict[str, str], PhraseFinder]:
    with _WORDS.open(encoding="utf-8", newline="") as file:
        words = {row["written"]: row["meant"] for row in csv.DictReader(file)}
    return words, PhraseFinder(words)
