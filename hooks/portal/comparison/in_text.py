"""A report as lines for a terminal, in one language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from portal.comparison.report import Quoted
from portal.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from portal.comparison.report import Item, Piece, Report


def in_text(report: Report, lang: str) -> str:
    """The whole report."""
    lines = [_text(note[lang]) for note in report.notes]
    for section in report.sections:
        lines += ["", _text(section.heading[lang])]
        for item in section.items:
            lines += _lines(item, lang, 1)
    return "\n".join(lines).lstrip("\n")


def _lines(item: Item, lang: str, depth: int) -> Iterator[str]:
    own = _text(item.said.get(lang, ()))
    yield f"{'  ' * depth}{(own + _text(item.shared)).strip()}"
    for inner in item.inner:
        yield from _lines(inner, lang, depth + 1)


def _text(pieces: Iterable[Piece]) -> str:
    return "".join(visible(piece.text) if isinstance(piece, Quoted) else piece for piece in pieces)
