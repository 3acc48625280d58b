"""Descriptions of columns: Chinese from ``columns.yaml`` or the models, English from the models."""

from __future__ import annotations

import inspect
from functools import cache
from typing import TYPE_CHECKING

from portal.outputs.open_data.column_titles import written
from portal.outputs.open_data.tables import tables

if TYPE_CHECKING:
    from portal.outputs.open_data.column import Column


def describe(column: Column, locale: str) -> str:
    """The description of a column, in a sentence or two; raises KeyError if there is none."""
    if column.says:
        said: str = written()["said"][column.says.words_beside][locale]
        return said.format(column=column.says.name)
    if column.meaning:
        english = column.meaning.en or _english()[column.owner, column.field]
        return column.meaning.zh if locale == "zh" else english
    found = written()["columns"][column.owner][column.field]
    if isinstance(found, dict):
        return str(found[locale])
    return str(found) if locale == "zh" else _english()[column.owner, column.field]


@cache
def _english() -> dict[tuple[str, str], str]:
    """The descriptions of the models' fields, by the class that has each first."""
    found = {}
    models = {table.model for table in tables()}
    models |= {part for table in tables() for part in table.parts}
    for model in models:
        for base in model.__mro__:
            for name in inspect.get_annotations(base):
                field = getattr(base, "model_fields", {}).get(name)
                if field and field.description:
                    found[base.__name__, name] = field.description.replace("`", "").replace(
                        "'", "’"
                    )
    return found
