"""Translates pydantic's errors into problems in the portal's own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

from pydantic import BaseModel

from portal.data.likeness import nearest
from portal.data.problem import Problem
from portal.data.problem import sentences as all_sentences
from portal.model.reading.misnamed import misnamed, without_consequences
from portal.model.reading.misread import misread_list, misread_mapping
from portal.model.reading.text_refusal import text_problems, without_swapped
from portal.model.values.field_marks import Labels, mark_of
from portal.model.values.reference import reference_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from portal.model.reading.text_refusal import Written
    from portal.model.values.walk import Loc

CODES = {
    "missing": "missing-key",
    "extra_forbidden": "unknown-key",
    "literal_error": "not-a-choice",
    "string_type": "not-text",
    "string_too_short": "empty-text",
    "tuple_type": "not-a-list",
    "dict_type": "not-a-mapping",
    "model_type": "not-a-mapping",
    "model_attributes_type": "not-a-mapping",
    "int_parsing": "not-a-whole-number",
    "int_type": "not-a-whole-number",
    "int_from_float": "not-a-whole-number",
    "decimal_type": "not-a-number",
    "decimal_parsing": "not-a-number",
    "greater_than_equal": "number-too-small",
    "less_than_equal": "number-too-large",
    "too_short": "too-few",
    "string_pattern_mismatch": "wrong-form",
}
"""Our code for each of pydantic's; the project's own validators raise our codes directly."""

LIMITS = {"number-too-small": "ge", "number-too-large": "le", "too-few": "min_length"}
"""What pydantic calls the limit."""

KEYS = ("unknown-key", "key-too-deep", "bad-lang", "lang-form", "bad-budget-year")
"""Problems with a key, not with its value."""


def refusals(
    error: ValidationError, model: type[BaseModel], document: Written, loc: Loc
) -> Iterator[Problem]:
    """A problem for each error that a model found in the value at ``loc`` of a document."""
    details = error.errors(include_url=False)
    meant = misnamed(details, lambda inner: _model_at(model, inner))
    holders = {detail["loc"][:end] for detail in details for end in range(len(detail["loc"]))}
    left = without_consequences(details, meant, lambda inner: _model_at(model, inner))
    for detail in without_swapped([*left]):
        # For pydantic, a list is also too short if its items were refused.
        if detail["type"] == "text-faults":
            yield from text_problems(detail, document, loc)
        elif detail["type"] != "too_short" or detail["loc"] not in holders:
            yield _problem(detail, model, document, loc, meant.get(detail["loc"], ""))


def _problem(
    detail: ErrorDetails, model: type[BaseModel], document: Written, loc: Loc, meant: str
) -> Problem:
    """The problem with one value; of an unknown key ``meant`` may tell which one is."""
    code = CODES.get(detail["type"], detail["type"])
    context: dict[str, Any] = dict(detail.get("ctx") or {})
    inner = (*detail["loc"], *context.pop("at", ()))
    found = {"found": shown(detail["input"])} | {k: str(v) for k, v in context.items()}
    found["key"] = _key((*loc, *inner))
    found["nearest"] = ""
    if code in LIMITS:
        found["limit"] = str(context[LIMITS[code]])
    match code:
        case "missing-key":
            if found["key"] in ("zh", "en") and {"zh", "en"} <= set(_keys(model, inner[:-1])):
                code = "language-missing"
                found["field"] = _key((*loc, *inner[:-1]))
        case "unknown-key":
            keys = _keys(model, inner[:-1])
            found["choices"] = ", ".join(keys)
            found["nearest"] = meant or nearest(found["key"], keys)
            if not found["nearest"] and (holder := _holder_of(model, inner)):
                code, found["field"] = "key-too-deep", holder
        case "not-a-choice":
            found["choices"] = ", ".join(_choices(context.get("expected", "")))
            found["nearest"] = nearest(str(detail["input"]), _choices(context.get("expected", "")))
            found["labels"] = _prefix(model, inner)
        case "bad-id" | "id-form":
            found["kinds"] = " / ".join(_kinds(model, inner))
        case "not-a-list" | "not-a-mapping" if isinstance(detail["input"], str):
            look = misread_list if code == "not-a-list" else misread_mapping
            code, found["found"], found["cure"] = look(detail["input"])
        case "bad-lang" | "lang-form" | "bad-budget-year":  # the key is wrong, not the value
            inner = (*inner, found["found"])
        case "unknown-field":
            inner = (*inner, "unsourced")
    if "keys" in context:
        found["key"] = context["keys"]
        code = "missing-keys" if code == "missing-key" else code
    if f"{code}-near" in all_sentences() and found["nearest"]:
        code += "-near"
    place = document.place((*loc, *inner), key=code.startswith(KEYS))
    return Problem(place, code, found)


def _key(loc: Loc) -> str:
    """The key at a location, or that of the list around it."""
    return next((part for part in reversed(loc) if isinstance(part, str)), "")


def shown(value: Any) -> str:
    """A value as quoted in a sentence: text as it is, anything else by its brackets."""
    if value is None:
        return "null"
    if isinstance(value, str):
        return value
    return "{…}" if isinstance(value, dict) else "[…]" if isinstance(value, list) else str(value)


def _choices(expected: str) -> list[str]:
    """The words in pydantic's ``'sister', 'friendship' or 'partner'``."""
    return [part.strip().strip("'") for part in expected.replace(" or ", ", ").split(",")]


def _keys(model: type[BaseModel], loc: Loc) -> list[str]:
    """The keys that the model at ``loc`` knows."""
    found = _model_at(model, loc)
    return list(found.model_fields) if found is not None else []


def _holder_of(model: type[BaseModel], loc: Loc) -> str:
    """The key under which an unknown key stands although a part around it has such a key; empty if none has."""
    for end in range(len(loc) - 2, -1, -1):
        if str(loc[-1]) in _keys(model, loc[:end]):
            return _key(loc[: end + 1]) or _key(loc[:-1])
    return ""


def _field(model: type[BaseModel], loc: Loc) -> tuple[type[BaseModel] | None, str]:
    """The model and the name of the field at ``loc``, or of the list that holds it."""
    inner = loc[:-1] if loc and isinstance(loc[-1], int) else loc
    return (_model_at(model, inner[:-1]), str(inner[-1])) if inner else (None, "")


def _kinds(model: type[BaseModel], loc: Loc) -> tuple[str, ...]:
    """The kinds of records that the field at ``loc`` may name."""
    holder, name = _field(model, loc)
    return dict(reference_fields(holder)).get(name, ()) if holder else ()


def _prefix(model: type[BaseModel], loc: Loc) -> str:
    """What the labels of the choices at ``loc`` begin with."""
    holder, name = _field(model, loc)
    field = holder.model_fields.get(name) if holder else None
    labels = mark_of(field, Labels) if field else None
    return labels.prefix if labels else ""


def _model_at(model: type[BaseModel], loc: Loc) -> type[BaseModel] | None:
    found: Any = model
    for part in loc:
        if isinstance(part, str) and isinstance(found, type) and issubclass(found, BaseModel):
            found = found.model_fields[part].annotation if part in found.model_fields else None
        found = _model_in(found)
    return found if found is None or issubclass(found, BaseModel) else None


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((m for a in get_args(annotation) if (m := _model_in(a))), None)
