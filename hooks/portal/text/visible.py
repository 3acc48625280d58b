"""Text as it is printed: no character steers a terminal, begins a line, turns the direction, or stays unseen."""

from __future__ import annotations

import json
from typing import Any

import regex

from portal.text.characters import IN_PLACE

_UNSEEN = regex.compile(
    r"[[\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--\p{Prepended_Concatenation_Mark}]",
    regex.V1,
)
"""Controls, line breaks and tabs among them, formats, private use, unassigned; what is ignored when it is shown."""

_NAMED = {"\n": r"\n", "\r": r"\r", "\t": r"\t"}
_BYTES = range(0xDC80, 0xDD00)
"""What Python writes for bytes of file names that are not UTF-8 (PEP 383)."""


def visible(text: str) -> str:
    r"""The text with ``\x1b``, ``\n``, ``\u202e`` in place of characters that nobody would see.

    Those that a script needs stay. A byte of a file name that is not UTF-8 becomes ``\xff``.
    """
    if not _UNSEEN.search(text):
        return text
    kept = {found.start() for found in IN_PLACE.finditer(text)}
    return _UNSEEN.sub(lambda m: m[0] if m.start() in kept else _escaped(m[0]), text)


def _escaped(character: str) -> str:
    code = ord(character)
    if code in _BYTES:
        code -= 0xDC00
    if code < 0x100:
        return _NAMED.get(character, rf"\x{code:02x}")
    return rf"\u{code:04x}" if code < 0x10000 else rf"\U{code:08x}"


def visible_json(value: Any, *, ascii_only: bool = False) -> str:
    """JSON in which such characters are written as JSON escapes them, so that programs read the exact value."""
    text = json.dumps(value, ensure_ascii=ascii_only, indent=2)
    return "\n".join(
        _UNSEEN.sub(lambda m: json.dumps(m[0])[1:-1], line) for line in text.split("\n")
    )
