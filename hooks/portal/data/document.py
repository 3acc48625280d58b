"""Turns YAML text into plain values, with all scalars as text; their locations are looked up on demand.

PyYAML's own composer is not used: it resolves aliases without saying where they were, lets a repeated key win
silently, and its C recursion crashes the process on deep nesting. Its event parser does none of that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import yaml

from portal.data.builder import DEEPEST, Builder, Refused, Value
from portal.data.marks import Mark, read_marks
from portal.data.problem import Place, Problem
from portal.data.yaml_faults.conflicts import conflict_problems
from portal.data.yaml_faults.diagnosis import likely_problems, syntax_problems
from portal.data.yaml_faults.lost_words import lost_words

if TYPE_CHECKING:
    from collections.abc import Callable

_TOO_DEEP = "nesting depth"
"""What libyaml says where it stops before we do."""

_ODD_BREAK = re.compile("[\x85\u2028\u2029]")
"""Line breaks for YAML but not for editors; after one of them, every line number would be wrong."""


@dataclass(slots=True)
class Document:
    """One YAML file that has been read. Its text is parsed again, for marks, only to find a location inside it."""

    path: str
    text: Callable[[], str]
    """Returns the text that was read."""
    value: Value = None
    problems: list[Problem] = field(default_factory=list)
    starts: list[tuple[int, int]] = field(default_factory=list)
    """Line and column, from 1, of the document's value, then of each value directly inside it."""
    _mark: Mark | None = None

    def place(self, loc: tuple[str | int, ...] = (), *, key: bool = False) -> Place:
        """The place of the value (or key) at ``loc``, or of the last part of ``loc`` that exists."""
        if self._mark is None:
            self._mark = read_marks(self.text())
        return Place(self.path, *self._mark.find(loc, key=key))

    def place_within(self, loc: tuple[str | int, ...], value: str, at: int, words: str) -> Place:
        """The place of words that stand ``at`` so many characters in the text at ``loc``; where it begins if unknown.

        How the file writes a text depends on its style; but the same words stand as often before these in the file as
        in the value.
        """
        start = self.place(loc)
        lines = self.text().split("\n")[: self._mark.end(loc) if self._mark else None]
        line, column = start.line - 1, start.column - 1
        before = value.count(words, 0, at) if words else -1
        while words and line < len(lines):
            column = lines[line].find(words, column)
            if column < 0:
                line, column = line + 1, 0
            elif before:
                before, column = before - 1, column + len(words)
            else:
                return Place(self.path, line + 1, column + 1)
        return start


def read_document(path: str, text: str, source: Callable[[], str] | None = None) -> Document:
    """Parse YAML text. Never raises: unreadable text becomes a problem, and the value stays empty.

    ``source`` returns the same text again, so that it need not stay in memory.
    """
    document = Document(path, source or (lambda: text))
    if odd := _ODD_BREAK.search(text):
        document.problems.append(_control_problem(path, text, odd.start()))
        return document
    builder = Builder(path)
    document.problems = builder.problems
    try:
        builder.feed(yaml.CBaseLoader(text).get_event)
    except Refused:
        if builder.problems[-1].code == "key-not-text" and (meant := likely_problems(path, text)):
            builder.problems[-1:] = meant
    except yaml.MarkedYAMLError as error:
        if _TOO_DEEP in str(error.problem):
            place = Place.at(path, text, _too_deep(text))
            builder.problems.append(Problem(place, "too-deep", {"limit": str(DEEPEST)}))
        else:  # what was read until then only follows from it
            document.problems = syntax_problems(path, text, error)
    except yaml.reader.ReaderError as error:
        # libyaml counts bytes here, and characters everywhere else.
        before = text.encode()[: error.position].decode()
        builder.problems.append(_control_problem(path, text, len(before)))
    else:
        _take(document, text, builder)
    return document


def _take(document: Document, text: str, builder: Builder) -> None:
    """The value, unless it is surely not what was meant."""
    if text and not builder.documents:
        builder.problems.append(Problem(Place(document.path), "file-empty"))
    elif meant := _meant_otherwise(document.path, text, builder):
        document.problems += meant
    else:
        document.value, document.starts = builder.value, builder.starts


def _meant_otherwise(path: str, text: str, builder: Builder) -> list[Problem]:
    """What YAML reads otherwise than it was meant."""
    found = conflict_problems(path, text) or list(lost_words(path, text))
    if not found and builder.is_doubtful and not builder.problems:
        found = likely_problems(path, text)
    return found


def _too_deep(text: str) -> int:
    """Where the first bracket opens that is one level too deep."""
    depth = 0
    for position, character in enumerate(text):
        depth += (character in "[{") - (character in "]}")
        if depth > DEEPEST:
            return position
    return 0


def _control_problem(path: str, text: str, position: int) -> Problem:
    place = Place.at(path, text, position)
    return Problem(place, "control-character", {"found": f"U+{ord(text[position]):04X}"})
