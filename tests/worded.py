"""Sentences in both languages, and what the check of words tells of them by a small term base."""

from __future__ import annotations

from collections.abc import Iterable

from portal.data.problem import Place
from portal.model.lint.passage import Line, Passage
from portal.model.lint.word_check import WordCheck
from portal.model.lint.word_finding import WordFinding
from portal.model.records.term import TermStatus, TermType, Usage
from portal.model.terminology.term_entry import EntryTerm, TermEntry
from portal.model.values.partial_date import PartialDate
from portal.model.values.words import Text

WHERE = "exchanges/visit"


def word(
    text: str,
    status: TermStatus = "preferred",
    *homes: str,
    type: TermType | None = None,
    usage: Usage | None = None,
) -> EntryTerm:
    language = "en" if text.isascii() or "’" in text else "zh"
    speech = "proper-noun" if text[0].isupper() else "noun"
    return EntryTerm(language, text, status, homes, type, speech, usage)  # type: ignore[arg-type]


def concept(entry_id: str, *words: EntryTerm, field: str = "relation") -> TermEntry:
    return TermEntry("glossary", entry_id, field, words, Text(zh="意思。", en="A meaning."))


def named(kind: str, entry_id: str, *words: EntryTerm) -> TermEntry:
    """The entry of a record by its name."""
    return TermEntry(kind, entry_id, "place", words)


def pair(
    zh: str, en: str, *homes: str, owner: tuple[str, str] = ("", ""), date: str = ""
) -> Passage:
    """A text in both languages."""
    sides = {
        language: [Line(language, text, WHERE, lambda at, _: Place("x.yaml", 1, at + 1))]
        for language, text in (("zh", zh), ("en", en))
    }
    day = PartialDate.parse(date) if date else None
    return Passage(sides["zh"], sides["en"], frozenset(homes), owner, day)


def findings(
    base: Iterable[TermEntry], zh: str, en: str, *homes: str, owner: tuple[str, str] = ("", "")
) -> list[WordFinding]:
    """What is found in a pair of texts."""
    check = WordCheck({(entry.kind, entry.id): entry for entry in base})
    return list(check.findings([pair(zh, en, *homes, owner=owner)]))


def told(
    base: Iterable[TermEntry], zh: str, en: str, *homes: str, owner: tuple[str, str] = ("", "")
) -> list[str]:
    """The same as words: ``rule: found → cure``."""
    return said(findings(base, zh, en, *homes, owner=owner))


def said(found: Iterable[WordFinding]) -> list[str]:
    """Findings as words: ``rule: found → cure``."""
    lines = []
    for one in found:
        assert one.line.text[one.start :].startswith(one.found)
        lines.append(f"{one.rule}: {one.found} → {one.cure}")
    return lines
