"""Places with which several governments, or several offices of one, have ties."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.statistics.statistic import Row, Statistic

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.relations import Relations
    from portal.model.catalog.tie import Tie
    from portal.model.records.city import City


@dataclass(frozen=True, slots=True)
class SharedPartner:
    """A place with the ties that governments here have with it, in the order of the governments."""

    city: City
    homes: tuple[str, ...]
    """The governments, in their order: each has a tie itself, or one of its offices has."""
    ties: tuple[Tie, ...]
    """All but those that were only discussed."""


def shared_partners(catalog: Catalog, relations: Relations) -> tuple[SharedPartner, ...]:
    """Every place with more than one such tie, those of the most governments first."""
    found: dict[str, list[Tie]] = defaultdict(list)
    for home in catalog.publishers:
        for tie in relations.ties_of_home.get(home.id, ()):
            if tie.partnership.status != "proposed":
                found[tie.city.id].append(tie)
    partners = (
        SharedPartner(
            ties[0].city, tuple(dict.fromkeys(t.partnership.home for t in ties)), tuple(ties)
        )
        for ties in found.values()
        if len(ties) > 1
    )
    return tuple(sorted(partners, key=lambda one: (-len(one.homes), one.city.id)))


def is_shared(city: City, catalog: Catalog) -> bool:
    """Whether a place is one of them."""
    homes = {home.id for home in catalog.publishers}
    ties = (tie for tie in city.partnerships if tie.home in homes and tie.status != "proposed")
    return sum(1 for _ in ties) > 1


def ties_shared(partners: tuple[SharedPartner, ...], homes: tuple[str, ...]) -> Statistic:
    """How many ties each place that several governments share has with each of them."""
    rows = tuple(
        Row(
            one.city.id,
            tuple(sum(tie.partnership.home == home for tie in one.ties) for home in homes),
        )
        for one in partners
        if len(one.homes) > 1
    )
    return Statistic("shared-partners", "cities", "homes", homes, rows)


def partners_by_governments(catalog: Catalog, relations: Relations) -> Statistic:
    """Places with a counted tie, by how many governments have one with them."""
    homes: dict[str, set[str]] = defaultdict(set)
    for home in catalog.publishers:
        for tie in relations.ties_of_home.get(home.id, ()):
            if tie.partnership.is_headline:
                homes[tie.city.id].add(home.id)
    counts = Counter(map(len, homes.values()))
    rows = tuple(Row(str(n), (counts[n],)) for n in range(1, max(counts, default=0) + 1))
    return Statistic("partners-by-governments", "number", "measure", ("places",), rows, drawn=1)
