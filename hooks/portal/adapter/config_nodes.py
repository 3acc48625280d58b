"""What is wrong with the YAML of ``mkdocs.yml`` although it can be parsed: MkDocs says nothing, or fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from portal.data.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

_YAML = "tag:yaml.org,2002:"
_OWN = ("!ENV", "!relative", f"{_YAML}python/")
"""Tags that MkDocs knows, and those with which extensions of Markdown are given functions."""

_MERGE = "<<"


def node_problems(name: str, top: yaml.Node | None) -> Iterator[Problem]:
    """Repeated keys, of which all but the last would be lost, unknown tags, and values that YAML cannot read."""
    waiting = [top] if top else []
    seen: set[int] = set()
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        yield from _wrong_tag(name, node)
        if isinstance(node, yaml.MappingNode):
            yield from _repeated(name, node)
            waiting += [inner for pair in node.value for inner in pair]
        elif isinstance(node, yaml.SequenceNode):
            waiting += node.value


def _repeated(name: str, node: yaml.MappingNode) -> Iterator[Problem]:
    first: dict[str, int] = {}
    for key, _ in node.value:
        if not isinstance(key, yaml.ScalarNode) or key.value == _MERGE:
            continue
        line = key.start_mark.line + 1
        if (known := first.setdefault(key.value, line)) != line:
            found = {"found": key.value, "first": str(known)}
            yield Problem(_place(name, key), "repeated-key", found)


def _wrong_tag(name: str, node: yaml.Node) -> Iterator[Problem]:
    if node.tag.startswith(_OWN):
        return
    if not node.tag.startswith(_YAML):
        yield Problem(_place(name, node), "tag", {"found": node.tag})
    elif isinstance(node, yaml.ScalarNode) and node.value != _MERGE:
        loader: Any = yaml.SafeLoader("")
        try:
            loader.construct_object(node)
        except (ValueError, OverflowError, yaml.YAMLError):  # 2026-13-45 is no day
            yield Problem(_place(name, node), "not-text", {"found": node.value})


def _place(name: str, node: yaml.Node) -> Place:
    return Place(name, node.start_mark.line + 1, node.start_mark.column + 1)
