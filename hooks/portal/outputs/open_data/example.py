"""A value of each column from the real records, as the dictionary shows it."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING, Any

from portal.data.problem import shorten
from portal.model.values.locale import BY_CODE, EN, ZH
from portal.outputs.open_data.record_names import RecordNames
from portal.text.policy import HAN

if TYPE_CHECKING:
    from portal.outputs.open_data.column import Column
    from portal.outputs.open_data.table import Table
    from portal.pages.render.view import View

SEARCHED = 60
"""Rows searched for a value, so that a page does not take longer when there are more records."""

LONGEST = 60
"""Characters of an example."""

Example = tuple[str, str]
"""Text, and its BCP 47 tag; none where it is of no language, as an id is."""


def examples(table: Table, view: View) -> dict[str, Example]:
    """By column; one of which no searched row has a value is left out, as are English ones that quote Chinese."""
    root = view.site or "/"
    both = (root, f"{root}{EN.prefix}")
    names = RecordNames(view.catalog)
    found: dict[str, Example] = {}
    for item in islice(table.items(view.catalog), SEARCHED):
        for place, value in table.known(item, both, names):
            column = table.columns[place]
            if column.name not in found:
                text, tag = _shown(column, value)
                if tag != EN.lang or not HAN.search(text):
                    found[column.name] = text, tag
    return found


def _shown(column: Column, value: Any) -> Example:
    if column.type == "words":
        tag, text = next(iter(value.items()))
        return shorten(text, LONGEST), tag
    if column.type in ("part", "parts", "names", "amounts"):
        return "", ""
    text = str(value[0] if isinstance(value, list) else value)
    if isinstance(value, bool):
        text = text.lower()
    tag = BY_CODE[column.locale].lang if column.locale else ""
    if not tag and HAN.search(text):
        tag = ZH.lang
    return shorten(" ".join(text.split()), LONGEST), tag
