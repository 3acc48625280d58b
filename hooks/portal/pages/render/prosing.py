"""What a page shows of prose fields: their HTML, and the definitions of the terms in them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from portal.pages.render.heading_words import break_headings
from portal.pages.render.prose import show_prose

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from portal.model.values.words import Text
    from portal.pages.render.prose_runs import Pieces
    from portal.pages.render.term_links import TermLinks


class Prosing:
    """The helpers of a view that show prose."""

    locale: str
    prefix: str
    path: str
    files: Callable[[], Collection[str]] | None
    _numbers: Iterator[int]
    """Of the headings in prose."""
    _terms: TermLinks

    def words(self, text: str) -> Markup:
        """A title, with the places where its line may break."""
        raise NotImplementedError

    def prose(self, text: Text) -> Markup:
        """A prose field as HTML."""
        return self._prose(text[self.locale], text)

    def lead(self, text: Text) -> tuple[Markup, Markup]:
        """The first paragraph of a prose field as HTML, and what follows it, empty if nothing does."""
        first, _, rest = text[self.locale].partition("\n\n")
        return self._prose(first, text), self._prose(rest, text) if rest else Markup()

    def defining(self, text: Text, concept_id: str) -> Markup:
        """What a concept means, or a note on it, as HTML in which other concepts are explained."""
        html = str(escape(text[self.locale]))
        return Markup(self._terms.mark(html, text, frozenset((concept_id,))))

    def explain(self, pieces: Pieces, translated: Callable[[], Iterable[str]]) -> str:
        """The HTML of a written page with a button at each term that is explained; see ``TermLinks.mark_page``."""
        return self._terms.mark_page(pieces, translated)

    def definitions(self) -> str:
        """The definitions of terms that the prose of the page explains, to stand once at its end."""
        return self._terms.definitions()

    def _prose(self, markdown: str, whole: Text) -> Markup:
        html = show_prose(
            markdown,
            self.path,
            prefix=self.prefix,
            files=self.files,
            numbers=self._numbers,
            terms=partial(self._terms.mark, text=whole),
        )
        return break_headings(html, self.words) if "<h" in html else html
