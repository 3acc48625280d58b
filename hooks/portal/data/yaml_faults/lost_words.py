"""What a text loses although YAML can read it: words after ``#``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import yaml

from portal.data.problem import Place, Problem
from portal.data.yaml_faults.piece import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIGHT = re.compile(r"[ \t](#)[^\s#!]")
"""A sign that begins a comment, but is written as if it belonged to the value."""

_COMMENT = re.compile(r"[ \t]+#")


def lost_words(path: str, text: str) -> Iterator[Problem]:
    """Values that end at a ``#`` which belongs to them, in a text that YAML can read."""
    suspects = {found.start(1) for found in _TIGHT.finditer(text)}
    if not suspects:
        return
    for event in yaml.parse(text, Loader=yaml.CBaseLoader):
        if isinstance(event, yaml.ScalarEvent) and event.style not in ("|", ">", "'", '"'):
            start, end = _span(text, event)
            comment = _COMMENT.match(text, end)
            if comment and comment.end() - 1 in suspects:
                line_end = text.find("\n", end)
                value = text[start : line_end if line_end >= 0 else len(text)].strip()
                place = Place.at(path, text, comment.end() - 1)
                found = {"found": value, "cure": quoted(value)}
                yield Problem(place, "hash-in-value", found)


def _span(text: str, event: Any) -> tuple[int, int]:
    """Where a plain value stands; an empty one stands after its colon or hyphen."""
    start, end = event.start_mark.index, event.end_mark.index
    if start == end:
        start = end = len(text[:start].rstrip())
    return start, end
