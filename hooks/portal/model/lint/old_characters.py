"""Characters that government texts in Taiwan write in another form: 臺 for 台, 姊 for 姐; and 巿, a slip for 市."""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from portal.model.lint.body_names import begins_body
from portal.model.lint.word_finding import WordFinding
from portal.text.chinese_words import WordEnds
from portal.text.phrase_finder import PhraseFinder

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.lint.read_passage import ReadLine, ReadPassage
    from portal.text.phrase_finder import Found

RULE = "old-character"

WORDS = Path(__file__).with_suffix(".csv")
"""Words whose other form is surely meant. Others are right as they are, such as 台州 and 煙台."""

_AFTER = tuple("北中南東西灣")
_VERBS = tuple("來訪在駐赴抵對旅留環全離返援友挺")
"""What stands before 台 as a word by itself, though a dictionary takes both for one: 訪台."""

_TAIWAN = re.compile(r"\bTaiwan|\bROC\b|\bR\.O\.C\.")

_SIGNS = ("台", "姐", "巿")


def old_characters(read: ReadPassage) -> Iterator[WordFinding]:
    """Each word with such a character, but in names of the term base, in quotations and in names of bodies."""
    for line in read.sides["zh"]:
        if any(sign in line.line.text for sign in _SIGNS):
            yield from _of_line(line, read)


def _of_line(line: ReadLine, read: ReadPassage) -> Iterator[WordFinding]:
    text = line.line.text
    right = [
        (one.start, one.end)
        for one in line.mentions
        if any(sign in one.written for sign in _SIGNS)
        and any(meaning.term.status != "deprecated" for meaning in one.meanings)
    ]
    right += line.line.quoted()
    words, finder = _forms()
    ends = WordEnds(text)
    for found in finder.find(text, lambda one: not _goes_on(text, one, ends)):
        cure = words[found.phrase]
        if cure == found.phrase or begins_body(text, found.start, found.end):
            continue
        if any(start <= found.start < end for start, end in right):
            continue
        if found.phrase[-1] != "台" or _is_taiwan(found.end, ends, read):
            yield WordFinding(RULE, line.line, found.start, found.phrase, cure)


def _goes_on(text: str, found: Found, ends: WordEnds) -> bool:
    """Whether the sign belongs to another word: in 在台北 the verb, in 仙台北部 the name."""
    if found.phrase[-1] == "台":
        is_begun = found.phrase[0] not in _VERBS and not ends.has(found.start)
        return is_begun or text[found.end : found.end + 1] in _AFTER or _is_parted(found, ends)
    if found.phrase[0] != "台" or text[: found.start][-1:] in _VERBS:
        return False
    return not ends.has(found.start) and any(map(ends.has, range(found.start + 1, found.end)))


def _is_parted(found: Found, ends: WordEnds) -> bool:
    """Whether 台 belongs to what follows (在台場); in 來台訪問, one word for the dictionary, it does not."""
    return not ends.has(found.end) and any(map(ends.has, range(found.start + 1, found.end)))


def _is_taiwan(end: int, ends: WordEnds, read: ReadPassage) -> bool:
    """Whether 台 stands for Taiwan: it may begin a name that no dictionary has, and only English tells (在台場)."""
    is_clear = not ends.has(end + 1)
    return is_clear or any(_TAIWAN.search(line.line.text) for line in read.sides["en"])


@cache
def _forms() -> tuple[dict[str, str], PhraseFinder]:
    with WORDS.open(encoding="utf-8", newline="") as file:
        words = {row["written"]: row["meant"] for row in csv.DictReader(file)}
    return words, PhraseFinder(words)
