"""A report in both languages, before it has a format: sections of items, in which foreign text is told from our own."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import yaml

from portal.model.values.locale import LOCALES

if TYPE_CHECKING:
    from collections.abc import Sequence

    from portal.comparison.side import Both

SENTENCES = Path(__file__).with_name("report.yaml")
"""Our own words, each in both languages, with ``{placeholders}``."""

_PLACE = re.compile(r"\{(\w+)\}")


@dataclass(frozen=True, slots=True)
class Quoted:
    """Text that others wrote: whatever it looks like, it is text."""

    text: str
    is_exact: bool = False
    """Whether every sign matters, as in an address."""
    address: str = ""
    """The page that it names, below the root of the site; empty if it names none."""


Piece = str | Quoted
Said = dict[str, list[Piece]]
"""Pieces in each locale: our own words, and what they quote."""


@dataclass(slots=True)
class Item:
    """A line of a section."""

    said: Said = field(default_factory=dict)
    """What is said in each language."""
    shared: list[Piece] = field(default_factory=list)
    """What is the same in both, and follows."""
    inner: list[Item] = field(default_factory=list)
    """Lines that belong to it."""


@dataclass(slots=True)
class Section:
    """A heading with items."""

    heading: Said
    items: list[Item]


@dataclass(slots=True)
class Report:
    """Everything that there is to say."""

    notes: list[Said] = field(default_factory=list)
    """What stands above all sections."""
    sections: list[Section] = field(default_factory=list)


@cache
def _sentences() -> dict[str, Both]:
    found: dict[str, Both] = yaml.safe_load(SENTENCES.read_text(encoding="utf-8"))
    return found


def say(key: str, **values: int | str | Said) -> Said:
    """A sentence in both languages with what was found in its places."""
    return {
        locale.code: _filled(_sentences()[key][locale.code], values, locale.code)
        for locale in LOCALES
    }


def _filled(sentence: str, values: dict[str, int | str | Said], locale: str) -> list[Piece]:
    found: list[Piece] = []
    for number, part in enumerate(_PLACE.split(sentence)):
        if number % 2:
            value = values[part]
            found += value[locale] if isinstance(value, dict) else [str(value)]
        elif part:
            found.append(part)
    return found


def quoted(texts: Both, address: str | None = None) -> Said:
    """A name in both languages which, with an address below the root of a locale, leads there."""
    return {
        locale.code: [
            Quoted(
                texts[locale.code], address="" if address is None else f"/{locale.prefix}{address}"
            )
        ]
        for locale in LOCALES
    }


def exact(texts: Sequence[str]) -> list[Piece]:
    """Addresses and keys, side by side."""
    found: list[Piece] = []
    for text in texts:
        found += [", "] * bool(found) + [Quoted(text, is_exact=True)]
    return found


def listed(names: Sequence[Said], separators: Both) -> Said:
    """Names side by side."""
    return {
        code: [piece for n, name in enumerate(names) for piece in [between] * bool(n) + name[code]]
        for code, between in separators.items()
    }
