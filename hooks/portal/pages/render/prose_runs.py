"""The text of prose as HTML, in paragraphs and the like, with what each piece of it stands in."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from html import unescape

_TAG = re.compile(r"(</?([a-z]+\d?)[^>]*>)")
_BLOCKS = frozenset((
    "blockquote", "dd", "dl", "dt", "hr", "li", "ol", "p", "pre", "table", "tbody", "td", "th", "thead", "tr", "ul",
    "h1", "h2", "h3", "h4", "h5", "h6",
))  # fmt: skip
CLOSED = frozenset(
    ("a", "blockquote", "cite", "code", "pre", "q", "th", "h1", "h2", "h3", "h4", "h5", "h6")
)
"""Elements in which nothing is linked: links, headings, code, and words of others."""

_NEWS = re.compile(r"h[1-6]")

Pieces = tuple[list[str], list["Paragraph"]]
"""The tokens of HTML, which together are the HTML again, and its paragraphs."""


@dataclass(slots=True)
class Run:
    """Text between two tags."""

    number: int
    """Its place among the tokens of the HTML."""
    start: int
    """Where it begins in the text of its paragraph, in characters."""
    text: str
    is_closed: bool
    """Whether it stands where nothing is linked."""


@dataclass(slots=True)
class Paragraph:
    """What readers see as one: a paragraph, an item, a cell or a heading."""

    section: int
    """The number of headings before it."""
    runs: list[Run] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text without tags."""
        return "".join(run.text for run in self.runs)

    def run_of(self, start: int, end: int) -> Run | None:
        """The run in which a piece of the text lies as a whole, if anything may be linked there."""
        run = self.runs[bisect_right(self.runs, start, key=lambda run: run.start) - 1]
        return None if run.is_closed or end > run.start + len(run.text) else run


def text_of(html: str) -> str:
    """All text in the HTML of a prose field, in which that of every paragraph is a piece."""
    return unescape(_TAG.sub("", html))


def split_html(html: str) -> Pieces:
    """The pieces of the HTML of a prose field."""
    tokens: list[str] = []
    paragraphs: list[Paragraph] = []
    current = Paragraph(0)
    depth = section = at = 0
    for found in _TAG.finditer(html):
        if found.start() > at:
            add_text(current, tokens, html[at : found.start()], is_closed=depth > 0)
        at = found.end()
        name, is_end = found[2], found[1].startswith("</")
        tokens.append(found[1])
        if name in _BLOCKS:
            if current.runs:
                paragraphs.append(current)
            section += not is_end and _NEWS.fullmatch(name) is not None
            current = Paragraph(section)
        if name in CLOSED:
            depth += -1 if is_end else 1
    if at < len(html):
        add_text(current, tokens, html[at:], is_closed=depth > 0)
    if current.runs:
        paragraphs.append(current)
    return tokens, paragraphs


def add_text(paragraph: Paragraph, tokens: list[str], html: str, *, is_closed: bool) -> None:
    """Add text as HTML, with what it says."""
    last = paragraph.runs[-1] if paragraph.runs else None
    start = last.start + len(last.text) if last else 0
    paragraph.runs.append(Run(len(tokens), start, unescape(html), is_closed))
    tokens.append(html)
