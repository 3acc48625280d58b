"""Written pages as HTML, by the parser and with the extensions that the build uses."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import markdown
from markdown.treeprocessors import Treeprocessor
from markdown.util import ETX, STX

from portal.data.problem import Place, Problem
from portal.pages.writing.html_parts import ESCAPED, LESS_THAN
from portal.pages.writing.writing_settings import BUILT_IN

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from portal.pages.writing.writing_settings import WritingSettings

NO_ID = "-"
"""The id of headings for which the page gives none; the parser would make one of the text."""

NEEDED = "attr_list"
"""The extension that gives headings their ids."""

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ESCAPE = re.compile(f"{STX}(\\d+){ETX}")

_BEFORE_IDS, _BEFORE_ESCAPES = 6, 1
"""Priorities: after the lists of attributes are read (8), before ids are made (5); before escapes are undone (0)."""


class _Ids(Treeprocessor):
    """Notes which headings have no id of their own."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.tag in _HEADINGS and "id" not in element.attrib:
                element.set("id", NO_ID)


class _Escapes(Treeprocessor):
    """Notes which characters the source escapes, and which it does not; in attributes it does not matter."""

    def run(self, root: Element) -> None:
        for element in root.iter():
            if element.text and element.tag != "code":
                element.text = _noted(element.text)
            if element.tail:
                element.tail = _noted(element.tail)


def _noted(text: str) -> str:
    text = text.replace("<", LESS_THAN)
    return _ESCAPE.sub(lambda found: f"{ESCAPED}{chr(int(found[1]))}", text)


class PageParser:
    """Python-Markdown as the build uses it, except that what is no one's wording is told from what is."""

    def __init__(self, settings: WritingSettings) -> None:
        self.problems: list[Problem] = []
        """Extensions that cannot be used; the build fails on each."""
        self._parser = markdown.Markdown()
        options = {name: dict(given) for name, given in settings.options.items()}
        for name in dict.fromkeys((*BUILT_IN, *settings.extensions)):
            try:
                self._parser.registerExtensions((name,), options)
            except Exception:  # an extension is anybody's code
                self._refuse("extension-not-loaded", name, settings.places.get(name))
        if not self.problems and NEEDED not in self._parser.treeprocessors:
            self._refuse("extension-needed", NEEDED, settings.extensions_place)
        self._parser.treeprocessors.register(_Ids(), "portal_ids", _BEFORE_IDS)
        self._parser.treeprocessors.register(_Escapes(), "portal_escapes", _BEFORE_ESCAPES)

    @property
    def definitions(self) -> dict[str, str]:
        """The targets that the last text defines for its links, by label."""
        return {label: target for label, (target, _) in self._parser.references.items()}

    def _refuse(self, code: str, name: str, place: Place | None) -> None:
        self.problems.append(Problem(place or Place("mkdocs.yml"), code, {"found": name}))

    def html(self, body: str) -> str | None:
        """The HTML of a page; None if the parser gives up."""
        try:
            return self._parser.reset().convert(body)
        except Exception:  # among others RecursionError: the parser promises nothing
            return None
