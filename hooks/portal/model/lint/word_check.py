"""The check of words: every rule over every passage, in one reading of each text."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.lint.back_translations import back_translations
from portal.model.lint.clean_works import CleanWorks
from portal.model.lint.cures import fitting, with_article
from portal.model.lint.deprecated_words import deprecated_words
from portal.model.lint.former_names import former_names
from portal.model.lint.latin_names import latin_names
from portal.model.lint.lexicon import Lexicon
from portal.model.lint.missing_concepts import missing_concepts
from portal.model.lint.near_names import near_names
from portal.model.lint.old_characters import old_characters
from portal.model.lint.read_passage import ReadPassage, ReadWork
from portal.model.lint.renderings import two_renderings
from portal.model.lint.siblings import Siblings, siblings_instead
from portal.model.lint.traces import Traces
from portal.model.lint.two_spellings import two_spellings
from portal.model.lint.word_allowances import WordAllowances
from portal.model.lint.wrong_names import wrong_names
from portal.spread import WORTH_A_PROCESS, spread
from portal.text.chinese_words import chinese_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from portal.model.lint.lexicon import Key
    from portal.model.lint.passage import Passage, Work
    from portal.model.lint.word_finding import WordFinding
    from portal.model.reading.load import Loaded
    from portal.model.terminology.term_base import TermBase

_RULES: tuple[Callable[[ReadPassage], Iterator[WordFinding]], ...] = (
    deprecated_words,
    former_names,
    old_characters,
    two_renderings,
    two_spellings,
    back_translations,
    latin_names,
)


class WordCheck:
    """The rules, ready for texts."""

    def __init__(self, base: TermBase) -> None:
        self._base = base

    @cached_property
    def _lexicons(self) -> dict[str, Lexicon]:
        return {language: Lexicon(self._base, language) for language in ("zh", "en")}

    @cached_property
    def _traces(self) -> dict[str, Traces]:
        return {language: Traces(self._base, language) for language in ("zh", "en")}

    @cached_property
    def _siblings(self) -> Siblings:
        return Siblings(self._base)

    def relations_of(self, key: Key) -> tuple[list[Key] | list[str], ...]:
        """What rules ask of an entry that other entries decide: its siblings, and its traces in each language."""
        traces = (sorted(one.of(key)) for one in self._traces.values())
        return (sorted(self._siblings.of(key)), *traces)

    def prepare(self) -> None:
        """Make once what each process asks for."""
        _ = self._lexicons, self._traces, self._siblings, next(chinese_words("字"))

    def of_work(self, work: Work) -> tuple[bytes, list[Problem]]:
        """The digest of a record or page, with what is found in it."""
        return work.digest, [_problem(one) for one in self.findings(work.passages)]

    def findings(self, passages: Iterable[Passage]) -> Iterator[WordFinding]:
        """What the words of one record, or of a page, should be instead."""
        work = ReadWork(ReadPassage.of(passage, self._lexicons) for passage in passages)
        alone = (finding for read in work for rule in _RULES for finding in rule(read))
        near = [*near_names(work, self._base), *wrong_names(work)]
        yield from map(_fitted, _apart([*alone, *(finding for _, finding in near)]))
        instead = list(siblings_instead(work, self._siblings, self._traces))
        yield from (finding for _, finding in instead)
        yield from missing_concepts(work, self._traces, {key for key, _ in (*near, *instead)})


def _fitted(finding: WordFinding) -> WordFinding:
    """The same with what to write in that very place."""
    text, start, found = finding.line.text, finding.start, finding.found
    cure = fitting(text, start, found, finding.cure)
    start, found, cure = with_article(text, start, found, cure)
    return replace(finding, start=start, found=found, cure=cure)


def _apart(findings: Iterable[WordFinding]) -> Iterator[WordFinding]:
    """Those that do not lie over one before: one cause is told once."""
    told: dict[int, list[WordFinding]] = {}
    for one in findings:
        before = told.setdefault(id(one.line), [])
        if not any(one.start < other.end and other.start < one.end for other in before):
            before.append(one)
            yield one


def word_problems(
    loaded: Loaded,
    base: TermBase,
    works: Iterable[Work],
    kept: Path | None = None,
    processes: int = 1,
) -> Iterator[Problem]:
    """What is found in records and pages, and is not allowed, in any order; then what is allowed in vain.

    The file ``kept`` has the works in which nothing was found.
    """
    check, allowances = WordCheck(base), WordAllowances(loaded)
    clean = CleanWorks(kept, base, check.relations_of)
    unknown = [work for work in works if not clean.has(work)]
    if len(unknown) >= WORTH_A_PROCESS:
        check.prepare()
    for batch in spread(unknown, check.of_work, processes=processes):
        for digest, problems in batch:
            if not problems:
                clean.add(digest)
            yield from (one for one in problems if not allowances.allows(one))
    clean.save()
    yield from allowances.unused()


def _problem(finding: WordFinding) -> Problem:
    place = finding.line.locate(finding.start, finding.found)
    found = {"found": finding.found, "cure": finding.cure, "path": finding.line.where}
    return Problem(place, finding.rule, found)
