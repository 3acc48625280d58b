"""What a record cannot know by itself: which records refer to it. Built once for each catalog, in one pass."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from portal.model.catalog.history.histories import build_histories
from portal.model.catalog.namesakes import namesakes
from portal.model.catalog.quiet_ties import QUIET_YEARS, quiet_ties
from portal.model.catalog.related import related_releases
from portal.model.catalog.tie import Seat, Tie, ties_of
from portal.model.records.kinds import KINDS
from portal.model.values.reference import references

if TYPE_CHECKING:
    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.history.entry import Entry
    from portal.model.records.partnership import Agreement
    from portal.model.records.press_release import PressRelease
    from portal.model.records.record import Record


@dataclass(slots=True)
class Relations:
    """Back-links of every record, and the ties and memberships of each home, unit and city."""

    mentions: dict[tuple[str, str], dict[str, list[Any]]] = field(default_factory=dict)
    """By kind and id of a record: the records that refer to it, by their kind."""
    ties_of_home: dict[str, list[Tie]] = field(default_factory=lambda: defaultdict(list))
    """All ties of a home, including those of its units."""
    seats_of: dict[str, list[Seat]] = field(default_factory=lambda: defaultdict(list))
    """Memberships by the id of the home or city."""
    agreements_of: dict[str, list[tuple[Tie, Agreement]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """Agreements that a city signed but that are written under another city."""
    histories: dict[str, list[Entry]] = field(default_factory=dict)
    """What took place, told once, the newest first, by subject, as ``build_histories`` names them."""
    quiet: dict[str, Entry | None] = field(default_factory=dict)
    """Ties in force without activity for years, by key, and what was done last."""
    positions: dict[str, int] = field(default_factory=dict)
    """The position of each home among those that publish here, from 0, by its id."""
    related: dict[str, list[PressRelease]] = field(default_factory=dict)
    """The releases to read next after a release, by its id."""
    namesakes: dict[str, tuple[Record, ...]] = field(default_factory=dict)
    """All that are called as a record is, itself among them, by ``namesake_key``."""

    def naming(self, kind: str, record_id: str, by: str) -> list[Any]:
        """The records of kind ``by`` that refer to the record, in the order of their files."""
        return self.mentions.get((kind, record_id), {}).get(by, [])


def build_relations(catalog: Catalog, quiet_years: int = QUIET_YEARS) -> Relations:
    """Index the catalog by what its records refer to."""
    histories = build_histories(catalog)
    relations = Relations(
        histories=histories,
        quiet=quiet_ties(catalog, histories, quiet_years),
        namesakes=namesakes(catalog),
        positions={home.id: n for n, home in enumerate(catalog.publishers)},
    )
    for kind in KINDS.with_pages:
        for record in catalog.of(kind).values():
            _index_mentions(relations, kind.name, record)
    for tie in ties_of(catalog.cities.values()):
        relations.ties_of_home[tie.partnership.home].append(tie)
        for agreement in tie.partnership.agreements:
            for party in agreement.parties:
                if party in catalog.cities and party != tie.city.id:
                    relations.agreements_of[party].append((tie, agreement))
    for organization in catalog.organizations.values():
        for membership in organization.memberships:
            member = membership.home or membership.city or ""
            relations.seats_of[member].append(Seat(organization, membership))
    by_kind: dict[str, list[list[PressRelease]]] = defaultdict(list)
    for (named, _), naming in relations.mentions.items():
        if "press_releases" in naming:
            by_kind[named].append(naming["press_releases"])
    relations.related = related_releases(by_kind)
    return relations


def _index_mentions(relations: Relations, kind: str, record: Record) -> None:
    seen: set[tuple[str, str]] = set()
    for _, kinds, record_id in references(record):
        for named in kinds:
            if (named, record_id) not in seen:
                seen.add((named, record_id))
                by_kind = relations.mentions.setdefault((named, record_id), {})
                by_kind.setdefault(kind, []).append(record)
