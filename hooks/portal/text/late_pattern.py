"""Patterns that are compiled when they are first used: a build without changes reads no text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

import regex

if TYPE_CHECKING:
    from collections.abc import Callable


class _Late:
    """Stands for a pattern, and takes over each of its methods that somebody asks for."""

    def __init__(self, compiled: Callable[[], Any]) -> None:
        self._compiled = compiled

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiled(), name)
        setattr(self, name, found)
        return found


def late_pattern(pattern: str, flags: int = 0) -> regex.Pattern[str]:
    r"""What ``regex.compile`` returns, later; a fault in the pattern is raised then, too.

    >>> late_pattern(r"\d+").findall("臺北 101")
    ['101']
    """
    # The module keeps what it compiled, so a second method finds the same pattern.
    late = _Late(lambda: regex.compile(pattern, flags))
    return cast("regex.Pattern[str]", late)
