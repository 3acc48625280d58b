"""Titles of columns, short enough for the head of a table in a spreadsheet."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from portal.outputs.open_data.column import Column

FILE = Path(__file__).with_name("columns.yaml")

_MARKS = {
    "_zh": ("（中文）", " (Chinese)"),
    "_en": ("（英文）", " (English)"),
    "_local": ("（當地語言）", " (local languages)"),
    "_reading": ("（注音）", " (Zhuyin)"),
}
"""What is added for the columns of one field, by the end of their names."""


def title(column: Column, locale: str) -> str:
    """The title of a column in one language.

    Columns of one field differ by their language, and codes from the words for them by being called so.
    """
    found = field_title(column, locale)
    place = ("zh", "en").index(locale)
    suffix = column.name.removeprefix(column.field)
    if suffix in _MARKS:
        return f"{found}{_MARKS[suffix][place]}"
    if beside := column.words_beside:
        mark = written()["marks"][beside][locale]
        return f"{found}（{mark}）" if locale == "zh" else f"{found} ({mark})"
    return found


def field_title(column: Column, locale: str) -> str:
    """The title of a column's field; its name if it has none, as a field that only another portal has may."""
    if column.meaning and column.meaning.title:
        return column.meaning.title[("zh", "en").index(locale)]
    titles = written()["titles"]
    names = (f"{column.owner}.{column.field}", column.name, column.field)
    words = next((titles[name] for name in names if name in titles), None)
    return str(words[locale]) if words else column.field.replace("_", " ")


@cache
def written() -> dict[str, Any]:
    """What ``columns.yaml`` says."""
    found: dict[str, Any] = yaml.load(FILE.read_bytes(), yaml.CBaseLoader)
    return found
