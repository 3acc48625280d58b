"""Changes a list of records in YAML where it stands: comments, order, quotes and line breaks around it stay.

The text must have been read without problems (``data/document.py``), so that it has no aliases, and is not deeply
nested. Places are looked up in the text as it was; all changes are made at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from portal.data.yaml_edits import yaml_style

if TYPE_CHECKING:
    from collections.abc import Sequence

Loc = tuple[str | int, ...]


class YamlEdit:
    """The changes to one text."""

    def __init__(self, text: str) -> None:
        self._text = text
        top = yaml.compose(text, yaml.CSafeLoader)
        assert isinstance(top, yaml.SequenceNode)
        self._top = top
        self._splices: list[tuple[int, int, str]] = []

    def result(self) -> str:
        """The text with all changes."""
        pieces, at = [], 0
        for start, end, new in sorted(self._splices, key=lambda splice: splice[:2]):
            pieces += [self._text[at:start], new]
            at = end
        return "".join([*pieces, self._text[at:]])

    def set(self, loc: Loc, value: Any, order: Sequence[str] = ()) -> None:
        """The value at a place; a key that is not there comes behind those before it in ``order``."""
        parent, key = self._at(loc[:-1]), str(loc[-1])
        assert isinstance(parent, yaml.MappingNode)
        known = {name.value: (name, node) for name, node in parent.value}
        if key not in known:
            self._add(parent, key, value, order)
            return
        name, node = known[key]
        if isinstance(value, str) and isinstance(node, yaml.ScalarNode):
            indent = name.start_mark.column
            style = str(node.style or "")
            new = (
                yaml_style.flow(value)
                if self._is_flow(loc[:-1])
                else yaml_style.text(value, indent, len(key), style)
            )
            self._put(node.start_mark.index, self._end(node), new)
        else:
            self._put(name.end_mark.index, self._end(node), f": {yaml_style.flow(value)}")

    def drop(self, loc: Loc) -> None:
        """A key that is not the first of its mapping, with its value."""
        parent = self._at(loc[:-1])
        assert isinstance(parent, yaml.MappingNode)
        keys = [name.value for name, _ in parent.value]
        at = keys.index(str(loc[-1]))
        before, node = parent.value[at - 1][1], parent.value[at][1]
        start = self._end(before)
        if not parent.flow_style:
            start = self._line_end(start)
        self._put(start, self._end(node), "")

    def extend(self, loc: Loc, values: Sequence[Any]) -> None:
        """More items at the end of a list that is there."""
        node = self._at(loc)
        assert isinstance(node, yaml.SequenceNode)
        if not node.value:
            self._put(node.start_mark.index, node.end_mark.index, yaml_style.flow(values))
        elif node.flow_style:
            new = "".join(f", {yaml_style.flow(value)}" for value in values)
            end = self._end(node.value[-1])
            self._put(end, end, new)
        else:
            hyphen = " " * node.start_mark.column
            new = "".join(f"\n{hyphen}- {yaml_style.item(value)}" for value in values)
            end = self._line_end(self._end(node.value[-1]))
            self._put(end, end, new)

    def insert(self, at: int, record: dict[str, Any]) -> None:
        """A record after so many others, with an empty line between them."""
        lines = [yaml_style.entry(key, value, 2) for key, value in record.items()]
        new = "- " + "\n  ".join(lines)
        records = self._top.value
        if not records:
            self._put(self._top.start_mark.index, self._top.end_mark.index, new)
        elif at == 0:
            start = self._top.start_mark.index
            self._put(start, start, f"{new}\n\n")
        else:
            end = self._line_end(self._end(records[at - 1]))
            self._put(end, end, f"\n\n{new}")

    def _add(self, parent: yaml.MappingNode, key: str, value: Any, order: Sequence[str]) -> None:
        before = set(order[: order.index(key)]) if key in order else set()
        earlier = [node for name, node in parent.value if name.value in before]
        last = earlier[-1] if earlier else parent.value[-1][1]
        end = self._end(last)
        if parent.flow_style:
            self._put(end, end, f", {key}: {yaml_style.flow(value)}")
            return
        indent = parent.start_mark.column
        end = self._line_end(end)
        self._put(end, end, f"\n{' ' * indent}{yaml_style.entry(key, value, indent)}")

    def _at(self, loc: Loc) -> yaml.Node:
        node: yaml.Node = self._top
        for part in loc:
            if isinstance(node, yaml.SequenceNode):
                node = node.value[int(part)]
            else:
                assert isinstance(node, yaml.MappingNode)
                node = next(inner for name, inner in node.value if name.value == part)
        return node

    def _is_flow(self, loc: Loc) -> bool:
        """Whether what is there stands in brackets."""
        nodes = [self._at(loc[:depth]) for depth in range(len(loc) + 1)]
        return any(isinstance(node, yaml.CollectionNode) and node.flow_style for node in nodes)

    def _end(self, node: yaml.Node) -> int:
        """Where a value ends; a block is taken to end where the next begins, and a folded text with its empty lines."""
        if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            return self._end(last[1] if isinstance(last, tuple) else last)
        end = node.end_mark.index
        if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
            end = node.start_mark.index + len(self._text[node.start_mark.index : end].rstrip())
        return end

    def _line_end(self, position: int) -> int:
        """The end of the line, behind a comment that may stand there."""
        found = self._text.find("\n", position)
        return len(self._text) if found < 0 else found

    def _put(self, start: int, end: int, new: str) -> None:
        self._splices.append((start, end, new))
