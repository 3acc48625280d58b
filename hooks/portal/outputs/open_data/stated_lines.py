"""Rows that set each stated number of ties against the records: what the page of a home's counts says, as a table."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Annotated, Any, Literal

from portal.model.catalog.reconciliation import reconciliations, statement_keys
from portal.model.catalog.tie import Tie, ties_of
from portal.model.records.home import StatedBy
from portal.model.records.partnership import HEADLINE_KINDS
from portal.model.records.record import Evidence
from portal.model.values.field_marks import Labels
from portal.model.values.partial_date import PartialDate
from portal.model.values.words import Text
from portal.outputs.open_data.items import JOINT, Item
from portal.pages.reconciliation_pages import has_reconciliation, reconciliation_address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.catalog.catalog import Catalog
    from portal.model.catalog.reconciliation import Line, Reconciliation
    from portal.model.records.home import Home


class StatedLine(Evidence):
    """A number of ties that was stated, and what the portal has for it."""

    date: PartialDate | None = None
    """The day, month or year for which it was stated. If empty, see as_of."""
    stated_by: StatedBy
    """Who states it: the government itself, or only the press."""
    as_of: Text
    """When and by whom it was stated."""
    kind: Annotated[Literal["sister", "friendship", "partner", "total"], Labels("stated.kind")]
    """What it counts: ties of one kind, or several kinds together."""
    stated: int
    """The number, as stated."""
    confirmed: int
    """Ties on record up to that day that are in force and verified, and are not known to be left out."""
    listed: int
    """Ties on record that it may include: dormant, not verified, or of unknown status."""
    added: int
    """Ties that it is known to include besides: of another kind on the portal, or without a record."""
    accounted: int
    """The three before together: the most that the records account for."""
    missing: int
    """How many of the stated ties no record accounts for."""
    outcome: Annotated[Literal["closes", "short", "between", "over"], Labels("stated.outcome")]
    """What the comparison shows."""


def stated_lines(catalog: Catalog) -> Iterator[Item]:
    """The lines of every comparison, each with its place on the page of the home's counts."""
    ties: dict[str, list[Tie]] = defaultdict(list)
    for tie in ties_of(catalog.cities.values()):
        ties[tie.partnership.home].append(tie)
    for home in filter(has_reconciliation, catalog.publishers):
        for found in reconciliations(home, ties[home.id]):
            for line in found.lines:
                path = f"{reconciliation_address(home)}#as-of-{found.key}-{line.name}"
                row = _row(found, line)
                yield Item(_id(home, found.key, line.name), row, path, home.id, home)


def stated_line_ids(home: Home) -> list[str]:
    """Those of all numbers that are stated of a home."""
    keys = statement_keys(home.stated_counts)
    return [
        _id(home, key, name)
        for key, stated in zip(keys, home.stated_counts, strict=True)
        for name in (*HEADLINE_KINDS, "total")
        if (stated.total if name == "total" else stated.of(name)) is not None
    ]


def _id(home: Home, key: str, name: str) -> str:
    return f"{home.id}{JOINT}{key}{JOINT}{name}"


def _row(found: Reconciliation, line: Line) -> StatedLine:
    stated = found.stated
    told: dict[str, Any] = {
        "date": stated.date,
        "stated_by": stated.stated_by,
        "as_of": stated.as_of,
        "kind": line.name,
        "stated": line.stated,
        "confirmed": len(line.sure),
        "listed": len(line.listed),
        "added": len(line.added) + line.unnamed,
        "accounted": line.most,
        "missing": max(0, line.stated - line.most),
        "outcome": line.outcome,
        "sources": stated.sources,
        "verified": stated.verified,
    }
    return StatedLine.model_construct(**told)  # all of it was judged when it was read
