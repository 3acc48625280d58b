"""Prose fields of records: CommonMark with tables, and nothing executable.

The parser is pulldown-cmark. It passes HTML and all links through, so no ``<`` ever reaches it, and of its links only
those to web pages, to pages of the portal and to headings are kept. Prose fields are also checked when they are read.
"""

from __future__ import annotations

import re
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

import pyromark
from markupsafe import Markup

from portal.pages.links.link_way import link_way
from portal.text.line_ends import unwrapped_html
from portal.text.markdown import OPTIONS, with_text, without_html

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

_BELOW_ROOT = re.compile(r'<a href="/([^"]*)"')
_OUTSIDE = re.compile(r'<a (href="https?:[^"]*")', re.IGNORECASE)
_NO_LINK = re.compile(r'<a href="(?!https?:|/|#)[^"]*"[^>]*>(.*?)</a>', re.IGNORECASE | re.DOTALL)
_NOWHERE = re.compile(r'<a href="#">(.*?)</a>', re.DOTALL)
_HEADING = re.compile(r"<h([1-6])>")
_IMAGE = re.compile(r'<img src="[^"]*" alt="([^"]*)"[^>]*>')
_HEADER_CELL = re.compile(r'<th(?: style="text-align: (\w+)")?>')
_CELL = re.compile(r'<td style="text-align: (\w+)">')


def show_prose(
    text: str,
    page: str,
    *,
    base: str = "",
    prefix: str = "",
    files: Callable[[], Collection[str]] | None = None,
    numbers: Iterator[int] | None = None,
    terms: Callable[[str], str] | None = None,
) -> Markup:
    """HTML of a prose field on the page at that address.

    Links that begin with ``/`` lead to pages of the same locale, or to files: how, says ``link_way``. With ``base``,
    the absolute address of the locale's root, all links can be followed from outside the site too. Headings get the
    ids ``section-1``, ``section-2`` …, equal in both locales because both have the same headings; ``numbers`` goes on
    from field to field of a page. ``terms`` is given the HTML and adds the buttons of terms; a link to ``#`` silences
    one, and leaves its words.
    """
    html = pyromark.html(without_html(text), options=OPTIONS)
    if "<img" in html:
        html = _IMAGE.sub(r"\1", html)
    html = unwrapped_html(html)
    if terms:
        html = terms(html)
    html = _NOWHERE.sub(r"\1", html)
    if "<a " in html:
        if base:
            html = html.replace('<a href="#', f'<a href="{base}{page}#')
        html = _NO_LINK.sub(r"\1", html)
        html = _OUTSIDE.sub(r'<a \1 rel="external"', html)
        way = partial(link_way, page=page, prefix=prefix, base=base, files=files)
        html = _BELOW_ROOT.sub(lambda link: f'<a href="{way(link[1])}"', html)
    if "<h" in html:
        numbers = numbers or count(1)
        html = _HEADING.sub(lambda level: f'<h{level[1]} id="section-{next(numbers)}">', html)
    if "<table" in html:
        html = _HEADER_CELL.sub(_header_cell, html)
        html = _CELL.sub(r'<td class="\1">', html)
    return Markup(with_text(html))


def _header_cell(cell: re.Match[str]) -> str:
    return f'<th scope="col" class="{cell[1]}">' if cell[1] else '<th scope="col">'
