"""Keys and values as they seem to be meant, in a text that YAML cannot read."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(
    r"""(?P<indent>\s*)(?P<dashes>(?:-[ ]+)*)
    (?:(?P<key>"[^"\n]*"|'[^'\n]*'|[^\s"'\[\]{}#][^\n]*?)[ ]*:(?:[ ]+|$))?(?P<value>.*)""",
    re.VERBOSE,
)
_PAIR = re.compile(r"""(?P<key>"[^"\n]*"|'[^'\n]*'|[^\s"'\[\]{}#,:][^\n,:]*?)\s*:(?:\s+|$)""")
PLAIN_WORD = re.compile(r"[\w.-]+", re.ASCII)
"""A value of one word, which hardly ever is prose."""

_BLOCK = re.compile(r"[|>][-+\d]*\s*(?:#.*)?$")
"""The mark of a text that stands on the lines below."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A key with its value, or an item."""

    start: int
    """Where it begins in the text."""
    key: str
    value_start: int
    value: str
    """As written, without spaces around it."""
    bracket: str
    """The bracket that it is in; empty for one that has a line of its own."""

    @property
    def end(self) -> int:
        """Where its value ends."""
        return self.value_start + len(self.value)


def pieces(text: str, begin: int = 0) -> Iterator[Piece]:
    """The pieces of a text, from an offset on, line by line; what is in brackets after the line that it stands on."""
    offset, block_indent, flow_end = 0, -1, 0
    for line in text.split("\n"):
        start, offset = offset, offset + len(line) + 1
        indent = len(line) - len(line.lstrip())
        if not line.strip() or (block_indent >= 0 and indent > block_indent):
            continue
        block_indent = -1
        if start < max(begin, flow_end) or line.lstrip().startswith("#"):
            continue
        found = _LINE.match(line)
        if found is None:
            continue
        value = found["value"].rstrip()
        if _BLOCK.match(value):
            block_indent = indent + len(found["dashes"] if found["key"] else "")
        at = start + found.start("key" if found["key"] is not None else "value")
        value_start = start + found.start("value")
        yield Piece(at, found["key"] or "", value_start, value, "")
        if value[:1] in ("{", "["):
            within, flow_end = _flow(text, value_start)
            yield from within


def is_in_block(text: str, offset: int) -> bool:
    """Whether an offset lies in a text below ``|`` or ``>``."""
    start = text.rfind("\n", 0, offset) + 1
    indent = len(text[start:]) - len(text[start:].lstrip())
    for line in reversed(text[:start].split("\n")[:-1]):
        above = len(line) - len(line.lstrip())
        if line.strip() and above < indent:
            found = _LINE.match(line)
            return bool(found and _BLOCK.match(found["value"].rstrip()))
    return False


def _flow(text: str, at: int) -> tuple[list[Piece], int]:
    """The pieces in the brackets that open at an offset, and where those close."""
    found: list[Piece] = []
    brackets: list[str] = []
    begin, here = at, at
    while here < len(text):
        character = text[here]
        if character in "{[":
            _add(found, text, begin, here, brackets[-1] if brackets else "")
            brackets.append(character)
            begin = here + 1
        elif character in "}],":
            _add(found, text, begin, here, brackets[-1] if brackets else "")
            begin = here + 1
            if character != ",":
                brackets = brackets[:-1]
                if not brackets:
                    return found, here + 1
        elif character in "\"'" and _begins_value(text, begin, here):
            here = _closing(text, here)
        here += 1
    _add(found, text, begin, len(text), brackets[-1] if brackets else "")
    return found, len(text)


def _begins_value(text: str, begin: int, here: int) -> bool:
    before = text[begin:here].strip()
    return not before or before.endswith(":")


def _closing(text: str, at: int) -> int:
    """Where the quote that opens at an offset closes; if nowhere, the end of its line."""
    quote, here = text[at], at + 1
    while here < len(text):
        if text[here] == "\\" and quote == '"':
            here += 1
        elif text[here] == quote:
            if quote == '"' or text[here + 1 : here + 2] != quote:
                return here
            here += 1
        here += 1
    end = text.find("\n", at)
    return len(text) if end < 0 else end


def _add(found: list[Piece], text: str, begin: int, end: int, bracket: str) -> None:
    written = text[begin:end]
    if not written.strip():
        return
    start = begin + len(written) - len(written.lstrip())
    pair = _PAIR.match(text, start, end)
    value_start = pair.end() if pair else start
    value = text[value_start:end].rstrip()
    found.append(Piece(start, pair["key"] if pair else "", value_start, value, bracket))


def quoted(value: str) -> str:
    """A value in quotes that need no marks inside."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    return "'" + value.replace("'", "''") + "'"
