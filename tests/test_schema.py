"""Editors complete and check records by JSON Schema: it follows the models, and the records follow it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import demonstration
import pytest
from building import ROOT
from jsonschema import Draft202012Validator
from schemas import mistakes, mistakes_of

from portal.model.records.kind import Filing, Kind
from portal.model.records.kinds import KINDS
from portal.model.values.strict import Model
from portal.schema import schema_of, schemas, with_dictionary

OURS = ROOT / "data"
"""Where the schemas and the dictionary are kept."""
DATA = demonstration.FOLDER / "data"
FILES = sorted(DATA.rglob("*.yaml"))


def test_the_schemas_are_those_of_the_models() -> None:
    """``portal schema`` renews them."""
    kept = {p.name: p.read_text(encoding="utf-8") for p in (OURS / "schema").glob("*.json")}
    assert kept == schemas()


def test_the_data_dictionary_is_that_of_the_models() -> None:
    """``portal schema`` renews its tables."""
    text = (OURS / "README.md").read_text(encoding="utf-8")
    assert with_dictionary(text) == text


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_schema_is_valid_and_describes_each_field(kind: Kind[Model]) -> None:
    schema = schema_of(kind)
    Draft202012Validator.check_schema(schema)
    record = schema.get("items") or schema.get("additionalProperties") or schema
    fields = (schema if kind.filing in (Filing.FOLDER, Filing.YEARS) else record)["properties"]
    assert [name for name, field in fields.items() if not field.get("description")] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(DATA).as_posix())
def test_records_that_are_right_follow_the_schema(path: Path) -> None:
    assert mistakes_of(path, DATA) == []


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
