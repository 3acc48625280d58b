"""A graph of nodes in two forms of RDF: JSON-LD 1.1 and Turtle 1.1.

A node is a mapping as in JSON-LD: ``@id``, ``@type`` and properties, whose values are nodes, literals or text; several
nodes stand in a list under ``@graph``. The
library that reads RDF in the tests takes as long to import as a small build; writing needs these few lines.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def json_ld(graph: Mapping[str, Any], prefixes: Mapping[str, str]) -> bytes:
    """The graph as a document of its own."""
    return f"{json.dumps({'@context': prefixes, **graph}, ensure_ascii=False, indent=1)}\n".encode()


def turtle(graph: Mapping[str, Any], prefixes: Mapping[str, str]) -> bytes:
    """The graph as subjects with their properties, each subject once."""
    subjects: dict[str, list[str]] = {}
    for node in graph.get("@graph", [graph]):
        _subject(node, subjects)
    head = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in prefixes.items())
    body = "".join(_block(name, said) for name, said in subjects.items())
    return f"{head}{body}".encode()


def _block(name: str, said: list[str]) -> str:
    lines = " ;\n    ".join(said)
    return f"\n{name}\n    {lines} .\n"


def _subject(node: Mapping[str, Any], subjects: dict[str, list[str]]) -> str:
    """Record what is said about a named node; returns the name."""
    name = f"<{node['@id']}>"
    if name not in subjects and len(node) > 1:
        subjects[name] = []  # first, so that the whole stands before its parts
        subjects[name] = _said(node, subjects)
    return name


def _said(node: Mapping[str, Any], subjects: dict[str, list[str]]) -> list[str]:
    said = [f"a {node['@type']}"] if "@type" in node else []
    for name, value in node.items():
        if not name.startswith("@"):
            values = value if isinstance(value, list) else [value]
            said.append(f"{name} {', '.join(_object(item, subjects) for item in values)}")
    return said


def _object(value: Any, subjects: dict[str, list[str]]) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if "@value" in value:
        tail = f"@{value['@language']}" if "@language" in value else f"^^{value['@type']}"
        return f"{_quoted(value['@value'])}{tail}"
    if "@id" in value:
        return _subject(value, subjects)
    return f"[ {' ; '.join(_said(value, subjects))} ]"


def _quoted(text: str) -> str:
    """JSON escapes what Turtle must, and in the same way (Turtle, 2.5.1)."""
    return json.dumps(text, ensure_ascii=False)
