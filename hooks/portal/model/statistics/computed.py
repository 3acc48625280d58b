"""The numbers with which those in sentences can be compared."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from portal.model.catalog.counts import count_ties, seats_held
from portal.model.records.partnership import HEADLINE_KINDS, PARTNERSHIP_KINDS
from portal.model.statistics.counted_exchanges import counted_exchanges

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations

TIES = "ties"
"""Sister, friendship and partner cities together."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """What a sentence may say: that which counts or, if it means that, all that records mention."""

    counted: int
    listed: int


class Computed:
    """How many of a thing a government has or, without one, all governments that publish here together."""

    def __init__(self, catalog: Catalog, relations: Relations) -> None:
        self._catalog, self._relations = catalog, relations

    def of(self, home: str, thing: str) -> Numbers:
        """The numbers; ``thing`` is a kind of tie, ``ties``, ``exchanges``, ``organizations`` or ``governments``."""
        if thing in (*PARTNERSHIP_KINDS, TIES):
            return self._ties(home, HEADLINE_KINDS if thing == TIES else (thing,))
        if thing == "exchanges":
            return self._exchanges(home)
        if thing == "organizations":
            return self._organizations(home)
        return Numbers(len(self._homes), len(self._catalog.homes))

    @cached_property
    def _homes(self) -> list[str]:
        return [home.id for home in self._catalog.publishers]

    def _ties(self, home: str, kinds: tuple[str, ...]) -> Numbers:
        counted = listed = 0
        for owner in [home] if home else self._homes:
            for count in count_ties(self._relations.ties_of_home.get(owner, ())):
                if count.kind in kinds:
                    counted += count.headline
                    listed += count.listed
        return Numbers(counted, listed)

    def _exchanges(self, home: str) -> Numbers:
        every = [one for one in self._catalog.exchanges.values() if not one.is_figure]
        listed = sum(home in one.homes for one in every) if home else len(every)
        return Numbers(len(counted_exchanges(self._catalog, home)), listed)

    def _organizations(self, home: str) -> Numbers:
        seats_of, today = self._relations.seats_of, self._catalog.today
        joined = {
            seat.organization.id
            for owner in ([home] if home else self._homes)
            for seat in seats_held(seats_of.get(owner, ()), today)
        }
        return Numbers(len(joined), len(joined) if home else len(self._catalog.organizations))
