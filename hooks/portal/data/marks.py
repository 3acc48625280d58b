"""The location of each value and key in a YAML text.

Built only to locate problems: a portal without problems needs none of it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import yaml


@dataclass(slots=True)
class Mark:
    """The location of a value, with the marks of its content. Lines and columns are counted from 0."""

    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    """For a mapping: the location of each key."""
    children: dict[str | int, Mark] = field(default_factory=dict)
    """By key for a mapping, by index for a sequence."""
    last_line: int = 0
    """Where the value ends, if it is text."""

    def find(self, loc: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value at ``loc`` or of its key, or else of the last part that exists."""
        mark = self
        for step, part in enumerate(loc):
            if key and step == len(loc) - 1 and part in mark.keys:
                line, column = mark.keys[str(part)]
                return line + 1, column + 1
            child = mark.children.get(part)
            if child is None:
                break
            mark = child
        return mark.line + 1, mark.column + 1

    def end(self, loc: tuple[str | int, ...]) -> int:
        """The last line, from 1, of the text at ``loc``."""
        mark = self
        for part in loc:
            mark = mark.children.get(part, mark)
        return mark.last_line + 1


def read_marks(text: str) -> Mark:
    """The marks of a text that was read as a document, so it parses and is not deeply nested."""
    top = Mark(0, 0)
    open_marks: list[tuple[Mark, bool]] = []
    keys: list[str | None] = []
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            if isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
                open_marks.pop()
                keys.pop()
            elif isinstance(event, yaml.NodeEvent):
                assert event.start_mark is not None
                mark = Mark(event.start_mark.line, event.start_mark.column)
                if isinstance(event, yaml.ScalarEvent) and event.end_mark is not None:
                    mark.last_line = event.end_mark.line
                holder, is_mapping = open_marks[-1] if open_marks else (None, False)
                if holder is None:
                    top = mark
                elif is_mapping and keys[-1] is None:
                    key = event.value if isinstance(event, yaml.ScalarEvent) else ""
                    holder.keys.setdefault(key, (mark.line, mark.column))
                    keys[-1] = key
                elif is_mapping:
                    holder.children.setdefault(str(keys[-1]), mark)
                    keys[-1] = None
                else:
                    holder.children[len(holder.children)] = mark
                if isinstance(event, yaml.CollectionStartEvent):
                    open_marks.append((mark, isinstance(event, yaml.MappingStartEvent)))
                    keys.append(None)
    except yaml.YAMLError:
        return top  # the file has changed since it was read
    return top
