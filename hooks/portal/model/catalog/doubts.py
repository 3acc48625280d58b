"""What still needs verification: shown to readers, and a work list for editors."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.records.exchange import Exchange
from portal.model.records.kinds import KINDS
from portal.model.records.partnership import Partnership
from portal.model.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.records.record import Evidence
    from portal.model.values.partial_date import PartialDate


@dataclass(frozen=True, slots=True)
class Doubt:
    """A record, or a part of one, that needs verification, and why."""

    kind: str
    record: Record
    part: Evidence
    """The partnership or membership meant; the record itself if all of it is."""
    reasons: tuple[str, ...]
    """``unverified``, ``changed``, ``unknown-status``, ``undated``, ``overdue``, ``unsourced``, in that order."""


def doubts(catalog: Catalog) -> Iterator[Doubt]:
    """Every record, partnership and membership that needs verification, kind by kind, in the order of the files."""
    for kind in KINDS.with_pages:
        for record in catalog.of(kind).values():
            for part in record.verifiable:
                yield from _doubt(kind.name, record, part, catalog.today)


def _doubt(kind: str, record: Record, part: Evidence, today: PartialDate) -> Iterator[Doubt]:
    tie = part if isinstance(part, Partnership) else None
    reasons = {
        "unverified": part.verified is None,
        "changed": _is_changed(part),
        "unknown-status": tie is not None and tie.status == "unknown",
        "undated": tie is not None and tie.since is None and tie.status != "proposed",
        "overdue": isinstance(part, Exchange) and part.is_overdue(today),
        "unsourced": bool(part.unsourced),
    }
    if any(reasons.values()):
        yield Doubt(kind, record, part, tuple(name for name, holds in reasons.items() if holds))


def _is_changed(part: Evidence) -> bool:
    """Whether a record was changed in substance after it had been verified."""
    verified, updated = part.verified, part.updated if isinstance(part, Record) else None
    return verified is not None and updated is not None and verified.surely_before(updated)
