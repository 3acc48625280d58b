"""Reads XML from anybody: elements with their place in the file, and nothing that the file could make a reader load.

Python's expat loads no files of its own accord. Entities that a file defines are refused, as they can unfold without
end; so is what names other files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

from portal.data.problem import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

DEEPEST = 30
"""Levels of elements; lists of terms have ten."""
LANG = "http://www.w3.org/XML/1998/namespace lang"


@dataclass(slots=True)
class Element:
    """An element without its namespace."""

    name: str
    space: str
    attributes: Mapping[str, str]
    place: Place
    pieces: list[str] = field(default_factory=list)
    """Its text, and that of what marks parts of it."""
    inside: list[Element] = field(default_factory=list)

    @property
    def text(self) -> str:
        """Its text on one line."""
        return " ".join("".join(self.pieces).split())

    def get(self, name: str) -> str:
        """An attribute, empty if there is none."""
        return self.attributes.get(name, "")

    def all(self, *names: str) -> Iterator[Element]:
        """The elements of these names directly inside."""
        return (one for one in self.inside if one.name in names)


class _Refused(Exception):
    """Ends reading."""


class _Reader:
    def __init__(self, path: str) -> None:
        self._path = path
        self.top: Element | None = None
        self._open: list[Element] = []
        self.problem: Problem | None = None
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._text
        self._parser.EntityDeclHandler = self._entity
        self._parser.SkippedEntityHandler = self._skipped

    def read(self, raw: bytes) -> None:
        try:
            self._parser.Parse(raw, True)
        except _Refused:
            return
        except expat.ExpatError as error:
            place = Place(self._path, error.lineno, error.offset + 1)
            reason = expat.errors.messages[error.code]
            self.problem = Problem(place, "import-xml", {"reason": reason})
        except Exception as error:  # a codec of Python that the file names can fail in any way
            self.problem = Problem(Place(self._path), "import-xml", {"reason": str(error)})

    def _place(self) -> Place:
        parser = self._parser
        return Place(self._path, parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)

    def _refuse(self, code: str, found: str) -> None:
        self.problem = Problem(self._place(), code, {"found": found})
        raise _Refused

    def _entity(self, name: str, *_: object) -> None:
        self._refuse("import-entity", name)

    def _skipped(self, name: str, _: bool) -> None:
        self._refuse("import-entity", name)

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        space, _, local = name.rpartition(" ")
        if len(self._open) >= DEEPEST:
            self._refuse("import-too-deep", local)
        element = Element(local, space, attributes, self._place())
        if self._open:
            self._open[-1].inside.append(element)
        else:
            self.top = element
        self._open.append(element)

    def _end(self, _: str) -> None:
        done = self._open.pop()
        if self._open and not done.inside:
            self._open[-1].pieces += done.pieces

    def _text(self, text: str) -> None:
        self._open[-1].pieces.append(text)


def read_xml(path: str, raw: bytes) -> tuple[Element | None, list[Problem]]:
    """The outermost element, or what is wrong."""
    reader = _Reader(path)
    reader.read(raw)
    return (None, [reader.problem]) if reader.problem else (reader.top, [])
