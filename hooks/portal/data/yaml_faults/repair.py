"""One way to mend a text, and what an editor is told if it is the right one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Repair:
    """A way to mend a text."""

    code: str
    at: int
    """Where in the text the fault was made."""
    text: str
    """The whole text, mended."""
    found: Mapping[str, str] = field(default_factory=dict)


def replace(text: str, start: int, end: int, new: str) -> str:
    """The text with other words from ``start`` to ``end``."""
    return text[:start] + new + text[end:]


def indent_of(line: str) -> int:
    """How many spaces a line begins with."""
    return len(line) - len(line.lstrip(" "))


def column_of(text: str, offset: int) -> int:
    """How far an offset is from the beginning of its line."""
    return offset - text.rfind("\n", 0, offset) - 1


def line_at(text: str, offset: int) -> str:
    """The line of a text that an offset is in."""
    start = text.rfind("\n", 0, offset) + 1
    end = text.find("\n", offset)
    return text[start : end if end >= 0 else len(text)]
