"""A report as Markdown, the two languages side by side, for the summary of a job or a comment on a proposal."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from portal.comparison.markdown_text import markdown_link, markdown_text, url_of
from portal.comparison.report import Quoted, say

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.comparison.report import Item, Piece, Report, Said, Section

LARGEST = 1_000_000
"""Bytes: the summary of a step on GitHub takes 1 MiB, and a comment on GitLab a million characters."""

MOST = 200
"""How many items of a section are listed: nobody reads more, and JSON has all."""

_HEADING = 300
"""Bytes that are kept free for the heading of each section that follows, and for how much of it is left out."""


def in_markdown(report: Report, *, url: str = "", largest: int = LARGEST) -> str:
    """The report in at most so many bytes; items that are left out are counted.

    With ``url``, the address of the published site or of a preview, titles are links.
    """
    lines = [f"## {_both(say('title'), url)}", ""]
    for note in report.notes:
        lines += [_both(note, url), ""]
    room = largest - _size(lines)
    for number, section in enumerate(report.sections):
        reserve = _HEADING * (len(report.sections) - number)
        made = _section(section, url, room - reserve)
        room -= _size(made)
        lines += made
    return "\n".join(lines).rstrip("\n") + "\n"


def _size(lines: Iterable[str]) -> int:
    return sum(len(line.encode()) + 1 for line in lines)


def _section(section: Section, url: str, room: int) -> list[str]:
    lines = [f"### {_both(section.heading, url)}", ""]
    used, shown = _size(lines), 0
    for item in islice(section.items, MOST):
        made = list(_item(item, url, 0))
        if used + _size(made) > room:
            break
        used += _size(made)
        shown += 1
        lines += made
    if shown < len(section.items):
        lines.append(f"- {_both(say('left-out', count=len(section.items) - shown), url)}")
    return [*lines, ""]


def _item(item: Item, url: str, depth: int) -> Iterator[str]:
    text = _both(item.said, url) + _text(item.shared, url)
    yield f"{'  ' * depth}- {text.strip()}"
    for inner in item.inner:
        yield from _item(inner, url, depth + 1)


def _both(said: Said, url: str) -> str:
    """Both languages side by side, or one if they say the same."""
    return " · ".join(filter(None, dict.fromkeys(_text(pieces, url) for pieces in said.values())))


def _text(pieces: Iterable[Piece], url: str) -> str:
    return "".join(_piece(piece, url) for piece in pieces)


def _piece(piece: Piece, url: str) -> str:
    if not isinstance(piece, Quoted):
        return piece
    if url and piece.address:
        return markdown_link(piece.text, url_of(url, piece.address))
    return markdown_text(piece.text, is_exact=piece.is_exact)
