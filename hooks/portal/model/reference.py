"""Ids, and the fields that name another record by its id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import AfterValidator, BaseModel, Field
from pydantic_core import PydanticCustomError

from portal.model.text import check_url

if TYPE_CHECKING:
    from collections.abc import Iterator

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 80
"""Characters: an id is also a folder name and part of an address."""

Loc = tuple[str | int, ...]
"""The way from a record to a value inside it, as pydantic writes it."""


def check_id(text: str) -> str:
    """Lower-case ASCII words with hyphens; raises PydanticCustomError ``bad-id``."""
    if not _ID.fullmatch(text) or len(text) > LONGEST_ID:
        raise PydanticCustomError("bad-id", "bad-id", {"found": text})
    return text


Id = Annotated[
    str, AfterValidator(check_id), Field(json_schema_extra={"pattern": f"^{_ID.pattern}$"})
]
"""A permanent name: kebab-case ASCII, equal in both locales, part of the page's address."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field whose text is the id of a record of one of these kinds."""

    kinds: tuple[str, ...]


def _source(text: str) -> str:
    return check_url(text) if ":" in text else check_id(text)


HomeId = Annotated[Id, Reference(("homes",))]
UnitId = Annotated[Id, Reference(("units",))]
IssuerId = Annotated[Id, Reference(("homes", "units"))]
CityId = Annotated[Id, Reference(("cities",))]
OrganizationId = Annotated[Id, Reference(("organizations",))]
PartyId = Annotated[Id, Reference(("homes", "units", "cities", "organizations"))]
ExchangeId = Annotated[Id, Reference(("exchanges",))]
PressReleaseId = Annotated[Id, Reference(("press_releases",))]
TripReportId = Annotated[Id, Reference(("trip_reports",))]
PlanId = Annotated[Id, Reference(("plans",))]
ConceptId = Annotated[Id, Reference(("glossary",))]
CountryCode = Annotated[str, Reference(("countries",))]
"""ISO 3166-1 alpha-2, upper case; ``XK`` is the user-assigned code of Kosovo."""
SourceRef = Annotated[str, AfterValidator(_source), Reference(("sources",))]
"""The id of a document in ``sources.yaml``, or an http(s) address."""


def references(model: BaseModel, loc: Loc = ()) -> Iterator[tuple[Loc, tuple[str, ...], str]]:
    """Every id that a record names, with where it stands and the kinds it may be of.

    An address in a ``SourceRef`` names no record and is passed over.
    """
    for name, field in type(model).model_fields.items():
        value = getattr(model, name)
        if value is not None:
            marker = next((m for m in field.metadata if isinstance(m, Reference)), None)
            yield from _in_value(value, (*loc, name), marker or _inner(field.annotation))


def _in_value(
    value: Any, loc: Loc, marker: Reference | None
) -> Iterator[tuple[Loc, tuple[str, ...], str]]:
    if isinstance(value, BaseModel):
        yield from references(value, loc)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _in_value(item, (*loc, index), marker)
    elif marker and isinstance(value, str) and ":" not in value:
        yield loc, marker.kinds, value


def _inner(annotation: Any) -> Reference | None:
    """The marker inside ``tuple[CityId, ...]`` or ``CityId | None``."""
    for argument in getattr(annotation, "__args__", ()):
        for item in getattr(argument, "__metadata__", ()):
            if isinstance(item, Reference):
                return item
        if found := _inner(argument):
            return found
    return None
