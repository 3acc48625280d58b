"""Columns of the open data, derived from the models: their names, their content, and how to get their values."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from portal.model.values.coordinates import Coordinates
from portal.model.values.field_marks import Labels, Meaning
from portal.model.values.locale import LOCALES
from portal.model.values.moment import Moment
from portal.model.values.names import Names
from portal.model.values.partial_date import FullDate, PartialDate
from portal.model.values.reference import Reference
from portal.model.values.words import Text, Words
from portal.outputs.open_data.take import (
    Refer,
    Take,
    take_all_names,
    take_axis,
    take_id,
    take_ids,
    take_local,
    take_mapping,
    take_text,
    take_texts,
    take_value,
    take_values,
)

Part = type[BaseModel]
"""The model of a part of a record."""

NEVER = frozenset(("draft", "public_from", "public_until", "confidential", "withdrawn"))
"""Fields that say what is public and when; they are only for editors."""

_DAY = FullDate.__metadata__[0]  # type: ignore[attr-defined]
_SCALARS = {str: "text", int: "integer", Decimal: "number", bool: "boolean", Moment: "moment"}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table, or a key of a part of a record."""

    name: str
    """In every file: ``name_zh``."""
    field: str
    """What it is a column of: ``name``."""
    owner: str
    """The class that describes that field: ``Named``."""
    type: str
    """``text``, ``integer``, ``number``, ``boolean``, ``choice``, ``date`` (of any precision), ``day``, ``moment``,
    ``url``, ``list`` (of text), ``words`` (by language tag), ``names`` (a list of such), ``amounts`` (by year),
    ``part`` or ``parts`` (with keys of their own)."""
    take: Take
    locale: str = ""
    """Of the words, if they are in one language."""
    kinds: tuple[str, ...] = ()
    """Of the records whose ids it holds."""
    choices: tuple[str, ...] = ()
    """All values that it may have."""
    labels: str = ""
    """What the labels of the choices begin with."""
    meaning: Meaning | None = None
    """What its field holds, where the model says so in both languages."""
    part: Part | None = None
    """Of a ``part`` or ``parts``: the model that says which keys they have."""
    is_required: bool = False
    """Whether every row has a value."""
    says: Column | None = None
    """The column of ids, codes or parts for which it has the words, if it does nothing else."""
    repeats: bool = False
    """Whether it only repeats for readers what another column or another record says."""

    @property
    def words_beside(self) -> str:
        """Why readers need words beside it: it has an ``id``, a ``code``, a ``part`` or ``names``; or empty.

        Documents are named by ids or addresses, and have titles in a table of their own.
        """
        if self.says or self.kinds == ("sources",):
            return ""
        if self.kinds or self.choices:
            return "id" if self.kinds else "code"
        return {"part": "part", "parts": "part", "names": "names"}.get(self.type, "")

    @property
    def nothing(self) -> str:
        """The value in JSON if nothing is known."""
        if self.type in ("list", "parts", "names"):
            return "[]"
        return "{}" if self.type in ("words", "amounts") else "null"


@cache
def columns_of(model: type[BaseModel]) -> tuple[Column, ...]:
    """The columns of a model, those of its own fields first."""
    own = [name for name, owner in _owners(model).items() if owner == model.__name__]
    rest = [name for name in model.model_fields if name not in own]
    shared = sorted(rest, key=lambda name: name not in ("id", "name"))
    first = [name for name in shared if name in ("id", "name")]
    ordered = [*first, *own, *(name for name in shared if name not in first)]
    return tuple(
        column for name in ordered if name not in NEVER for column in _columns(model, name)
    )


@cache
def _owners(model: type[BaseModel]) -> dict[str, str]:
    """By field: the class in which it is described."""
    found: dict[str, str] = {}
    for base in reversed(model.__mro__):
        found |= dict.fromkeys(inspect.get_annotations(base), base.__name__)
    return {name: owner for name, owner in found.items() if name in model.model_fields}


def part_of(part: BaseModel, refer: Refer) -> dict[str, Any]:
    """A part of a record as an object without empty values."""
    found: dict[str, Any] = {}
    for column in columns_of(type(part)):
        value = column.take(part, refer)
        if value not in (None, "", [], {}):
            found[column.name] = value
    return found


