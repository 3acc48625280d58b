"""Terms in written pages, explained as in the prose of records: by the elements and the text of the page's HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import accumulate
from typing import TYPE_CHECKING

from portal.pages.render.prose_runs import CLOSED, Paragraph, add_text
from portal.pages.writing.html_parts import HEADING
from portal.pages.writing.html_scan import INLINE, VOID

if TYPE_CHECKING:
    from portal.pages.render.prose_runs import Pieces
    from portal.pages.render.view import View
    from portal.pages.writing.written_page import WrittenPage

_ALSO_CLOSED = frozenset((
    "abbr", "button", "caption", "dfn", "dt", "kbd", "label", "samp", "script", "style", "summary", "svg", "textarea",
    "var",
))  # fmt: skip
"""Elements besides those of prose fields in which nothing is explained: titles, code, controls, and what the page
itself defines."""

_TITLE = "admonition-title"
"""The class of a paragraph that is the title of a box."""

_SILENCED = re.compile(r'<a href="#">(.*?)</a>', re.DOTALL)


def explained(html: str, view: View, translation: WrittenPage | None) -> str:
    """The HTML of a page with its terms explained, and the definitions at its end.

    ``translation`` is the page in the other language. A link to ``#`` silences a term, and leaves its words.
    """

    def lines() -> list[str]:
        return translation.plain.split("\n") if translation else []

    marked = view.explain(_PagePieces(html, view.lang).pieces, lines)
    return _SILENCED.sub(r"\1", marked) + view.definitions()


class _PagePieces(HTMLParser):
    """Divides the HTML of a page into tags and text."""

    def __init__(self, html: str, lang: str) -> None:
        super().__init__(convert_charrefs=False)
        self.pieces: Pieces = ([], [])
        self._html, self._lang = html, lang
        self._starts = [0, *accumulate(len(line) + 1 for line in html.split("\n"))]
        self._open: list[tuple[str, bool]] = []
        """The elements around, and whether nothing is explained in each."""
        self._paragraph = Paragraph(0)
        self._section = self._at = 0
        self._is_text = False
        """Whether what began last is text."""
        self.feed(html)
        self.close()
        self._end_piece(len(html))
        self._end_paragraph()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Part of the interface."""
        self._begin(is_text=False)
        if tag not in INLINE:
            self._section += HEADING.fullmatch(tag) is not None
            self._end_paragraph()
        if tag not in VOID:
            given = dict(attrs)
            is_foreign = given.get("lang", self._lang) != self._lang
            is_title = _TITLE in (given.get("class") or "").split()
            is_closed = tag in CLOSED or tag in _ALSO_CLOSED
            self._open.append((tag, is_closed or is_foreign or is_title))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A slash at its end does not end an element of HTML."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        """Part of the interface."""
        self._begin(is_text=False)
        if tag not in INLINE:
            self._end_paragraph()
        if any(tag == around for around, _ in self._open):
            while self._open.pop()[0] != tag:
                pass

    def handle_data(self, _: str) -> None:
        """Part of the interface."""
        self._begin(is_text=True)

    def handle_entityref(self, _: str) -> None:
        """Part of the interface."""
        self._begin(is_text=True)

    def handle_charref(self, _: str) -> None:
        """Part of the interface."""
        self._begin(is_text=True)

    def handle_comment(self, _: str) -> None:
        """Part of the interface."""
        self._begin(is_text=False)

    def handle_decl(self, _: str) -> None:
        """Part of the interface."""
        self._begin(is_text=False)

    def handle_pi(self, _: str) -> None:
        """Part of the interface."""
        self._begin(is_text=False)

    def unknown_decl(self, _: str) -> None:
        """Part of the interface."""
        self._begin(is_text=False)

    def _begin(self, *, is_text: bool) -> None:
        """A tag or some text begins, and what came before it ends; text goes on through references."""
        if not (is_text and self._is_text):
            line, column = self.getpos()
            self._end_piece(self._starts[line - 1] + column)
            self._is_text = is_text

    def _end_piece(self, end: int) -> None:
        piece = self._html[self._at : end]
        self._at = end
        if self._is_text:
            is_closed = any(closed for _, closed in self._open)
            add_text(self._paragraph, self.pieces[0], piece, is_closed=is_closed)
        elif piece:
            self.pieces[0].append(piece)

    def _end_paragraph(self) -> None:
        if self._paragraph.runs:
            self.pieces[1].append(self._paragraph)
        self._paragraph = Paragraph(self._section)
