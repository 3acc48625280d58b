"""Ids, and the fields that name another record by its id."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Annotated

from pydantic import AfterValidator, BaseModel, Field
from pydantic_core import PydanticCustomError

from portal.data.likeness import folded
from portal.model.values.field_marks import Essential, mark_of
from portal.model.values.url import check_url
from portal.model.values.walk import Loc, walk

if TYPE_CHECKING:
    from collections.abc import Iterator

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
LONGEST_ID = 80
"""Characters: an id is also a folder name and part of an address."""


def check_id(text: str) -> str:
    """Lower-case ASCII words with hyphens; raises PydanticCustomError ``bad-id``, or ``id-form`` with the ``cure``."""
    if not _is_id(text):
        cure = folded(text)
        code = "id-form" if _is_id(cure) and "/" not in text else "bad-id"
        raise PydanticCustomError(code, code, {"found": text, "cure": cure})
    return text


def _is_id(text: str) -> bool:
    return len(text) <= LONGEST_ID and _ID.fullmatch(text) is not None


Id = Annotated[
    str, AfterValidator(check_id), Field(json_schema_extra={"pattern": f"^{_ID.pattern}$"})
]
"""A permanent name: kebab-case ASCII, the same in both locales, and part of the page's address."""


@dataclass(frozen=True, slots=True)
class Reference:
    """Marks a field whose text is the id of a record of one of these kinds."""

    kinds: tuple[str, ...]


def _source(text: str) -> str:
    return check_url(text) if re.search("[:./@]", text) else check_id(text)


HomeId = Annotated[Id, Reference(("homes",))]
UnitId = Annotated[Id, Reference(("units",))]
IssuerId = Annotated[Id, Reference(("homes", "units"))]
CityId = Annotated[Id, Reference(("cities",))]
OrganizationId = Annotated[Id, Reference(("organizations",))]
PartyId = Annotated[Id, Reference(("homes", "units", "cities", "organizations")), Essential()]
"""Who signed an agreement: without one of them, it would be another agreement."""
ExchangeId = Annotated[Id, Reference(("exchanges",))]
PressReleaseId = Annotated[Id, Reference(("press_releases",))]
TripReportId = Annotated[Id, Reference(("trip_reports",))]
PlanId = Annotated[Id, Reference(("plans",))]
ConceptId = Annotated[Id, Reference(("glossary",))]
CountryCode = Annotated[str, Reference(("countries",))]
"""ISO 3166-1 alpha-2, upper case; ``XK`` is the user-assigned code of Kosovo."""
SourceRef = Annotated[str, AfterValidator(_source), Reference(("sources",))]
"""The id of a document in ``sources.yaml``, or an http(s) address."""


def references(record: BaseModel) -> Iterator[tuple[Loc, tuple[str, ...], str]]:
    """Every id that a record refers to, with its location and the kinds it may belong to.

    Addresses in a ``SourceRef`` do not refer to records and are skipped.
    """
    for loc, model in walk(record):
        for name, kinds in reference_fields(type(model)):
            value = getattr(model, name)
            if isinstance(value, tuple):
                for index, item in enumerate(value):
                    if ":" not in item:
                        yield (*loc, name, index), kinds, item
            elif value is not None:
                yield (*loc, name), kinds, value


@cache
def reference_fields(model: type[BaseModel]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The fields of a model that hold ids, and the kinds these may belong to."""
    found = ((name, mark_of(field, Reference)) for name, field in model.model_fields.items())
    return tuple((name, mark.kinds) for name, mark in found if mark)
