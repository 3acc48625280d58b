"""Parts of pages that are the same wherever they stand, such as a row of a history: made once in a locale.

What a part showed is added to the trace of every page that has it, so a page is made again if its part has changed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from markupsafe import Markup

from portal.text.wide_folding import fold_widely

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from portal.pages.render.trace import Fact

UP = "\x02"
"""Stands in a part for the way to the root of the locale; no text may contain it (``text/policy.py``)."""


@dataclass(frozen=True, slots=True)
class Part:
    """What was made, and what it showed."""

    html: str
    """With ``UP`` before every address."""
    facts: frozenset[Fact]
    icons: frozenset[str]


class Bearer(Protocol):
    """A view, seen from below: what a part is made with, and what shows it."""

    up: str
    """The way to the root of the locale."""
    icons: set[str]

    def facts(self) -> frozenset[Fact]:
        """What was read through it."""

    def add(self, part: Part) -> None:
        """Note what a part showed."""


class SharedParts:
    """The parts of one locale, by a key that says all that they depend on besides what they read of the catalog."""

    def __init__(self, view: Callable[[], Any]) -> None:
        """``view`` returns a new one, of no page in particular."""
        self._view = view
        self._known: dict[Hashable, Part] = {}
        self._characters: dict[str, str] = {}

    def of(self, view: Bearer, key: Hashable, make: Callable[[Any], str]) -> Markup:
        """The part for the page of a view.

        ``make`` is given a view of its own. The part may lead to any page but the front page, and has
        neither headings nor prose, whose footnotes are numbered through the page.
        """
        part = self._known.get(key)
        if part is None:
            inner = self._view()
            inner.up = UP
            html = make(inner)
            part = self._known[key] = Part(html, inner.facts(), frozenset(inner.icons))
        view.add(part)
        return Markup(part.html.replace(UP, view.up))

    def characters(self, text: str) -> str:
        """The different characters of a text, folded widely."""
        found = self._characters.get(text)
        if found is None:
            found = self._characters[text] = "".join(set(fold_widely(text)))
        return found


class Once:
    """The same for templates: what a call holds is made once."""

    def __init__(self, current: Any, parts: SharedParts) -> None:
        """``current`` has the ``view`` that templates see."""
        self._current, self._parts = current, parts

    def __call__(self, *key: Hashable, caller: Callable[[], str]) -> Markup:
        """The part under a key."""
        outer = self._current.view

        def make(inner: Any) -> str:
            self._current.view = inner
            try:
                return caller()
            finally:
                self._current.view = outer

        return self._parts.of(outer, key, make)
