"""The ids that links can name on the pages of a portal: those of the page as it is shown, in its frame."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from portal.pages.made_parts import ADDRESSES, made_parts
from portal.resources import THEME

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from portal.pages.page import PageSource
    from portal.pages.render.renderer import Renderer

_ID = re.compile(r"""\sid=["']?([^"'\s>{}]+)(?=["'\s>])""")


@cache
def frame_ids() -> frozenset[str]:
    """The ids of the frame around every page."""
    files = (path.read_text(encoding="utf-8") for path in sorted(THEME.rglob("*.html")))
    return frozenset(name for text in files for name in _ID.findall(text))


class PageIds:
    """Finds the ids of one page after the other; a page is rendered only when a link names a part of it."""

    def __init__(
        self,
        pages: Callable[[], Mapping[str, PageSource]],
        written: Mapping[tuple[str, str], Collection[str]],
        renderer: Callable[[str], Renderer],
    ) -> None:
        self._pages, self._written, self._renderer = pages, written, renderer
        self._known: dict[tuple[str, str], Collection[str] | None] = {}

    def of(self, address: str, locale: str) -> Collection[str] | None:
        """The ids of the page at an address in a locale; None if they are unknown."""
        key = locale, address
        if key not in self._known:
            self._known[key] = self._find(address, locale)
        return self._known[key]

    def around(self, address: str, locale: str) -> Collection[str]:
        """The ids of what is shown around the text of a written page."""
        if address not in ADDRESSES:
            return frame_ids()
        try:
            parts = made_parts(self._renderer(locale), address)
        except Exception:  # what keeps a page from being made is a problem of its own
            return frame_ids()
        return frame_ids().union(*map(_ID.findall, parts.values()))

    def _find(self, address: str, locale: str) -> Collection[str] | None:
        written = self._written.get((locale, address))
        pages = self._pages()
        if address not in pages:
            return None if written is None else {*written, *self.around(address, locale)}
        try:
            content = self._renderer(locale).render(pages[address]).content
        except Exception:
            return None
        return frame_ids().union(_ID.findall(content))
