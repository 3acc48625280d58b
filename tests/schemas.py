"""Judges files of records by the JSON Schema that editors complete and check them with."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from portal.model.records.kind import Kind
from portal.model.records.kinds import KINDS
from portal.model.values.strict import Model
from portal.schema import schema_of


def kind_of(path: Path, data: Path) -> Kind[Model]:
    """The kind of record that a file in a folder ``data`` holds."""
    name = path.relative_to(data).parts[0].removesuffix(".yaml")
    return KINDS[name]


def typed(value: Any, schema: dict[str, Any], whole: dict[str, Any]) -> Any:
    """The value as an editor's YAML parser reads it where the schema asks for a number or a truth value."""
    options = [
        option for choice in schema.get("anyOf", [schema]) for option in resolved(choice, whole)
    ]
    if isinstance(value, dict):
        fields: dict[str, Any] = {}
        other: Any = True
        for option in options:
            fields |= option.get("properties", {})
            other = option.get("additionalProperties", other)
        rest = other if isinstance(other, dict) else {}
        return {key: typed(item, fields.get(key, rest), whole) for key, item in value.items()}
    if isinstance(value, list):
        items: dict[str, Any] = next(
            (option["items"] for option in options if "items" in option), {}
        )
        return [typed(item, items, whole) for item in value]
    types = {option.get("type") for option in options if isinstance(option.get("type"), str)}
    if "boolean" in types and value in ("true", "false"):
        return value == "true"
    if types & {"number", "integer"} and re.fullmatch(r"-?\d+", value):
        return int(value)
    if "number" in types and re.fullmatch(r"-?\d+\.\d+", value):
        return float(value)
    return value


def resolved(schema: dict[str, Any], whole: dict[str, Any]) -> list[dict[str, Any]]:
    """What stands where a schema only refers to it."""
    if "$ref" in schema:
        return [whole["$defs"][schema["$ref"].rpartition("/")[2]]]
    return [schema]


def mistakes(kind: Kind[Model], value: Any) -> list[str]:
    """What a validator finds wrong with the content of a file."""
    schema = schema_of(kind)
    validator = Draft202012Validator(schema)
    found = validator.iter_errors(typed(value, schema, schema))
    return [f"{error.json_path}: {error.message}"[:200] for error in found]


def mistakes_of(path: Path, data: Path) -> list[str]:
    """What a validator finds wrong with a file in a folder ``data``."""
    value = yaml.load(path.read_text(encoding="utf-8"), yaml.CBaseLoader)
    return mistakes(kind_of(path, data), value)
