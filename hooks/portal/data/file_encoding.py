"""In which encoding a file seems to be saved, if not in UTF-8."""

from __future__ import annotations

_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_SAMPLE = 2_000
"""Bytes from the beginning that are looked at for the zeros of UTF-16."""

_COMMON = range(0x4E00, 0xA000)
"""Where the characters lie that nearly all texts consist of (CJK Unified Ideographs)."""


def other_encoding(raw: bytes) -> str:
    """The name of the encoding, or an empty string if it is UTF-8 or cannot be told.

    >>> other_encoding("名稱".encode("big5")), other_encoding("名稱".encode())
    ('Big5', '')
    """
    if raw[:2] in _MARKS:
        return _MARKS[raw[:2]]
    sample = raw[:_SAMPLE]
    if len(sample) > 3 and 0.2 < sample.count(0) / len(sample) < 0.6:
        return "UTF-16"
    return "Big5" if not _begins_in_utf8(raw) and _is_big5(raw) else ""


def _begins_in_utf8(raw: bytes) -> bool:
    """Whether it is UTF-8, or its first characters beyond ASCII are."""
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        return not raw[: error.start].isascii()
    return True


def _is_big5(raw: bytes) -> bool:
    try:
        text = raw.decode("cp950")
    except UnicodeDecodeError:
        return False
    wide = [ord(character) for character in text if not character.isascii()]
    return len(wide) > 1 and sum(code in _COMMON for code in wide) * 2 > len(wide)
