"""JSON Schema and the data dictionary, from the same models that check the records."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from portal.model.records.kind import Filing, Kind
from portal.model.records.kinds import KINDS
from portal.model.records.record import Evidence, Record

if TYPE_CHECKING:
    from portal.model.values.strict import Model

BEGIN, END = "<!-- fields: written by `portal schema` -->", "<!-- end of fields -->"
"""The tables are between these lines of ``data/README.md``."""


def schema_of(kind: Kind[Model]) -> dict[str, Any]:
    """The JSON Schema (2020-12) of a file of that kind."""
    schema: dict[str, Any] = kind.model.model_json_schema()
    definitions = schema.pop("$defs", {})
    match kind.filing:
        case Filing.LIST:
            schema = {"type": "array", "items": schema}
        case Filing.MAP:
            schema = {"type": "object", "additionalProperties": schema}
    head = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    return head | schema | ({"$defs": definitions} if definitions else {})


def schemas() -> dict[str, str]:
    """The text of one file a kind: ``cities.json``."""
    found = {kind.name: schema_of(kind) for kind in KINDS}
    return {
        f"{name}.json": f"{json.dumps(schema, ensure_ascii=False, indent=2)}\n"
        for name, schema in found.items()
    }


def with_dictionary(text: str) -> str:
    """The data dictionary with its tables as they are now; the text around them is written by hand."""
    before, _, rest = text.partition(BEGIN)
    after = rest.partition(END)[2]
    return f"{before}{BEGIN}\n\n{dictionary()}\n{END}{after}"


def dictionary() -> str:
    """A table of fields for each kind, for what all records share, and for each part of a record."""
    sections: list[str] = []
    parts: dict[str, dict[str, Any]] = {}
    for kind in KINDS:
        schema = kind.model.model_json_schema()
        parts |= schema.get("$defs", {})
        sections.append(_table(kind.name, f"`data/{kind.path}`: {kind.filing.value}.", schema))
    for shared in (Record, Evidence):
        sections.append(_table(shared.__name__, "", shared.model_json_schema()))
    for name in sorted(parts):
        if parts[name].get("properties"):
            sections.append(_table(name, "Part of a record.", parts[name]))
    return "\n".join(sections)


def _table(name: str, where: str, schema: dict[str, Any]) -> str:
    """The fields of one model; shared fields are linked, not listed again."""
    properties = dict(schema.get("properties", {}))
    also = ""
    for shared in (Record, Evidence):
        fields = set(shared.model_fields) - {"id"}
        if shared.__name__ != name and fields <= properties.keys():
            properties = {key: value for key, value in properties.items() if key not in fields}
            also += f" Also the fields of [{shared.__name__}](#{shared.__name__.lower()})."
    about = str(schema.get("description", "")).split("\n")[0]
    required = set(schema.get("required", ()))
    rows = [
        f"| `{key}` | {_type(field)} | {'yes' if key in required else ''} | {_cell(field)} |"
        for key, field in properties.items()
    ]
    head = "| Field | Type | Required | Meaning |\n|---|---|---|---|"
    return "\n".join([f"### {name}\n\n{about} {where}{also}".rstrip() + f"\n\n{head}", *rows, ""])


def _cell(field: dict[str, Any]) -> str:
    return re.sub(r"\s+", " ", str(field.get("description", ""))).replace("|", "\\|")


WORDS = {"string": "text", "integer": "whole number", "boolean": "true/false", "object": "mapping"}
"""Types of JSON Schema in an editor's words."""


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
    kind = field.get("type", "string")
    if isinstance(kind, list):
        return "date"
    return f"list of {_type(field['items'])}" if kind == "array" else WORDS.get(kind, kind)
