"""A label in one locale, cut at its placeholders once and filled many times."""

from __future__ import annotations

from string import Formatter
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

if TYPE_CHECKING:
    from collections.abc import Mapping


class Word:
    """A label's text as HTML.

    ``Markup.format`` reads the placeholders of a text anew at every call, which took a seventh of all rendering.
    """

    __slots__ = ("_names", "_parts", "plain")

    def __init__(self, text: str) -> None:
        self._parts: list[str] = []
        self._names: list[tuple[int, str]] = []
        for literal, name, _, _ in Formatter().parse(str(escape(text))):
            self._parts.append(literal)
            if name is not None:
                self._names.append((len(self._parts), name))
                self._parts.append("")
        self.plain = None if self._names else Markup("".join(self._parts))
        """The whole text, when it has no placeholder."""

    def fill(self, values: Mapping[str, Any]) -> Markup:
        """The text with its values, escaped; raises KeyError when one is missing."""
        parts = self._parts.copy()
        for index, name in self._names:
            parts[index] = escape(values[name])
        return Markup("".join(parts))
