"""Finds bytes of a JPEG that were overwritten with zeros, which decoders take for pixels (ITU-T T.81)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_RUN = bytes(16)
"""So many zeros in a row hardly ever code pixels, unless the table gives zeros a meaning that may be repeated."""

_START_OF_SCAN, _HUFFMAN_TABLES, _END = 0xDA, 0xC4, 0xD9
_HUFFMAN_FRAMES = (0xC0, 0xC1, 0xC2)
"""Baseline, extended and progressive; others are rare, and their scans are not judged."""

_BARE = frozenset((0x01, *range(0xD0, 0xD9)))
"""Markers without a length: restarts, start of the image."""


def has_zeroed_scan(raw: bytes) -> bool:
    """Whether the pixels hold a run of zeros that the Huffman tables cannot have made."""
    if _RUN not in raw:
        return False
    tables: dict[int, int] = {}
    is_huffman = False
    for marker, content, scan in _segments(raw):
        if 0xC0 <= marker <= 0xCF and marker not in (_HUFFMAN_TABLES, 0xC8, 0xCC):
            is_huffman = marker in _HUFFMAN_FRAMES
        elif marker == _HUFFMAN_TABLES:
            tables |= dict(_first_symbols(content))
        elif (
            marker == _START_OF_SCAN
            and is_huffman
            and _RUN in scan
            and not _may_be_zero(content, tables)
        ):
            return True
    return False


def _segments(raw: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Each marker with its content and, behind the start of a scan, the coded pixels."""
    place = 2
    while 0 <= place < len(raw) - 3:
        if raw[place] != 0xFF:
            return
        marker = raw[place + 1]
        if marker in _BARE or marker == 0xFF:
            place += 1 if marker == 0xFF else 2
            continue
        if marker == _END:
            return
        end = place + 2 + int.from_bytes(raw[place + 2 : place + 4], "big")
        content = raw[place + 4 : end]
        place = _end_of_scan(raw, end) if marker == _START_OF_SCAN else end
        yield marker, content, raw[end:place]


def _end_of_scan(raw: bytes, start: int) -> int:
    """Where the next marker stands that is neither a restart nor a coded byte 255."""
    place = raw.find(b"\xff", start)
    while 0 <= place < len(raw) - 1 and (raw[place + 1] == 0 or 0xD0 <= raw[place + 1] <= 0xD7):
        place = raw.find(b"\xff", place + 2)
    return place if place >= 0 else len(raw)


def _first_symbols(content: bytes) -> Iterator[tuple[int, int]]:
    """The symbol whose code consists of zeros, by class and number of the table."""
    while len(content) > 17:
        count = sum(content[1:17])
        yield content[0], content[17] if count else 0
        content = content[17 + count :]


def _may_be_zero(header: bytes, tables: dict[int, int]) -> bool:
    """Whether zeros can stand for the same color all over: no difference, and nothing more in the block."""
    number = header[0] if header else 0
    if len(header) < 4 + 2 * number:
        return True
    first, last, approximation = header[-3], header[-2], header[-1]
    if approximation >> 4:  # a refinement, in which a zero changes nothing
        return True
    selectors = header[2 : 1 + 2 * number : 2]
    for selector in selectors:
        if first == 0 and tables.get(selector >> 4, 0):
            return False
        symbol = tables.get(0x10 | selector & 0x0F, 0)
        if last > 0 and (symbol & 0x0F or symbol == 0xF0):
            return False
    return True
