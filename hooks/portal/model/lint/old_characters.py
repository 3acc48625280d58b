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
    from portal.text.phrase_finder import Found

RULE = "old-character"

WORDS = Path(__file__).with_suffix(".csv")
"""Words whose other form is surely meant. Others are right as they are, such as 台州 and 煙台."""

_BODY = regex.compile(
    r"\p{Han}{0,8}?(?:公司|銀行|協會|基金會|學會|公會|商會|總會|聯盟|協進會|促進會|大學|電力|積體電路|大哥大|高鐵|中油|自來水|水泥|塑膠|糖業|富邦|人壽|101|\p{Latin})"
)
"""The rest of the name of a body, which writes itself as it will."""

_AFTER, _BEFORE = tuple("北中南東西灣"), tuple("平舞電講月櫃陽燈後前天煙觀砲吧")

_SIGNS = ("台", "姐")


def old_characters(read: ReadPassage) -> Iterator[WordFinding]:
    """Each word with such a character, but in names of the term base, in quotations and in names of bodies."""
    for line in read.sides["zh"]:
        if any(sign in line.line.text for sign in _SIGNS):
            yield from _of_line(line)


def _of_line(line: ReadLine) -> Iterator[WordFinding]:
    text = line.line.text
    right = [
        (one.start, one.end)
        for one in line.mentions
        if any(sign in one.written for sign in _SIGNS)
        and any(meaning.term.status != "deprecated" for meaning in one.meanings)
    ]
    right += line.line.quoted()
    words, finder = _forms()
    for found in finder.find(text, lambda one: not _goes_on(text, one)):
        cure = words[found.phrase]
        is_right = any(start <= found.start < end for start, end in right)
        if cure != found.phrase and not is_right and not _BODY.match(text, found.end):
            yield WordFinding(RULE, line.line, found.start, found.phrase, cure)


def _goes_on(text: str, found: Found) -> bool:
    """Whether the sign belongs to another word: 在 before 台北, 平台 before 中."""
    if found.phrase[-1] == "台" and text[found.end : found.end + 1] in _AFTER:
        return True
    return found.phrase[0] == "台" and text[: found.start][-1:] in _BEFORE


@cache
def _forms() -> tuple[dict[str, str], PhraseFinder]:
    with WORDS.open(encoding="utf-8", newline="") as file:
        words = {row["written"]: row["meant"] for row in csv.DictReader(file)}
    return words, PhraseFinder(words)
