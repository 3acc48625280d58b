"""Terms in the prose of a page: where their definitions open, and the definitions themselves.

A term stays text, and a button without words lies over it, so that nothing is lost where buttons are left out: in a
reader's view, in a copy, in print. The button opens its definition without a script (``popover``); in the definition
a link leads to the entry.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from html import escape
from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import Markup

from portal.model.records.kinds import GLOSSARY
from portal.pages.address import address
from portal.pages.render.prose_runs import split_html, text_of
from portal.pages.render.speaker import Speaker
from portal.pages.render.term_parts import parts_of
from portal.pages.render.text_terms import name_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from portal.model.terminology.term_finder import Term
    from portal.model.values.words import Text
    from portal.pages.render.prose_runs import Paragraph, Pieces, Run
    from portal.pages.render.text_terms import TextTerms
    from portal.pages.render.trace import Fact

IN_PARAGRAPH, ON_PAGE = 3, 12
"""At most so many terms of a paragraph have a button, and so many concepts of a page are explained."""

QUOTED = re.compile(r"「[^」]*」|『[^』]*』|《[^》]*》|〈[^〉]*〉|“[^”]*”")
"""Words of others, and titles."""

_SENTENCE = re.compile(r"[。！？]|[.!?](?=[\s”’)])")


class Reader(Speaker, Protocol):
    """What a page can say, and what it notes of what it read."""

    def see(self, fact: Fact) -> None:
        """Note what was read otherwise."""

    def t(self, key: str, /, **values: Any) -> Markup:
        """The label under a key."""

    def anchor(self, target: str, text: str) -> Markup:
        """A link to an address below the locale's root."""

    def spoken(self, tag: str) -> Markup:
        """The attributes of a passage in that language."""


class TermLinks:
    """The terms of one page in one locale."""

    def __init__(self, terms: TextTerms, view: Reader) -> None:
        self._terms, self._view = terms, view
        self._section = 0
        self._text = ""
        """The name of the text whose part was marked last."""
        self._shown: dict[str, None] = {}
        """The concepts whose definitions the page needs, in order."""
        self._in_section: set[str] = set()

    def mark(self, html: str, text: Text, known: frozenset[str] = frozenset()) -> str:
        """The HTML of a prose field, or of a part of it, with a button at the terms that are explained.

        Of each section they are the first of their concept: one in a sentence, the longest, which says most. The
        concepts of the ids ``known`` are none of them.
        """
        if (name := name_of(text)) != self._text:
            self._text, self._section = name, 0
            self._in_section.clear()
        self._in_section |= known
        self._view.see(("terms", name))
        if not self._terms.finders[self._view.locale].may_stand_in(text_of(html)):
            return html
        other = self._other
        return self._marked(split_html(html), lambda: self._terms.concepts_in(text[other], other))

    def mark_page(self, pieces: Pieces, translated: Callable[[], Iterable[str]]) -> str:
        """The HTML of a written page with the same; ``translated`` returns the lines of the page in the other language.

        No fact is noted: written pages are made anew with each build, and only those that changed are published.
        """
        return self._marked(pieces, lambda: self._terms.concepts_named(translated(), self._other))

    @property
    def _other(self) -> str:
        return "en" if self._view.locale == "zh" else "zh"

    def _marked(self, pieces: Pieces, known_there: Callable[[], frozenset[str]]) -> str:
        """``known_there`` returns the concepts that the text names in the other language."""
        tokens, paragraphs = pieces
        known: frozenset[str] | None = None
        finder = self._terms.finders[self._view.locale]
        for paragraph in paragraphs:
            found = finder.find(paragraph.text)
            if found and known is None:
                known = known_there()
            sure = [term for term in found if term.is_telling or term.concept in (known or ())]
            placed: dict[int, list[Term]] = {}
            for term in self._chosen(paragraph, sure):
                if (run := paragraph.run_of(term.start, term.end)) is not None:
                    placed.setdefault(run.number, []).append(term)
            for run in paragraph.runs:
                if run.number in placed:
                    tokens[run.number] = self._with_buttons(run, placed[run.number])
        return "".join(tokens)

    def definitions(self) -> str:
        """The definitions that the buttons of the page open, to stand once at its end."""
        if not self._shown:
            return ""
        found = "".join(map(self._definition, self._shown))
        return f'<div class="definitions">{found}</div>'

    def _chosen(self, paragraph: Paragraph, found: list[Term]) -> list[Term]:
        """The terms of a paragraph that get a button."""
        if paragraph.section != self._section:
            self._section = paragraph.section
            self._in_section.clear()
        text = paragraph.text
        quoted = [quote.span() for quote in QUOTED.finditer(text)] if found else []
        ends = [end.start() for end in _SENTENCE.finditer(text)] if found else []
        best: dict[int, Term] = {}
        for term in found:
            is_free = paragraph.run_of(term.start, term.end) is not None and not any(
                start < term.end and term.start < end for start, end in quoted
            )
            if is_free and term.concept not in self._in_section:
                sentence = bisect_left(ends, term.start)
                rival = best.get(sentence)
                if rival is None or term.end - term.start > rival.end - rival.start:
                    best[sentence] = term
        chosen: list[Term] = []
        for term in best.values():
            if len(chosen) == IN_PARAGRAPH:
                break
            is_new = term.concept not in self._shown
            if term.concept not in self._in_section and not (
                is_new and len(self._shown) == ON_PAGE
            ):
                self._in_section.add(term.concept)
                self._shown[term.concept] = None
                chosen.append(term)
        return chosen

    def _with_buttons(self, run: Run, placed: list[Term]) -> str:
        pieces: list[str] = []
        at = 0
        for term in placed:
            start, end = term.start - run.start, term.end - run.start
            before = escape(run.text[at:start], quote=False)
            pieces += before, self._defined(run.text[start:end], term.concept)
            at = end
        return "".join((*pieces, escape(run.text[at:], quote=False)))

    def _defined(self, words: str, concept_id: str) -> str:
        """A term with its button; a long one in parts, between which a line may break, each with a button over it.

        Keys and assistive technology meet one button, after the whole term.
        """
        label = self._view.t("glossary.define", term=words)
        *first, last = parts_of(words, self._view.locale)
        opens = f'type="button" popovertarget="term-{concept_id}"'
        parts = [(one, f'{opens} tabindex="-1" aria-hidden="true"') for one in first]
        parts.append((last, f'{opens} aria-label="{label}"'))
        html = "".join(
            f'<span class="defined">{escape(one.rstrip(), quote=False)}<button {attributes}></button></span>'
            f"{' ' if one.endswith(' ') else ''}"
            for one, attributes in parts
        )
        return f'<span class="defined-parts">{html}</span>' if first else html

    def _definition(self, concept_id: str) -> Markup:
        view = self._view
        concept = view.catalog.glossary[concept_id]
        other = self._other
        assert concept.definition is not None, "others are not found"
        return Markup(
            '<div class="definition" id="term-{}" popover><p><strong>{}</strong> <span{}>{}</span></p>'
            "<p>{}</p><p>{}</p></div>"
        ).format(
            concept.id,
            concept.preferred(view.locale),
            view.spoken(other),
            concept.preferred(other),
            concept.definition[view.locale],
            view.anchor(address(GLOSSARY.name, concept), view.t("glossary.entry")),
        )
