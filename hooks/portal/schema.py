"""JSON Schema and the data dictionary, from the same models that check the records."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from portal.model.kinds import KINDS, Kind, Layout

if TYPE_CHECKING:
    from pathlib import Path

BEGIN, END = "<!-- fields: written by `portal schema` -->", "<!-- end of fields -->"
"""Between these lines of ``data/README.md`` stand the tables."""


def schema_of(kind: Kind) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a file of that kind."""
    schema = kind.model.model_json_schema()
    definitions = schema.pop("$defs", {})
    match kind.layout:
        case Layout.LIST:
            schema = {"type": "array", "items": schema}
        case Layout.MAP:
            schema = {"type": "object", "additionalProperties": schema}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return head | schema | ({"$defs": definitions} if definitions else {})


def write_schemas(folder: Path) -> None:
    """One file a kind: ``cities.json``."""
    folder.mkdir(parents=True, exist_ok=True)
    for kind in KINDS:
        text = json.dumps(schema_of(kind), ensure_ascii=False, indent=2)
        (folder / f"{kind.name}.json").write_text(f"{text}\n", encoding="utf-8")


def write_dictionary(readme: Path) -> None:
    """Renew the tables of the data dictionary; the words around them are written by hand."""
    text = readme.read_text(encoding="utf-8")
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    readme.write_text(f"{before}{BEGIN}\n\n{dictionary()}\n{END}{after}", encoding="utf-8")


def dictionary() -> str:
    """A table of fields for each kind, and for each part that kinds share."""
    sections: list[str] = []
    parts: dict[str, dict[str, Any]] = {}
    for kind in KINDS:
        schema = kind.model.model_json_schema()
        parts |= schema.get("$defs", {})
        where = f"`data/{kind.path}`, {kind.layout.value}"
        sections.append(_table(f"### {kind.name} {{ #{kind.name} }}", f"{where}.", schema))
    for name in sorted(parts):
        if parts[name].get("properties"):
            sections.append(_table(f"### {name} {{ #{name.lower()} }}", "Part of a record.", parts[name]))
    return "\n".join(sections)


def _table(heading: str, where: str, schema: dict[str, Any]) -> str:
    about = str(schema.get("description", "")).split("\n")[0]
    required = set(schema.get("required", ()))
    rows = [
        f"| `{name}` | {_type(field)} | {'yes' if name in required else ''} | {_cell(field)} |"
        for name, field in schema.get("properties", {}).items()
    ]
    head = f"{heading}\n\n{about} {where}\n\n| Field | Type | Required | Meaning |\n|---|---|---|---|"
    return "\n".join([head, *rows, ""])


def _cell(field: dict[str, Any]) -> str:
    return re.sub(r"\s+", " ", str(field.get("description", ""))).replace("|", "\\|")


def _type(field: dict[str, Any]) -> str:
    """The type in a word or two: ``list of [Agreement](#agreement)``."""
    if "$ref" in field:
        name = field["$ref"].rpartition("/")[2]
        return f"[{name}](#{name.lower()})"
    if "anyOf" in field:
        kinds = [_type(option) for option in field["anyOf"] if option.get("type") != "null"]
        return kinds[0] if "number" in kinds or len(set(kinds)) == 1 else " or ".join(kinds)
    if "enum" in field:
        return "one of " + ", ".join(f"`{choice}`" for choice in field["enum"])
    match field.get("type"):
        case "array":
            return f"list of {_type(field.get('items', {}))}"
        case "object":
            return "mapping"
        case ["string", "integer"]:
            return "date"
        case None:
            return "text"
        case other:
            return {"string": "text", "integer": "whole number", "boolean": "true/false"}.get(
                str(other), str(other)
            )
