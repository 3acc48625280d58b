"""Turns YAML text into plain values, with all scalars as text; their locations are looked up on demand.

PyYAML's own composer is not used: it resolves aliases without saying where they were, lets a repeated key win
silently, and its C recursion crashes the process on deep nesting. Its event parser does none of that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from portal.data.marks import Mark, read_marks
from portal.data.problem import Place, Problem, shorten

if TYPE_CHECKING:
    from collections.abc import Callable

DEEPEST = 24
"""Levels of nesting. Records need fewer than ten."""

_TOO_DEEP = "nesting depth"
"""What libyaml says where it stops before we do."""

LONGEST_SCALAR = 200_000
"""Characters in one value; the longest press release is a hundredth of that."""

_ODD_BREAK = re.compile("[\x85\u2028\u2029]")
"""Line breaks for YAML but not for editors; after one of them, every line number would be wrong."""

Value = Any
"""``str``, ``list[Value]`` or ``dict[str, Value]``: the values of a YAML document before they have types."""


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


class _Refused(Exception):
    """Stops reading: what follows cannot be interpreted safely."""


class _Builder:
    """Builds values from parser events, in one pass and without recursion."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.value: Value = None
        self.starts: list[tuple[int, int]] = []
        self.documents = 0
        self._holder: Value = None
        """The innermost open list or mapping."""
        self._outer_holders: list[Value] = []
        self._key: str | None = None
        """The key in the innermost mapping that is waiting for its value."""
        self._first_lines: list[dict[str, int]] = []
        """The line of each key, for each open mapping."""

    def feed(self, next_event: Callable[[], Any]) -> None:
        """Process all events of a stream; raises ``_Refused`` where reading cannot continue."""
        scalar, ends = yaml.ScalarEvent, (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        while (kind := type(event := next_event())) is not yaml.StreamEndEvent:
            if kind is scalar:
                self._scalar(event)
            elif kind in ends:
                if type(self._holder) is dict:
                    self._first_lines.pop()
                self._holder = self._outer_holders.pop()
            elif isinstance(event, yaml.CollectionStartEvent):
                self._start({} if kind is yaml.MappingStartEvent else [], event)
            elif kind is yaml.AliasEvent:
                self._problem("alias", event, found=f"*{event.anchor}")
                if self._awaits_key():
                    raise _Refused
                self._place("", event)
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    self._problem("second-document", event)
                    raise _Refused

    def _problem(self, code: str, event: yaml.Event, **found: str) -> None:
        self.problems.append(Problem(Place(self.path, *_start(event)), code, found))

    def _awaits_key(self) -> bool:
        return self._key is None and type(self._holder) is dict

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._problem("anchor", event, found=f"&{event.anchor}")
        if event.tag is not None:
            self._problem("tag", event, found=shorten(event.tag))

    def _scalar(self, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._check_properties(event)
        text = event.value
        if len(text) > LONGEST_SCALAR:
            found, limit = str(len(text)), str(LONGEST_SCALAR)
            self._problem("value-too-long", event, found=found, limit=limit)
            text = text[:80]
        if self._key is None and type(self._holder) is dict:
            lines = self._first_lines[-1]
            if text in lines:
                self._problem("repeated-key", event, found=text, first=str(lines[text]))
            lines.setdefault(text, event.start_mark.line + 1)
            self._key = text
        else:
            self._place(text, event)

    def _start(self, empty: Value, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._check_properties(event)
        if len(self._outer_holders) >= DEEPEST:
            self._problem("too-deep", event, limit=str(DEEPEST))
            raise _Refused
        if self._awaits_key():
            self._problem("key-not-text", event)
            raise _Refused
        self._place(empty, event)
        self._outer_holders.append(self._holder)
        self._holder = empty
        if isinstance(empty, dict):
            self._first_lines.append({})

    def _place(self, value: Value, event: Any) -> None:
        if len(self._outer_holders) <= 1:
            self.starts.append(_start(event))
        holder = self._holder
        if type(holder) is dict:
            holder.setdefault(self._key, value)
            self._key = None
        elif holder is not None:
            holder.append(value)
        else:
            self.value = value


def _start(event: Any) -> tuple[int, int]:
    """Line and column, from 1, where an event began."""
    return event.start_mark.line + 1, event.start_mark.column + 1


def read_document(path: str, text: str, source: Callable[[], str] | None = None) -> Document:
    """Parse YAML text. Never raises: unreadable text becomes a problem, and the value stays empty.

    ``source`` returns the same text again, so that it need not stay in memory.
    """
    document = Document(path, source or (lambda: text))
    if odd := _ODD_BREAK.search(text):
        document.problems.append(_control_problem(path, text, odd.start()))
        return document
    builder = _Builder(path)
    document.problems = builder.problems
    try:
        builder.feed(yaml.CBaseLoader(text).get_event)
    except _Refused:
        return document
    except yaml.MarkedYAMLError as error:
        if _TOO_DEEP in str(error.problem):
            place = _place_of(path, text, _too_deep(text))
            builder.problems.append(Problem(place, "too-deep", {"limit": str(DEEPEST)}))
        else:
            builder.problems.append(syntax_problem(path, text, error))
        return document
    except yaml.reader.ReaderError as error:
        # libyaml counts bytes here, and characters everywhere else.
        before = text.encode()[: error.position].decode()
        builder.problems.append(_control_problem(path, text, len(before)))
        return document
    if text and not builder.documents:
        builder.problems.append(Problem(Place(path), "file-empty"))
        return document
    document.value, document.starts = builder.value, builder.starts
    return document


def _too_deep(text: str) -> int:
    """Where the first bracket opens that is one level too deep."""
    depth = 0
    for position, character in enumerate(text):
        depth += (character in "[{") - (character in "]}")
        if depth > DEEPEST:
            return position
    return 0


def _place_of(path: str, text: str, position: int) -> Place:
    before = text[:position]
    return Place(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


def _control_problem(path: str, text: str, position: int) -> Problem:
    place = _place_of(path, text, position)
    return Problem(place, "control-character", {"found": f"U+{ord(text[position]):04X}"})


def syntax_problem(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """Where the parser gave up. A tab in the indentation, the usual cause, has a sentence of its own."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    shown = lines[line] if line < len(lines) else ""
    indentation = shown[: len(shown) - len(shown.lstrip())]
    if "\t" in indentation:
        return Problem(Place(path, line + 1, indentation.index("\t") + 1), "tab-indentation")
    found = {"found": shorten(shown.strip()) or "…", "reason": str(error.problem)}
    return Problem(Place(path, line + 1, column + 1), "yaml-syntax", found)
