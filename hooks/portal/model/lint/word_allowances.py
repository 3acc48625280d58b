"""Findings that a portal allows, each in certain records and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import ALLOWED_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded

STALE = "words-allowed-but-absent"


class WordAllowances:
    """What is allowed where, and which of it was found."""

    def __init__(self, loaded: Loaded) -> None:
        self._rows = {str(row.loc[-1]): row for row in loaded.of(ALLOWED_WORDS)}
        self._found: set[tuple[str, str]] = set()
        self._is_partial = bool(loaded.gaps)

    def allows(self, problem: Problem) -> bool:
        """Whether the words that were found may stand there, which counts as found."""
        words, where = problem.found["found"], problem.found["path"]
        row = self._rows.get(words)
        if row is None or where not in row.record.where:
            return False
        self._found.add((words, where))
        return True

    def unused(self) -> Iterator[Problem]:
        """What is allowed although nothing is found there; none is told while something cannot be read."""
        for words, row in () if self._is_partial else self._rows.items():
            for index, where in enumerate(row.record.where):
                if (words, where) not in self._found:
                    yield Problem(
                        row.place(("where", index)), STALE, {"found": words, "path": where}
                    )
