"""Text with characters that the font of the cards lacks: they would appear as empty boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.data.problem import Problem
from portal.model.records.kinds import LABELS
from portal.model.values.locale import LOCALES
from portal.outputs.cards.cards import card_labels
from portal.outputs.cards.letters import letters

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.reading.load import Loaded


def card_problems(loaded: Loaded) -> Iterator[Problem]:
    """Labels of the cards with a character that the font lacks."""
    named = card_labels()
    for row in loaded.of(LABELS):
        if row.loc[-1] not in named:
            continue
        for locale in LOCALES:
            missing = [letter for letter in row.record[locale.code] if letter not in letters()]
            if missing:
                found = {"found": "".join(dict.fromkeys(missing)), "key": str(row.loc[-1])}
                yield Problem(row.place((locale.code,)), "not-in-font", found)
