"""Which sentence of a text in one language is which in the other.

Paragraphs stand for each other if both texts have as many, of the same sorts, in the same order; their sentences if
both have as many. Otherwise the paragraph is the pair: a guess would teach a translation memory what nobody wrote.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.data.store import keep, recall
from portal.model.records.kinds import KINDS
from portal.model.values.walk import walk
from portal.model.values.words import Prose, Text
from portal.text.line_ends import unwrapped
from portal.text.paragraphs import paragraphs
from portal.text.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pydantic import BaseModel

    from portal.model.catalog.catalog import Catalog


@dataclass(frozen=True, slots=True)
class TextPair:
    """The same in both languages."""

    zh: str
    en: str
    is_sentence: bool
    """Whether each side is one sentence, or a line without one; else they are paragraphs."""
    record: str
    """The kind and the id of the record that says it first: ``press_releases/news``."""


Paragraphs = list[tuple[str, str]]
"""Of each its sort and its words as readers see them."""

Known = dict[tuple[str, str], tuple[bytes, tuple[TextPair, ...]]]
"""By kind and id of a record its digest and its pairs."""


def text_pairs(catalog: Catalog, kept: Path | None = None) -> list[TextPair]:
    """Every pair of what is public, each once, in the order of the records.

    The file ``kept`` has those of each record as it was, so that only changed records are looked into.
    """
    known: Known = (recall(kept) if kept else None) or {}
    now: Known = {}
    for kind in KINDS.with_records:
        for record_id, record in catalog.of(kind).items():
            key, state = (kind.name, record_id), catalog.digests[kind.name, record_id]
            before = known.get(key)
            now[key] = before if before and before[0] == state else (state, _of_record(record, key))
    if kept and now != known:
        keep(kept, now)
    found: dict[tuple[str, str], TextPair] = {}
    for _, pairs in now.values():
        for pair in pairs:
            found.setdefault((pair.zh, pair.en), pair)
    return list(found.values())


def _of_record(record: BaseModel, key: tuple[str, str]) -> tuple[TextPair, ...]:
    parts = (part for _, part in walk(record) if isinstance(part, Text))
    return tuple(
        TextPair(zh, en, is_sentence, "/".join(key))
        for part in parts
        for zh, en, is_sentence in pairs_in(part)
    )


def pairs_in(text: Text) -> Iterator[tuple[str, str, bool]]:
    """The pairs of one text: Chinese, English, and whether each side is one sentence; none if it has no pairs."""
    return pairs_of(*paired_paragraphs(text))


def pairs_of(zh: Paragraphs, en: Paragraphs) -> Iterator[tuple[str, str, bool]]:
    """The same of the paragraphs of a text in both languages."""
    if [kind for kind, _ in zh] == [kind for kind, _ in en]:
        for (_, ours), (_, theirs) in zip(zh, en, strict=True):
            yield from _of_paragraphs(ours, theirs)


def paired_paragraphs(text: Text) -> tuple[Paragraphs, Paragraphs]:
    """The paragraphs of a text in Chinese and in English."""
    if not isinstance(text, Prose):  # a field of one paragraph
        return [("", one_line(text.zh))], [("", one_line(text.en))]
    zh, en = (
        [(one.element, one_line(one.text)) for one in paragraphs(side)]
        for side in (text.zh, text.en)
    )
    return zh, en


def one_line(text: str) -> str:
    """A text without line breaks, each of which is a space only between words that have one."""
    return " ".join(unwrapped(text).split())


def _of_paragraphs(zh: str, en: str) -> Iterator[tuple[str, str, bool]]:
    """The sentences of two paragraphs; the paragraphs if they do not have as many."""
    ours, theirs = sentences(zh, "zh"), sentences(en, "en")
    if len(ours) == len(theirs):
        yield from ((one, other, True) for one, other in zip(ours, theirs, strict=True))
    else:
        yield zh, en, False
