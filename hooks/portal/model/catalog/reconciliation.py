"""A stated number of ties set against the records: which ties it can mean, and what is missing or too much."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.model.records.partnership import HEADLINE_KINDS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from portal.model.catalog.tie import Tie
    from portal.model.records.home import CountReason, Home, StatedCount
    from portal.model.records.partnership import Partnership

TOTAL = "total"
"""The name of the line for several kinds together."""

OVER = ("proposed", "ended")
"""The status of ties that no number of ties in force includes."""


@dataclass(frozen=True, slots=True)
class Line:
    """One stated number, and the ties that it can mean; each tie is in one of the lists at most."""

    name: str
    """A kind of tie, or ``total``."""
    kinds: tuple[str, ...]
    stated: int
    sure: tuple[Tie, ...]
    """In force and verified on the portal, and no reason says that the number leaves them out."""
    listed: tuple[Tie, ...]
    """In a source, but dormant, not verified or of unknown status: the number may include them."""
    added: tuple[Tie, ...]
    """Of another kind on the portal, but included in the number, as a reason says."""
    unnamed: int
    """Ties that the number includes, as a reason says, and of which no record is kept."""

    @property
    def least(self) -> int:
        """How many ties are sure to be in the number, as far as the portal knows."""
        return len(self.sure) + len(self.added) + self.unnamed

    @property
    def most(self) -> int:
        """How many are accounted for if it includes all that sources list."""
        return self.least + len(self.listed)

    @property
    def outcome(self) -> str:
        """``closes`` if all ties together make the number; else ``short``, ``between`` or ``over``."""
        if self.stated == self.most:
            return "closes"
        if self.stated > self.most:
            return "short"
        return "between" if self.stated >= self.least else "over"


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """What is stated at one time, line by line."""

    key: str
    """Tells it apart from the others of its home, and stays the same when more are stated."""
    stated: StatedCount
    lines: tuple[Line, ...]
    left_out: tuple[Tie, ...]
    """In the records, but not in the number, as a reason says."""
    later: tuple[Tie, ...]
    """In force and verified, but made after the day of the number."""


def reconciliations(home: Home, ties: Collection[Tie]) -> list[Reconciliation]:
    """What is stated of a home, as far as a page explains it, set against its ties, the newest first."""
    shown = home.explained
    keys = zip(statement_keys(home.stated_counts), home.stated_counts, strict=True)
    found = [reconcile(stated, ties, key) for key, stated in keys if stated in shown]
    return found[::-1]


def statement_keys(statements: Iterable[StatedCount]) -> list[str]:
    """Of each, by when and by whom it was stated: ``2024-12-31-government``; numbered where that is not enough."""
    found: list[str] = []
    for stated in statements:
        key = f"{stated.date.iso if stated.date else 'undated'}-{stated.stated_by}"
        before = sum(1 for other in found if other == key or other.startswith(f"{key}-"))
        found.append(f"{key}-{before + 1}" if before else key)
    return found


def reconcile(stated: StatedCount, ties: Iterable[Tie], key: str = "") -> Reconciliation:
    """Set what is stated of a home against all of its ties; those of its units are never in such a number."""
    own = [tie for tie in ties if not tie.partnership.unit and tie.partnership.status not in OVER]
    later = [tie for tie in own if _is_later(tie.partnership, stated)]
    then = [tie for tie in own if not _is_later(tie.partnership, stated)]
    out = [tie for tie in then if _reasoned(tie, stated.reasons, "left-out")]
    inside = [tie for tie in then if not _reasoned(tie, stated.reasons, "left-out")]
    numbers = {kind: number for kind in HEADLINE_KINDS if (number := stated.of(kind)) is not None}
    lines = [_line(kind, (kind,), number, inside, stated) for kind, number in numbers.items()]
    if stated.total is not None:
        kinds = stated.total_of or HEADLINE_KINDS
        lines.append(_line(TOTAL, kinds, stated.total, inside, stated))
    return Reconciliation(
        key, stated, tuple(lines), tuple(out), tuple(t for t in later if t.partnership.is_headline)
    )


def _is_later(tie: Partnership, stated: StatedCount) -> bool:
    since = tie.since
    return since is not None and stated.date is not None and stated.date.surely_before(since)


def _reasoned(tie: Tie, reasons: Iterable[CountReason], counted: str) -> CountReason | None:
    """The reason that says so of a tie."""
    found = (r for r in reasons if r.counted == counted and tie.city.id in r.cities)
    return next(found, None)


def _line(
    name: str, kinds: tuple[str, ...], number: int, ties: list[Tie], stated: StatedCount
) -> Line:
    sure, listed, added = [], [], []
    for tie in ties:
        reason = _reasoned(tie, stated.reasons, "included")
        kind = (reason and reason.kind) or tie.partnership.kind
        if kind not in kinds:
            continue
        if tie.partnership.is_headline and tie.partnership.kind in kinds:
            sure.append(tie)
        elif reason is not None:
            added.append(tie)
        else:
            listed.append(tie)
    unnamed = sum(
        reason.number or 0
        for reason in stated.reasons
        if reason.counted == "included" and (reason.kind is None or reason.kind in kinds)
    )
    return Line(name, kinds, number, tuple(sure), tuple(listed), tuple(added), unnamed)
