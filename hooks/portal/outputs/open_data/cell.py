"""Values as cells of a spreadsheet."""

from __future__ import annotations

import json
from typing import Any

SEPARATOR = "|"
"""Between the texts of a list; in a text itself it is written ``\\|``."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", "'")
"""Beginnings of text that a spreadsheet may take for a formula (OWASP, CSV Injection), and the mark against that."""

MARK = "'"
"""Prefixed to such text; those who read the file must remove one."""


def cell(value: Any) -> str:
    r"""A value as JSON has it, as text: empty for what is not known.

    >>> cell(["a", "b|c"]), cell(True), cell("=1+1"), cell(-12.5)
    ('a|b\\|c', 'true', "'=1+1", '-12.5')
    """
    match value:
        case str():
            return _safe(value)
        case None | []:
            return ""
        case bool() | dict() | [dict(), *_]:
            return compact(value) if value != {} else ""
        case list():
            texts = (str(item).replace(SEPARATOR, f"\\{SEPARATOR}") for item in value)
            return _safe(SEPARATOR.join(texts))
    return str(value)


_COMPACT = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def compact(value: Any) -> str:
    """A value as JSON on one line."""
    return _COMPACT(value)


def _safe(text: str) -> str:
    return f"{MARK}{text}" if text.startswith(DANGEROUS) else text
