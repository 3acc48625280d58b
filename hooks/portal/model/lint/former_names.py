"""A name that was given up, in a text of a later date that does not speak of earlier times: 日本交流協會 in 2026."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from portal.model.lint.cures import cure_of
from portal.model.lint.read_passage import OTHER
from portal.model.lint.word_finding import WordFinding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.lint.read_passage import ReadPassage
    from portal.model.values.partial_date import PartialDate

RULE = "deprecated-word"

_YEAR = re.compile(r"(?<!\d)(?:民國 ?(\d{2,3})|((?:19|20)\d\d))(?!\d)")
_FIRST_YEAR = 1911
"""The year before the first of the Republic."""

_OF_EARLIER = re.compile(
    "時任|當時|前身|舊名|舊稱|原名|原稱|改名|更名|改稱|[（(]今|[（(]現"
    r"|\b(?:then|former|formerly|renamed|previously|now the|until|predecessor)\b"
)
"""Words by which a text tells that it speaks of earlier times."""


def former_names(read: ReadPassage) -> Iterator[WordFinding]:
    """Each with the name of the day, if the other language speaks of it and the text has not that name too."""
    date = read.passage.date
    if date is None:
        return
    for line in read.lines:
        for mention in line.outermost:
            meaning, language = mention.meanings[0], line.line.language
            until = meaning.term.until
            if until is None or len(mention.meanings) > 1 or not until.surely_before(date):
                continue
            key = meaning.entry.kind, meaning.entry.id
            is_told = read.mentions(key, OTHER[language]) and not read.says_apart(key, language)
            if is_told and mention.is_exact and not _speaks_of_earlier(read, until):
                cure = cure_of(meaning, language, read.passage.homes)
                yield WordFinding(RULE, line.line, mention.start, mention.written, cure)


def _speaks_of_earlier(read: ReadPassage, until: PartialDate) -> bool:
    """Whether either language has a year in which it was the name, or says that it speaks of earlier times."""
    return any(
        _OF_EARLIER.search(line.line.text)
        or any(
            (int(found[1]) + _FIRST_YEAR if found[1] else int(found[2])) <= until.year
            for found in _YEAR.finditer(line.line.text)
        )
        for line in read.lines
    )