def _columns(model: type[BaseModel], name: str) -> list[Column]:
    """The columns of one field: words of the site's languages have one each."""
    field = model.model_fields[name]
    annotation, marks = _bare(field.annotation, tuple(field.metadata))
    is_list = get_origin(annotation) is tuple
    if is_list:
        annotation, marks = _bare(get_args(annotation)[0], marks)
    meaning = next((mark for mark in marks if isinstance(mark, Meaning)), None)
    found = _Field(
        model, name, _owners(model)[name], is_required=field.is_required(), meaning=meaning
    )
    if _is_model(annotation):
        return found.of_model(annotation, is_list=is_list)
    if get_origin(annotation) is dict:
        type_ = "words" if get_args(annotation)[1] is Words else "amounts"
        return [found.column(type_, take_mapping(name))]
    return [found.of_values(annotation, marks, is_list=is_list)]


@dataclass(frozen=True, slots=True)
class _Field:
    """A field of a model, from which columns are made."""

    model: type[BaseModel]
    name: str
    owner: str
    is_required: bool
    meaning: Meaning | None

    def column(self, type_: str, take: Take, suffix: str = "", **more: Any) -> Column:
        more.setdefault("is_required", self.is_required and not suffix.endswith("local"))
        more["meaning"] = self.meaning
        return Column(f"{self.name}{suffix}", self.name, self.owner, type_, take, **more)

    def of_model(self, annotation: type[BaseModel], *, is_list: bool) -> list[Column]:
        """The columns of a field that holds parts, words or a point."""
        if annotation is Coordinates:
            return self._point()
        if issubclass(annotation, Text):
            return self._words(annotation, is_list=is_list)
        if is_list:
            return [self.column("parts", _parts(self.name), part=annotation, is_required=False)]
        return [self.column("part", _part(self.name), part=annotation)]

    def of_values(self, annotation: Any, marks: tuple[Any, ...], *, is_list: bool) -> Column:
        """The column of a field that holds a value, an id, or a list of such."""
        kinds = next((mark.kinds for mark in marks if isinstance(mark, Reference)), ())
        choices = get_args(annotation) if get_origin(annotation) is Literal else ()
        labels = next((mark.prefix for mark in marks if isinstance(mark, Labels)), "")
        if is_list:
            take = take_ids(self.name, kinds) if kinds else take_values(self.name)
            return self.column(
                "list", take, kinds=kinds, choices=choices, labels=labels, is_required=False
            )
        if kinds:
            return self.column("text", take_id(self.name, kinds), kinds=kinds)
        type_ = _scalar(annotation, marks, choices)
        return self.column(type_, take_value(self.name, annotation), choices=choices, labels=labels)

    def _words(self, annotation: type[Text], *, is_list: bool) -> list[Column]:
        is_names = annotation is Names
        if is_names and is_list:
            return [self.column("names", take_all_names(self.name), is_required=False)]
        type_, take = ("list", take_texts) if is_list else ("text", take_text)
        found = [
            self.column(
                type_, take(self.name, locale.code), f"_{locale.code}",
                locale=locale.code, is_required=self.is_required and not is_list,
            )
            for locale in LOCALES
        ]  # fmt: skip
        if is_names:
            found.append(self.column("words", take_local(self.name), "_local"))
        if issubclass(annotation, Names) and not is_list:
            read = take_text(self.name, "reading")
            found.append(self.column("text", read, "_reading", is_required=False))
        return found

    def _point(self) -> list[Column]:
        return [
            Column(
                name,
                self.name,
                self.owner,
                "number",
                take_axis(self.name, axis),
                meaning=self.meaning,
            )
            for name, axis in (("latitude", "lat"), ("longitude", "lon"))
        ]


def _part(name: str) -> Take:
    def take(record: BaseModel, refer: Refer) -> Any:
        value = getattr(record, name)
        return part_of(value, refer) if value is not None else None

    return take


def _parts(name: str) -> Take:
    return lambda record, refer: [part_of(value, refer) for value in getattr(record, name)]


def _bare(annotation: Any, marks: tuple[Any, ...]) -> tuple[Any, tuple[Any, ...]]:
    """A type without ``| None`` and without ``Annotated``, and all its marks."""
    while True:
        origin = get_origin(annotation)
        if origin is Annotated:
            annotation, *more = get_args(annotation)
            marks += tuple(more)
        elif origin in (Union, UnionType):
            annotation = next(a for a in get_args(annotation) if a is not type(None))
        else:
            return annotation, marks


def _is_model(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


def _scalar(annotation: Any, marks: tuple[Any, ...], choices: tuple[str, ...]) -> str:
    if choices:
        return "choice"
    if annotation is PartialDate:
        return "day" if _DAY in marks else "date"
    is_url = any("uri" in str(getattr(mark, "json_schema_extra", "")) for mark in marks)
    return "url" if is_url else _SCALARS[annotation]
