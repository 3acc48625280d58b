"""Labels must have the same placeholders in both languages."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import LABELS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded


def label_problems(loaded: Loaded) -> Iterator[Problem]:
    """Labels whose placeholders differ between Chinese and English, or cannot be parsed."""
    for row in loaded.of(LABELS):
        try:
            zh, en = _placeholders(row.record.zh), _placeholders(row.record.en)
        except ValueError:
            yield Problem(row.place(), "bad-placeholder", {"found": str(row.loc[-1])})
            continue
        if zh != en:
            found = {"found": str(row.loc[-1]), "zh": _shown(zh), "en": _shown(en)}
            yield Problem(row.place(), "placeholders-differ", found)


def _placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def _shown(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names)) or "–"
