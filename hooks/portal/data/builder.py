"""Builds values from the events of a parser, with all scalars as text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from portal.data.problem import Place, Problem, shorten
from portal.data.yaml_faults.piece import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

DEEPEST = 24
"""Levels of nesting. Records need fewer than ten."""

LONGEST_SCALAR = 200_000
"""Characters in one value; the longest press release is a hundredth of that."""

MERGE_KEY = "<<"
"""Takes keys over from elsewhere (YAML 1.1, merge key language-independent type)."""

_WORDS = re.compile(r"!(?:[^!\s]*)")
"""A tag of nobody's, such as words after an exclamation mark become."""

Value = Any
"""``str``, ``list[Value]`` or ``dict[str, Value]``: the values of a YAML document before they have types."""


class Refused(Exception):
    """Stops reading: what follows cannot be interpreted safely."""


@dataclass(slots=True)
class _Keys:
    """The keys of an open mapping."""

    lines: dict[str, int] = field(default_factory=dict)
    """The line of each key."""
    again: Any = None
    """The event at which the first key of an item came again."""
    after: int = 0
    """How many keys followed that."""


class Builder:
    """Builds values from parser events, in one pass and without recursion."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.problems: list[Problem] = []
        self.value: Value = None
        self.starts: list[tuple[int, int]] = []
        self.documents = 0
        self.is_doubtful = False
        """Whether a key looks like something else, or has no value."""
        self._holder: Value = None
        """The innermost open list or mapping."""
        self._outer_holders: list[Value] = []
        self._key: str | None = None
        """The key in the innermost mapping that is waiting for its value."""
        self._anchors: set[str] = set()
        self._keys: list[_Keys] = []
        """Of each open mapping."""

    def feed(self, next_event: Callable[[], Any]) -> None:
        """Process all events of a stream; raises ``Refused`` where reading cannot continue."""
        scalar, ends = yaml.ScalarEvent, (yaml.MappingEndEvent, yaml.SequenceEndEvent)
        while (kind := type(event := next_event())) is not yaml.StreamEndEvent:
            if kind is scalar:
                self._scalar(event)
            elif kind in ends:
                self._end()
            elif isinstance(event, yaml.CollectionStartEvent):
                self._start({} if kind is yaml.MappingStartEvent else [], event)
            elif kind is yaml.AliasEvent:
                self._alias(event)
                if self._awaits_key():
                    raise Refused
                self._place("", event)
            elif kind is yaml.DocumentStartEvent:
                self.documents += 1
                if self.documents > 1:
                    self._problem("second-document", event)
                    raise Refused

    def _alias(self, event: Any) -> None:
        name = f"*{event.anchor}"
        if self._key == MERGE_KEY:
            return  # that key is told
        if event.anchor in self._anchors:
            self._problem("alias", event, found=name)
        else:
            self._problem("value-start", event, found="*", cure=quoted(name))

    def _end(self) -> None:
        if type(self._holder) is dict:
            keys = self._keys.pop()
            if keys.again and keys.after:  # a new item, whose hyphen is missing
                self._problem("hyphen-missing", keys.again)
                raise Refused
            if keys.again:
                self._repeated(keys.again, keys)
        self._holder = self._outer_holders.pop()

    def _take_key(self, key: str, event: Any) -> None:
        keys = self._keys[-1]
        keys.after += keys.again is not None
        if key not in keys.lines:
            keys.lines[key] = event.start_mark.line + 1
        elif keys.again is None and self._begins_again(key, keys):
            keys.again = event
        elif keys.again is None:
            self._repeated(event, keys)
        if key == MERGE_KEY:
            self._problem("merge-key", event)
        if not key[:1].isalnum():
            self.is_doubtful = True
        self._key = key

    def _begins_again(self, key: str, keys: _Keys) -> bool:
        """Whether it is the first key of an item that has other keys."""
        is_item = type(self._outer_holders[-1]) is list
        return is_item and len(keys.lines) > 1 and next(iter(keys.lines)) == key

    def _repeated(self, event: Any, keys: _Keys) -> None:
        first = str(keys.lines[event.value])
        self._problem("repeated-key", event, found=event.value, first=first)

    def _problem(self, code: str, event: yaml.Event, **found: str) -> None:
        self.problems.append(Problem(Place(self.path, *_start(event)), code, found))

    def _awaits_key(self) -> bool:
        return self._key is None and type(self._holder) is dict

    def _check_properties(self, event: Any) -> None:
        if event.anchor is not None:
            self._anchors.add(event.anchor)
            self._problem("anchor", event, found=f"&{event.anchor}")
        if event.tag is None:
            return
        if _WORDS.fullmatch(event.tag) and isinstance(event, yaml.ScalarEvent) and event.value:
            between = " " if event.tag == "!" else f"{event.tag[1:]} "
            self._problem("value-start", event, found="!", cure=quoted(f"!{between}{event.value}"))
        else:
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
            self._take_key(text, event)
        else:
            if not text:
                self.is_doubtful = True
            self._place(text, event)

    def _start(self, empty: Value, event: Any) -> None:
        if event.anchor is not None or event.tag is not None:
            self._check_properties(event)
        if len(self._outer_holders) >= DEEPEST:
            self._problem("too-deep", event, limit=str(DEEPEST))
            raise Refused
        if self._awaits_key():
            self._problem("key-not-text", event)
            raise Refused
        if type(self._holder) is list and type(empty) is list and not event.flow_style:
            self._problem("double-hyphen", event)
            raise Refused
        self._place(empty, event)
        self._outer_holders.append(self._holder)
        self._holder = empty
        if isinstance(empty, dict):
            self._keys.append(_Keys())

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
