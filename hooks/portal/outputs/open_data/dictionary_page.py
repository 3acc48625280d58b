"""The dictionary of one table, as its template reads it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.outputs.open_data.column import columns_of
from portal.outputs.open_data.column_titles import title
from portal.outputs.open_data.dictionary import describe
from portal.outputs.open_data.example import examples
from portal.outputs.open_data.tables import table_of
from portal.pages.render.facts import Keyed

if TYPE_CHECKING:
    from markupsafe import Markup

    from portal.outputs.open_data.column import Column
    from portal.outputs.open_data.example import Example
    from portal.pages.render.view import View


@dataclass(frozen=True, slots=True)
class ColumnEntry:
    """A column, or a key of a part, in the words of one language."""

    name: str
    title: str
    anchor: str
    """Of the property in JSON-LD: the first entry of the page with that field has it."""
    type: str
    locale: str
    part: str
    """Name of the part whose keys it has."""
    kinds: tuple[str, ...]
    description: str
    choices: list[tuple[str, Markup]]
    """Codes, each with its word."""
    example: Example


class DictionaryPage(Keyed):
    """What a template asks about a table."""

    def __init__(self, name: str) -> None:
        self._table = table_of(name)

    def key(self) -> bytes:
        """The table: what its dictionary says is code, or is noted when the page asks for it."""
        return self._table.name.encode()

    def about(self, view: View) -> str:
        """What the table holds."""
        return view.plain(self._table.about)

    def groups(self, view: View) -> list[tuple[str, list[ColumnEntry]]]:
        """The columns, whose group has no name, and then the keys of each part of a record by the part's name."""
        seen: set[str] = set()
        shown = examples(self._table, view)
        groups = [("", [_entry(c, view, seen, shown) for c in self._table.columns])]
        for part in self._table.parts:
            keys = [_entry(column, view, seen, {}) for column in columns_of(part)]
            groups.append((part.__name__, keys))
        return groups


def _entry(column: Column, view: View, seen: set[str], shown: dict[str, Example]) -> ColumnEntry:
    anchor = "" if column.field in seen else column.field
    seen.add(column.field)
    choices = [(choice, view.t(f"{column.labels}.{choice}")) for choice in column.choices]
    return ColumnEntry(
        column.name, title(column, view.locale), anchor, column.type, column.locale,
        column.part.__name__ if column.part else "", column.kinds,
        describe(column, view.locale), choices, shown.get(column.name, ("", "")),
    )  # fmt: skip
