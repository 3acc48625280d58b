"""YAML text becomes plain values, all scalars as text, beside a tree of marks that knows where each stood.

PyYAML's own composer is not used: it resolves aliases without telling where they stood, lets a repeated key
win silently, and its C recursion crashes the process on deep nesting. Its event parser does none of that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from portal.data.problem import Place, Problem, shorten

DEEPEST = 24
"""Levels of nesting. Records need fewer than ten."""

LONGEST_SCALAR = 200_000
"""Characters in one value; the longest press release is a hundredth of that."""

_ODD_BREAK = re.compile("[\x85\u2028\u2029]")
"""Line ends to YAML but not to editors: after one, no line number would be right."""

Value = Any
"""``str``, ``list[Value]`` or ``dict[str, Value]``: what a YAML document holds before it has types."""


@dataclass(slots=True)
class Mark:
    """Where a value stood, with the marks of what it holds. Lines and columns are counted from 0."""

    line: int
    column: int
    keys: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Of a mapping: where each key stood."""
    children: dict[str | int, Mark] = field(default_factory=dict)
    """Of a mapping by key, of a sequence by index."""

    def find(self, loc: tuple[str | int, ...], *, key: bool = False) -> tuple[int, int]:
        """Line and column, from 1, of the value at ``loc``, or of its key; else of the last part that exists."""
        mark = self
        for step, part in enumerate(loc):
            if key and step == len(loc) - 1 and part in mark.keys:
                line, column = mark.keys[str(part)]
                return line + 1, column + 1
            child = mark.children.get(part)
            if child is None:
                break
            mark = child
        return mark.line + 1, mark.column + 1


@dataclass(slots=True)
class Document:
    """One YAML file, read."""

    path: str
    value: Value
    mark: Mark
    problems: list[Problem]

    def place(self, loc: tuple[str | int, ...] = (), *, key: bool = False) -> Place:
        """The place of the value (or key) at ``loc``."""
        return Place(self.path, *self.mark.find(loc, key=key))


class _Refused(Exception):
    """Reading stops: what follows cannot be told apart safely."""


class _Builder:
    """Builds values and marks from parser events, one pass, no recursion."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.value: Value = ""
        self.mark = Mark(0, 0)
        self._open: list[tuple[Value, Mark]] = []
        self._key: list[str | None] = []
        self.documents = 0

    def problem(self, code: str, event: yaml.Event, **found: str) -> None:
        mark = _mark(event)
        place = Place(self.path, mark.line + 1, mark.column + 1)
        self.problems.append(Problem(place, code, found))

    def feed(self, event: yaml.Event) -> None:
        match event:
            case yaml.ScalarEvent():
                self._check_properties(event)
                self._scalar(event)
            case yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                self._check_properties(event)
                self._start({} if isinstance(event, yaml.MappingStartEvent) else [], event)
            case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                self._open.pop()
                self._key.pop()
            case yaml.AliasEvent():
                self.problem("alias", event, found=f"*{event.anchor}")
                self._place("", _mark(event))
            case yaml.DocumentStartEvent():
                self.documents += 1
                if self.documents > 1:
                    self.problem("second-document", event)
                    raise _Refused

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self.problem("anchor", event, found=f"&{event.anchor}")
        if event.tag is not None:
            self.problem("tag", event, found=shorten(event.tag))

    def _scalar(self, event: yaml.ScalarEvent) -> None:
        text = event.value
        if len(text) > LONGEST_SCALAR:
            found, limit = str(len(text)), str(LONGEST_SCALAR)
            self.problem("value-too-long", event, found=found, limit=limit)
            text = text[:80]
        holder = self._open[-1][0] if self._open else None
        if isinstance(holder, dict) and self._key[-1] is None:
            self._start_pair(text, event)
        else:
            self._place(text, _mark(event))

    def _start_pair(self, key: str, event: yaml.ScalarEvent) -> None:
        holder, mark = self._open[-1]
        if key in holder:
            first = mark.keys[key][0] + 1
            self.problem("repeated-key", event, found=key, first=str(first))
        else:
            start = _mark(event)
            mark.keys[key] = (start.line, start.column)
        self._key[-1] = key

    def _start(self, empty: Value, event: yaml.Event) -> None:
        if len(self._open) >= DEEPEST:
            self.problem("too-deep", event, limit=str(DEEPEST))
            raise _Refused
        if self._open and isinstance(self._open[-1][0], dict) and self._key[-1] is None:
            self.problem("key-not-text", event)
            raise _Refused
        mark = _mark(event)
        self._place(empty, mark)
        self._open.append((empty, mark))
        self._key.append(None)

    def _place(self, value: Value, mark: Mark) -> None:
        if not self._open:
            self.value, self.mark = value, mark
            return
        holder, holder_mark = self._open[-1]
        if isinstance(holder, dict):
            key = self._key[-1]
            assert key is not None
            holder.setdefault(key, value)
            holder_mark.children.setdefault(key, mark)
            self._key[-1] = None
        else:
            holder_mark.children[len(holder)] = mark
            holder.append(value)


def _mark(event: yaml.Event) -> Mark:
    """Where an event began; every event that a parser makes of text says so."""
    assert event.start_mark is not None
    return Mark(event.start_mark.line, event.start_mark.column)


def read_document(path: str, text: str) -> Document:
    """Parse YAML text. Never raises: what cannot be read is a problem, and the value stays empty."""
    builder = _Builder(path)
    if odd := _ODD_BREAK.search(text):
        return Document(path, None, Mark(0, 0), [_control_problem(path, text, odd.start())])
    try:
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            builder.feed(event)
    except _Refused:
        return Document(path, None, Mark(0, 0), builder.problems)
    except yaml.MarkedYAMLError as error:
        builder.problems.append(_syntax_problem(path, text, error))
        return Document(path, None, Mark(0, 0), builder.problems)
    except yaml.reader.ReaderError as error:
        # libyaml counts bytes here, and characters everywhere else.
        before = text.encode()[: error.position].decode()
        builder.problems.append(_control_problem(path, text, len(before)))
        return Document(path, None, Mark(0, 0), builder.problems)
    if text and not builder.documents:
        builder.problems.append(Problem(Place(path), "file-empty"))
        return Document(path, None, Mark(0, 0), builder.problems)
    return Document(path, builder.value, builder.mark, builder.problems)


def _control_problem(path: str, text: str, position: int) -> Problem:
    before = text[:position]
    place = Place(path, before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)
    return Problem(place, "control-character", {"found": f"U+{ord(text[position]):04X}"})


def _syntax_problem(path: str, text: str, error: yaml.MarkedYAMLError) -> Problem:
    """Where the parser gave up; a tab in the indentation gets its own sentence, being the usual cause."""
    mark = error.problem_mark or error.context_mark
    line, column = (mark.line, mark.column) if mark else (0, 0)
    lines = text.split("\n")
    shown = lines[line] if line < len(lines) else ""
    indentation = shown[: len(shown) - len(shown.lstrip())]
    if "\t" in indentation:
        return Problem(Place(path, line + 1, indentation.index("\t") + 1), "tab-indentation")
    found = {"found": shorten(shown.strip()) or "…", "reason": str(error.problem)}
    return Problem(Place(path, line + 1, column + 1), "yaml-syntax", found)
