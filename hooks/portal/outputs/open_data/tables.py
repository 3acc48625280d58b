"""Which tables the open data has: one for each kind of record, and for those parts of records that people look for."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING, Any

from portal.model.records.city import City
from portal.model.records.home import Unit
from portal.model.records.kind import UNITS, Kind
from portal.model.records.kinds import (
    CITIES,
    COUNTRIES,
    GLOSSARY,
    HOMES,
    KINDS,
    ORGANIZATIONS,
    PLANS,
    PRESS_RELEASES,
    TRIP_REPORTS,
)
from portal.model.records.organization import Membership
from portal.model.records.partnership import Partnership
from portal.outputs.open_data.column import Column, columns_of
from portal.outputs.open_data.items import (
    countries,
    membership_ids,
    memberships,
    partnership_ids,
    partnerships,
    records,
    unit_ids,
    units,
)
from portal.outputs.open_data.stated_lines import StatedLine, stated_line_ids, stated_lines
from portal.outputs.open_data.table import Table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.model.records.concept import Concept
    from portal.model.records.country import Country
    from portal.model.records.record import Record
    from portal.model.values.strict import Model
    from portal.outputs.open_data.take import Refer


def _headline(tie: Partnership, _: Refer) -> bool:
    return tie.is_headline


def _since(tie: Partnership, _: Refer) -> str | None:
    return tie.since.iso if tie.since else None


def _own_id(record: Record | Country) -> tuple[str]:
    return (record.id,)


def _term(locale: str) -> Column:
    def take(concept: Concept, _: Refer) -> str:
        return concept.preferred(locale)

    return Column(
        f"term_{locale}", "term", "Preferred", "text", take, locale=locale, is_required=True
    )


_IN_HEADLINE = Column("headline", "headline", "Counted", "boolean", _headline, is_required=True)

_SINCE = Column("since", "since", "Counted", "date", _since)

_COUNTRY = tuple(
    replace(column, repeats=True) for column in columns_of(City) if column.name == "country"
)
"""The country of the city of a tie."""

_PROSE: tuple[Kind[Any], ...] = (PRESS_RELEASES, TRIP_REPORTS, PLANS)

_SKOS = {GLOSSARY.name: "skos:Concept"}
"""Types of rows that another vocabulary says better than schema.org."""

_MORE: dict[str, tuple[Column, ...]] = {GLOSSARY.name: (_term("zh"), _term("en"))}
"""Columns of records that no field of their model holds."""

_INSIDE = (
    Table(
        UNITS, Unit, HOMES.name, units, unit_ids,
        owner=("home", HOMES.name), schema_type=f"schema:{HOMES.schema_type}",
    ),
    Table(
        "counts", StatedLine, HOMES.name, stated_lines, stated_line_ids,
        owner=("home", HOMES.name), made_from=(CITIES.name,), schema_type="schema:Observation",
    ),
    Table(
        "partnerships", Partnership, CITIES.name, partnerships, partnership_ids,
        owner=("city", CITIES.name), holders=_COUNTRY, more=(_IN_HEADLINE, _SINCE),
    ),
    Table(
        "memberships", Membership, ORGANIZATIONS.name, memberships, membership_ids,
        owner=("organization", ORGANIZATIONS.name), has_pages=False, schema_type="schema:OrganizationRole",
    ),
)  # fmt: skip
"""Tables of parts of records, each named after its field, and of what is computed of records."""


def tables() -> tuple[Table, ...]:
    """Every table, in the order of the lists; each exists even without rows, so that addresses are permanent."""
    kinds: tuple[Kind[Model], ...] = (*KINDS.with_lists, COUNTRIES)
    return tuple(table for kind in kinds for table in (_of_kind(kind), *_inside(kind)))


def table_of(name: str) -> Table:
    """The table of that name; raises StopIteration if there is none."""
    return next(table for table in tables() if table.name == name)


def _inside(kind: Kind[Model]) -> Iterator[Table]:
    return (table for table in _INSIDE if table.kind == kind.name)


@cache
def _of_kind(kind: Kind[Any]) -> Table:
    is_record = kind.holds_records
    return Table(
        kind.name,
        kind.model,
        kind.name,
        records(kind) if is_record else countries,
        _own_id,
        without=tuple(table.name for table in _inside(kind)),
        more=_MORE.get(kind.name, ()),
        is_prose=kind in _PROSE,
        has_pages=is_record,
        schema_type=_SKOS.get(kind.name) or f"schema:{kind.schema_type}",
    )
