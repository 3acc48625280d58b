"""Counts of ties, as the page on counting defines them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.records.partnership import PARTNERSHIP_KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.relations import Tie


@dataclass(frozen=True, slots=True)
class TieCount:
    """How many ties of a kind there are."""

    kind: str
    headline: int
    """In force and verified: the number that headlines use."""
    listed: int
    """All ties listed in any source, whatever their status, except those only proposed."""
    proposed: int
    """Discussed but, according to the sources, never signed."""


def count_ties(ties: Iterable[Tie]) -> list[TieCount]:
    """A home's own ties by kind, in the order of the kinds; ties of its units are not the home's."""
    headline: Counter[str] = Counter()
    listed: Counter[str] = Counter()
    proposed: Counter[str] = Counter()
    for tie in ties:
        partnership = tie.partnership
        if partnership.unit is not None:
            continue
        headline[partnership.kind] += partnership.is_headline
        proposed[partnership.kind] += partnership.status == "proposed"
        listed[partnership.kind] += partnership.status != "proposed"
    return [
        TieCount(kind, headline[kind], listed[kind], proposed[kind]) for kind in PARTNERSHIP_KINDS
    ]
