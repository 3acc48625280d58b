"""One thing that is wrong with a text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a text, where, and what should stand there instead."""

    code: str
    """A key of ``problems.yaml``."""
    start: int
    """Where it begins, in characters."""
    found: str
    """The wrong characters, or their code point if they cannot be seen."""
    cure: str = ""
    """What to write instead, if that can be computed."""
    other: str = ""
    """A second thing that the sentence names."""
