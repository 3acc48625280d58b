"""Editors complete and check records by JSON Schema: it follows the models, and the records follow it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from portal.model.records.kinds import KINDS, Filing, Kind
from portal.model.values.strict import Model
from portal.schema import schema_of, write_dictionary, write_schemas

DATA = Path(__file__).parents[1] / "data"
FILES = sorted(DATA.rglob("*.yaml"))
MODELINE = re.compile(r"# yaml-language-server: \$schema=(\S+)\n")


def kind_of(path: Path) -> Kind[Model]:
    name = path.relative_to(DATA).parts[0].removesuffix(".yaml")
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
    if "$ref" in schema:
        return [whole["$defs"][schema["$ref"].rpartition("/")[2]]]
    return [schema]


def mistakes(kind: Kind[Model], value: Any) -> list[str]:
    schema = schema_of(kind)
    validator = Draft202012Validator(schema)
    found = validator.iter_errors(typed(value, schema, schema))
    return [f"{error.json_path}: {error.message}"[:200] for error in found]


def test_the_schemas_are_those_of_the_models(tmp_path: Path) -> None:
    """``portal schema`` renews them."""
    write_schemas(tmp_path)
    fresh = {path.name: path.read_text(encoding="utf-8") for path in tmp_path.iterdir()}
    kept = {p.name: p.read_text(encoding="utf-8") for p in (DATA / "schema").glob("*.json")}
    assert kept == fresh


def test_the_data_dictionary_is_that_of_the_models(tmp_path: Path) -> None:
    """``portal schema`` renews its tables."""
    text = (DATA / "README.md").read_text(encoding="utf-8")
    copy = tmp_path / "README.md"
    copy.write_text(text, encoding="utf-8")
    write_dictionary(copy)
    assert copy.read_text(encoding="utf-8") == text


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_valid_and_describes_each_field(kind: Kind[Model]) -> None:
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    record = schema.get("items") or schema.get("additionalProperties") or schema
    fields = (schema if kind.filing in (Filing.FOLDER, Filing.YEARS) else record)["properties"]
    assert [name for name, field in fields.items() if not field.get("description")] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DATA).as_posix())
def test_a_file_of_records_points_to_its_schema_and_follows_it(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    modeline = MODELINE.match(text)
    assert modeline, "the first line names the schema"
    kind = kind_of(path)
    assert (path.parent / modeline[1]).resolve() == DATA / "schema" / f"{kind.name}.json"
    assert (DATA / "schema" / f"{kind.name}.json").is_file()
    assert mistakes(kind, yaml.load(text, yaml.CBaseLoader)) == []


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("sources", [{"id": "a", "name": {"zh": "甲", "en": "A"}, "publisher": {"zh": "甲", "en": "A"}, "x": "y"}]),
        ("sources", [{"id": "A b", "name": {"zh": "甲", "en": "A"}, "publisher": {"zh": "甲", "en": "A"}}]),
        ("sources", [{"id": "a", "name": {"zh": "甲"}, "publisher": {"zh": "甲", "en": "A"}}]),
        ("sources", {"id": "a"}),
        ("countries", [{"id": "JP", "name": {"zh": "日本", "en": "Japan"}, "continent": "asien"}]),
        ("labels", {"a": {"zh": "甲"}}),
        ("labels", {"a": {"zh": "甲", "en": ""}}),
    ],
)  # fmt: skip
def test_an_editor_is_warned_of_a_mistake(name: str, value: Any) -> None:
    assert mistakes(KINDS[name], value)
