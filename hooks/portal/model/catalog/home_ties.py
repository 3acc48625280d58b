"""The ties of a government, parted by whether and why they are counted, the newest first."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from portal.model.records.partnership import HEADLINE_KINDS
from portal.text.collation import order_key

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.tie import Tie
    from portal.text.collation import Key


@dataclass(slots=True)
class HomeTies:
    """All ties of a home and of its units; each is in one of the lists."""

    counted: list[Tie] = field(default_factory=list)
    """Its own, in force and verified: what headlines count."""
    uncounted: list[Tie] = field(default_factory=list)
    """Its own of the same kinds that a source lists: unverified, out of touch, ended, of unknown status."""
    topical: list[Tie] = field(default_factory=list)
    """Its own with an agreement on a topic only."""
    proposed: list[Tie] = field(default_factory=list)
    """Its own that were discussed and, according to the sources, never signed."""
    of_units: list[Tie] = field(default_factory=list)

    @property
    def own(self) -> int:
        """How many are the home's own."""
        return len(self.counted) + len(self.uncounted) + len(self.topical) + len(self.proposed)

    @property
    def newest(self) -> Tie | None:
        """The counted tie that was signed last; None if none is dated, or only one is counted."""
        dated = self._dated
        return dated[0] if len(dated) > 1 else None

    @property
    def oldest(self) -> Tie | None:
        """The counted tie that was signed first, if any is dated."""
        dated = self._dated
        return dated[-1] if dated else None

    @property
    def _dated(self) -> list[Tie]:
        return [tie for tie in self.counted if tie.partnership.since]


def home_ties(ties: Iterable[Tie], locale: str) -> HomeTies:
    """The ties of a home, as its relations list them: each list by date, the newest first, undated ones last.

    Those of one day are in the order in which readers of the locale look for the names of the cities.
    """
    found = HomeTies()
    for tie in sorted(ties, key=partial(_age, locale=locale)):
        partnership = tie.partnership
        if partnership.unit is not None:
            found.of_units.append(tie)
        elif partnership.status == "proposed":
            found.proposed.append(tie)
        elif partnership.kind not in HEADLINE_KINDS:
            found.topical.append(tie)
        else:
            (found.counted if partnership.is_headline else found.uncounted).append(tie)
    return found


def _age(tie: Tie, locale: str) -> tuple[int, int, int, Key, str]:
    since = tie.partnership.since
    name = order_key(tie.city.name[locale], locale)
    if since is None:
        return 1, 0, 0, name, tie.city.id
    return -since.year, -since.month, -since.day, name, tie.city.id
