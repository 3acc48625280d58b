"""Finding terms in texts: the time for 5,000 terms against that for 250, on the same texts.

The texts are the prose of the real portal, over and over. The terms are the first of its glossary and, up to the
larger number, made of its words, so that many begin alike and the same is found: what is found takes time in any case.
Dictionaries are asked as in a build. The two take turns at pieces of the texts, and of each piece the least processor
time counts, as other programs on the machine only add to it.

Usage: python -m benchmarks.terms
"""

from __future__ import annotations

import random
from time import process_time
from typing import TYPE_CHECKING

from benchmarks.corpus import ROOT
from portal.assembly import read_portal
from portal.model.records.kinds import KINDS
from portal.model.terminology.term_entry import EntryTerm, TermEntry
from portal.model.terminology.term_finder import TermFinder
from portal.model.values.locale import LOCALES
from portal.model.values.walk import walk
from portal.model.values.words import Prose, Text
from portal.today import build_moment

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog

SIZES = (250, 5000)
LIMIT = 1.10
CHARACTERS = 1_000_000
PIECE, ROUNDS = 250, 20
"""Paragraphs at once, and how often each piece is read."""


def paragraphs(catalog: Catalog, language: str) -> list[str]:
    """The paragraphs of the portal's prose, until they have enough characters."""
    records = [one for kind in KINDS.with_pages for one in catalog.of(kind.name).values()]
    texts = [p[language] for one in records for _, p in walk(one) if isinstance(p, Prose)]
    found = [line for text in texts for line in text.splitlines() if line]
    return found * (CHARACTERS // sum(map(len, found)) + 1)


def finder(catalog: Catalog, language: str, size: int) -> TermFinder:
    """What finds so many terms: those of the glossary first."""
    chance = random.Random(7)
    words = [
        term.term for one in catalog.glossary.values() for term in getattr(one.terms, language)
    ]
    made = list(dict.fromkeys(words))[: SIZES[0]]
    gap = "" if language == "zh" else " "
    while len(made) < size:
        made.append(gap.join(chance.sample(words, 3)))
    meaning = Text(zh="某事。", en="Something.")
    entries = {
        ("glossary", str(n)): TermEntry(
            "glossary", str(n), "document", (EntryTerm(language, word, "preferred"),), meaning
        )
        for n, word in enumerate(made)
    }
    return TermFinder(entries, language)


def time_to_find(finders: list[TermFinder], texts: list[str]) -> list[float]:
    """Seconds that each takes for all texts."""
    totals = [0.0] * len(finders)
    for begin in range(0, len(texts), PIECE):
        piece = texts[begin : begin + PIECE]
        least = [float("inf")] * len(finders)
        for turn in range(ROUNDS):
            for side in (turn % 2, 1 - turn % 2):
                since = process_time()
                for text in piece:
                    finders[side].find(text)
                least[side] = min(least[side], process_time() - since)
        totals = [total + one for total, one in zip(totals, least, strict=True)]
    return totals


def main() -> None:
    """Print the times, and say whether the ratio keeps the limit."""
    catalog = read_portal(ROOT, build_moment()).catalog
    for locale in LOCALES:
        texts = paragraphs(catalog, locale.code)
        finders = [finder(catalog, locale.code, size) for size in SIZES]
        counts = [sum(len(one.find(text)) for text in texts) for one in finders]
        assert counts[0] == counts[1] > 0, "the same is found"
        small, large = time_to_find(finders, texts)
        verdict = "keeps" if large <= small * LIMIT else "misses"
        print(
            f"{locale.code}: {counts[0]:,} terms found, {small:.3f} s, {large:.3f} s, "
            f"{large / small:.2f}: {verdict} {LIMIT}"
        )


if __name__ == "__main__":
    main()
