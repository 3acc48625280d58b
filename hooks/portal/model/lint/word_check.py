"""The check of words: every rule over every passage, in one reading of each text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.lint.deprecated_words import deprecated_words
from portal.model.lint.lexicon import Lexicon
from portal.model.lint.old_characters import old_characters
from portal.model.lint.read_passage import ReadPassage
from portal.model.lint.word_allowances import WordAllowances

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from portal.model.lint.passage import Passage
    from portal.model.lint.word_finding import WordFinding
    from portal.model.reading.load import Loaded
    from portal.model.terminology.term_base import TermBase

_RULES: tuple[Callable[[ReadPassage], Iterator[WordFinding]], ...] = (
    deprecated_words,
    old_characters,
)


class WordCheck:
    """The rules, ready for texts."""

    def __init__(self, base: TermBase) -> None:
        self._lexicons = {language: Lexicon(base, language) for language in ("zh", "en")}

    def findings(self, passages: Iterable[Passage]) -> Iterator[WordFinding]:
        """What the words of one record, or of a page, should be instead."""
        for passage in passages:
            read = ReadPassage.of(passage, self._lexicons)
            for rule in _RULES:
                yield from rule(read)


def word_problems(
    loaded: Loaded, base: TermBase, works: Iterable[Iterable[Passage]]
) -> Iterator[Problem]:
    """What is found in records and pages, each with its passages, and is not allowed; then what is allowed in vain."""
    check, allowances = WordCheck(base), WordAllowances(loaded)
    for passages in works:
        for finding in check.findings(passages):
            if not allowances.allows(finding):
                yield _problem(finding)
    yield from allowances.unused()


def _problem(finding: WordFinding) -> Problem:
    place = finding.line.locate(finding.start, finding.found)
    found = {"found": finding.found, "cure": finding.cure, "path": finding.line.where}
    return Problem(place, finding.rule, found)
