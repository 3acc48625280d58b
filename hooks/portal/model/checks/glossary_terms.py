"""Each concept has one preferred word per language, for everyone or for one home."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import GLOSSARY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded


def glossary_problems(loaded: Loaded) -> Iterator[Problem]:
    """Concepts without a preferred word, with two for the same home, or with a repeated word."""
    for row in loaded.of(GLOSSARY):
        for locale, terms in (("zh", row.record.terms.zh), ("en", row.record.terms.en)):
            preferred: set[str | None] = set()
            words: set[tuple[str, str | None]] = set()
            for index, term in enumerate(terms):
                loc = ("terms", locale, index)
                if (term.term, term.home) in words:
                    yield Problem(row.place(loc), "repeated-term", {"found": term.term})
                    continue
                words.add((term.term, term.home))
                if term.status == "preferred":
                    if term.home in preferred:
                        yield Problem(row.place(loc), "two-preferred", {"found": term.term})
                    preferred.add(term.home)
            if not preferred:
                place = row.place(("terms", locale))
                yield Problem(place, "no-preferred", {"found": row.record.id, "locale": locale})
