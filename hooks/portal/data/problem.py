"""Something wrong in the data: where it is, what was found and how to fix it, in Chinese and English."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from portal.text.visible import visible

if TYPE_CHECKING:
    from collections.abc import Mapping

SENTENCES = Path(__file__).with_name("problems.yaml")
"""The sentence of each code in each locale, with ``{placeholders}`` for what was found."""

OF_WORDS = frozenset((
    "deprecated-word", "word-of-others", "official-name", "old-character", "two-renderings", "near-name",
    "missing-concept", "words-allowed-but-absent",
))  # fmt: skip
"""Codes of the check of words (``portal.model.lint``)."""

ADVICE = frozenset(("page-too-heavy", "assets-too-heavy")) | OF_WORDS
"""Codes of what editors are only advised to change: it is told, but stops nothing."""

ADVISED = {"zh": "建議：", "en": "advice: "}
"""What stands before a sentence of advice."""

LONGEST_FOUND = 200
"""How many characters of the wrong text a sentence quotes, on one line."""

MOST_PLACES = 3
"""How many other places a sentence names."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a file of the portal."""

    path: str
    """Path from the portal's root, with ``/``."""
    line: int = 1
    """Line, counted from 1."""
    column: int = 1
    """Column, counted from 1, in characters."""

    def __str__(self) -> str:
        return f"{visible(self.path)}:{self.line}:{self.column}"

    @classmethod
    def at(cls, path: str, text: str, offset: int) -> Place:
        """The place of the character at an offset in the text of a file."""
        return cls(path, text.count("\n", 0, offset) + 1, offset - text.rfind("\n", 0, offset))


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One mistake, described so that an editor can fix it, or a piece of advice."""

    place: Place
    code: str
    """Kebab-case name of the kind of mistake: a key of ``problems.yaml``."""
    found: Mapping[str, str] = field(default_factory=dict, compare=False)
    """The values for the placeholders of the sentence."""
    missing: tuple[str, ...] = field(default=(), compare=False)
    """Names of what is not there, such as ``cities/jp-sado``, if that is all it says (``one_cause.py``)."""
    also: tuple[Place, ...] = field(default=(), compare=False)
    """Where else the same cause shows."""

    @property
    def is_advice(self) -> bool:
        """Whether it is only advice: everything can be published as it is."""
        return self.code in ADVICE

    def message(self, locale: str) -> str:
        """The sentence in ``zh`` or ``en``: what was found, then how to fix it; fit to be printed."""
        found = {n: visible(shorten(text, LONGEST_FOUND)) for n, text in self.found.items()}
        return sentences()[self.code][locale].format_map(found) + self._others(locale)

    def _others(self, locale: str) -> str:
        """The other places, of many only some."""
        if not self.also:
            return ""
        places, more = (
            [str(place) for place in self.also[:MOST_PLACES]],
            len(self.also) - MOST_PLACES,
        )
        if locale == "zh":
            return f"（另見 {'、'.join(places)}{f' 等 {len(self.also)} 處' if more > 0 else ''}）"
        return f" (also {', '.join(places)}{f' and {more} more' if more > 0 else ''})"

    def line(self, locale: str) -> str:
        """``path:line:column: sentence``, which terminals and editors make clickable."""
        advised = ADVISED[locale] if self.is_advice else ""
        return f"{self.place}: {advised}{self.message(locale)}"


@lru_cache(maxsize=1)
def sentences() -> dict[str, dict[str, str]]:
    """All sentences by code and locale."""
    loaded: dict[str, dict[str, str]] = yaml.load(
        SENTENCES.read_text(encoding="utf-8"), yaml.CBaseLoader
    )
    return loaded


def shorten(text: str, limit: int = 60) -> str:
    """A text on one line, cut to ``limit`` characters, to show in a list of problems."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[: limit - 1] + "…"
