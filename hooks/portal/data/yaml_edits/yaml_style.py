"""How a value is written into YAML that people keep: as plainly as it can be read back."""

from __future__ import annotations

import sys
from typing import Any

import yaml

WIDEST = 120
"""Characters of a line up to which a text stands beside its key; a longer one follows, folded."""


def flow(value: Any) -> str:
    """A value on one line, inside brackets.

    >>> flow({"term": "twin town", "homes": ["a", "b"], "note": "UK, dated"})
    '{term: twin town, homes: [a, b], note: "UK, dated"}'
    """
    match value:
        case dict():
            return f"{{{', '.join(f'{key}: {flow(inner)}' for key, inner in value.items())}}}"
        case list() | tuple():
            return f"[{', '.join(map(flow, value))}]"
    return _scalar(value, "[{}]", [value])


def entry(key: str, value: Any, indent: int) -> str:
    """A key with its value as lines of a block, the first without its indentation; no break at the end."""
    if isinstance(value, str):
        return f"{key}: {text(value, indent, len(key))}"
    inner = " " * (indent + 2)
    if isinstance(value, dict):
        lines = [f"{inner}{entry(name, one, indent + 2)}" for name, one in value.items()]
        return "\n".join([f"{key}:", *lines])
    if any(isinstance(one, dict) or ":" in one for one in value):
        return "\n".join([f"{key}:", *(f"{inner}- {item(one)}" for one in value)])
    return f"{key}: {flow(value)}"


def item(value: Any) -> str:
    """A value behind the hyphen of an item; words of records stand on one line."""
    return _scalar(value, "- {}", [value]) if isinstance(value, str) else flow(value)


def text(value: str, indent: int, key: int, before: str = "") -> str:
    """A text behind its key, which is so long; in quotes or folded if that ``before`` it was, or where it has to be."""
    plain = _scalar(value, "k: {}", {"k": value})
    is_folded = before == ">" or indent + key + 2 + len(plain) > WIDEST
    if is_folded and value and value.isprintable() and value == value.strip():
        return f">-\n{' ' * (indent + 2)}{value}"
    if before == '"':
        return _quoted(value)
    return plain


def _scalar(value: str, around: str, meant: Any) -> str:
    """The text as it is, if every reader of YAML takes it for this text; otherwise in quotes."""
    try:
        is_same = value.isprintable() and yaml.safe_load(around.format(value)) == meant
    except (yaml.YAMLError, ValueError):  # a date that is none is a ValueError
        is_same = False
    return value if is_same else _quoted(value)


def _quoted(value: str) -> str:
    written: str = yaml.safe_dump(value, default_style='"', allow_unicode=True, width=sys.maxsize)
    return written.rstrip("\n")
