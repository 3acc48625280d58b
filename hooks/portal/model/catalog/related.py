"""Press releases to read next: those about the same places, organizations and exchanges."""

from __future__ import annotations

from collections import Counter, defaultdict
from operator import attrgetter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from portal.model.records.press_release import PressRelease

WEIGHTS = {"exchanges": 4, "cities": 3, "plans": 3, "trip_reports": 3, "organizations": 2}
"""The weight of a record that two releases both mention. A shared home says little: it issues hundreds."""

NEIGHBORS = 3
"""How many releases before and after one, among all that mention the same record, are compared with it.

Comparing all with each other would take quadratic time.
"""

MOST = 3
"""Related releases of one."""


def related_releases(
    naming: Mapping[str, Iterable[Iterable[PressRelease]]],
) -> dict[str, list[PressRelease]]:
    """The related releases of each by its id, the closest first, then the newest.

    ``naming`` holds for each kind of record, for each record that is named, the releases that name it.
    """
    scores: dict[str, Counter[str]] = defaultdict(Counter)
    known: dict[str, PressRelease] = {}
    for kind, weight in WEIGHTS.items():
        for releases in naming.get(kind, ()):
            ordered = sorted(releases, key=attrgetter("date", "id"))
            known |= {release.id: release for release in ordered}
            for index, release in enumerate(ordered):
                for other in ordered[max(0, index - NEIGHBORS) : index + NEIGHBORS + 1]:
                    if other is not release:
                        scores[release.id][other.id] += weight
    return {
        release_id: sorted(
            (known[other] for other in counter),
            key=lambda other: (counter[other.id], other.date, other.id),
            reverse=True,
        )[:MOST]
        for release_id, counter in scores.items()
    }
