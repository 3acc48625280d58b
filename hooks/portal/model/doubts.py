"""What still needs verification: shown to readers, and a work list for editors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog import Catalog
    from portal.model.record import Evidence

REASONS = ("unverified", "unknown-status", "undated", "unsourced")
"""Why a part may be doubtful, the gravest first."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A record, or a part of it, that no person has yet verified, and why it is doubtful."""

    kind: str
    record: Any
    part: Any
    """The partnership or membership meant; the record itself if all of it is."""
    reasons: tuple[str, ...]
    """Of ``REASONS``, in that order."""


def doubts(catalog: Catalog) -> Iterator[Doubt]:
    """Every record, partnership and membership that needs verification, in the order of the files."""
    for city in catalog.cities.values():
        for partnership in city.partnerships:
            reasons = _reasons(partnership)
            if partnership.status == "unknown":
                reasons.append("unknown-status")
            if partnership.since is None and partnership.status != "proposed":
                reasons.append("undated")
            if reasons:
                ordered = tuple(sorted(reasons, key=REASONS.index))
                yield Doubt("cities", city, partnership, ordered)
        if not city.partnerships:
            yield from _whole("cities", city)
    for organization in catalog.organizations.values():
        for membership in organization.memberships:
            if reasons := _reasons(membership):
                yield Doubt("organizations", organization, membership, tuple(reasons))
        yield from _whole("organizations", organization)
    for kind in ("homes", "exchanges", "press_releases", "trip_reports", "plans", "glossary"):
        for record in getattr(catalog, kind).values():
            yield from _whole(kind, record)


def _whole(kind: str, record: Any) -> Iterator[Doubt]:
    if reasons := _reasons(record):
        yield Doubt(kind, record, record, tuple(reasons))


def _reasons(part: Evidence) -> list[str]:
    reasons = ["unverified"] if part.verified is None else []
    return reasons + (["unsourced"] if part.unsourced else [])
