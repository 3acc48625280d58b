"""Whether a piece of YAML can be read, and whether what is read looks as it was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import yaml

_KEY = re.compile(r"[A-Za-z0-9_/][\w./@+-]*|<<", re.ASCII)
"""How keys look."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What reading a text said of it."""

    root: str = ""
    """``{`` for a mapping, ``[`` for a list, ``"`` for text, ``#`` for nothing; empty if it cannot be read."""
    size: int = 0
    """The number of keys or items."""
    is_likely: bool = True
    """Whether no key looks like something else, is without a value or repeated."""
    unread: int = 0
    """How many characters follow the place where reading stopped."""


def judge(text: str) -> Verdict:
    """Read a text; nothing is raised."""
    try:
        return _Reader().read(text)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return Verdict(unread=len(text) - (mark.index if mark else 0))
    except yaml.YAMLError:
        return Verdict(unread=len(text))


class _Reader:
    """Counts the entries of the outermost value, and looks at every key."""

    def __init__(self) -> None:
        self.root, self.size, self.is_likely = "", 0, True
        self.levels: list[list[Any]] = []
        """For each open value: its bracket, the keys so far, and the key that waits for a value."""

    def read(self, text: str) -> Verdict:
        """Raises YAMLError."""
        documents = 0
        for event in yaml.parse(text, Loader=yaml.CBaseLoader):
            documents += isinstance(event, yaml.DocumentStartEvent)
            if isinstance(event, yaml.CollectionEndEvent):
                self.levels.pop()
            elif isinstance(event, yaml.NodeEvent):
                self._take(event)
        return Verdict(self.root or "#", self.size, self.is_likely and documents < 2)

    def _take(self, event: Any) -> None:
        bracket = {yaml.MappingStartEvent: "{", yaml.SequenceStartEvent: "["}.get(type(event), '"')
        is_key = False
        if not self.levels:
            self.root = bracket
        else:
            level = self.levels[-1]
            is_key = level[0] == "{" and level[2] is None
            self.size += len(self.levels) == 1 and (is_key or level[0] == "[")
            if is_key:
                self._take_key(event, level)
            else:
                if level[0] == "{" and bracket == '"':
                    nothing = event.start_mark.index == event.end_mark.index
                    self.is_likely &= not (nothing and level[3])
                level[2] = None
        if bracket != '"':
            is_flow = bool(event.flow_style)
            self.levels.append([bracket, set(), None, is_flow])

    def _take_key(self, event: Any, level: list[Any]) -> None:
        key = getattr(event, "value", "")
        self.is_likely &= bool(_KEY.fullmatch(key)) and key not in level[1]
        level[1].add(key)
        level[2] = key
