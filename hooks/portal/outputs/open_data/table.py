"""A table of the open data: its columns, its files and what a row says."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from portal.model.values.locale import LOCALES
from portal.outputs.open_data.column import Column, columns_of
from portal.outputs.open_data.readable import with_words, words
from portal.outputs.open_data.take import by_id

if TYPE_CHECKING:
    from pydantic import BaseModel

    from portal.model.catalog.catalog import Catalog
    from portal.outputs.open_data.items import Ids, Item, Items
    from portal.outputs.open_data.record_names import RecordNames
    from portal.outputs.open_data.take import Refer

FOLDER = "open-data/"
"""Address of the pages about the open data."""

FILES = "data/"
"""Folder of the files, below the root of the site: they are the same for both languages."""


Values = list[tuple[int, Any]]
"""The known values of a row: positions of columns, in arbitrary order, with their values as in JSON."""


@dataclass(frozen=True)
class Table:
    """A table of the open data."""

    name: str
    """Of its files and of its page."""
    model: type[BaseModel]
    kind: str
    """Of the records that its rows are taken from."""
    items: Items
    ids: Ids
    owner: tuple[str, str] = ("", "")
    """Column and kind of the record that holds a row."""
    made_from: tuple[str, ...] = ()
    """Other kinds of records of which its rows tell."""
    without: tuple[str, ...] = ()
    """Columns that are tables of their own."""
    holders: tuple[Column, ...] = ()
    """Columns of the record that holds a row, which are repeated in it."""
    more: tuple[Column, ...] = ()
    """Columns that no field of the model holds."""
    is_prose: bool = False
    """Whether its rows are long texts, which nobody reads in a spreadsheet, rather than facts."""
    has_pages: bool = True
    """Whether each row has its own page or anchor."""
    schema_type: str = ""
    """Type of a row in JSON-LD, in schema.org's or SKOS's words."""

    @property
    def is_of_records(self) -> bool:
        """Whether a row is a record of its kind, rather than a part of one."""
        return self.name == self.kind

    @property
    def about(self) -> str:
        """The label that describes its content in a sentence."""
        return f"table.{self.name}.about"

    def ids_in(self, catalog: Catalog) -> set[str]:
        """The ids of its rows."""
        return {item.id for item in self.items(catalog)}

    @cached_property
    def has_points(self) -> bool:
        """Whether rows may have coordinates, so that there is a GeoJSON file."""
        return any(column.name == "longitude" for column in self.columns)

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """In the order of the files: which row it is, where its page is, whose it is, what it says."""
        own = [column for column in columns_of(self.model) if column.field not in self.without]
        keys = [column for column in own if column.name == "id"] or [_key("id", "text")]
        first = [*keys, _key("url_zh", "url"), _key("url_en", "url")]
        if self.owner[0]:
            first.append(_key(self.owner[0], "text", kinds=(self.owner[1],)))
        rest = (column for column in own if column not in keys)
        return tuple(with_words((*first, *self.holders, *self.more, *rest)))

    @cached_property
    def kinds(self) -> tuple[str, ...]:
        """The kinds of records that its rows name, also in their parts."""
        inside = (column for part in self.parts for column in columns_of(part))
        return tuple(sorted({kind for column in (*self.columns, *inside) for kind in column.kinds}))

    @cached_property
    def parts(self) -> tuple[type[BaseModel], ...]:
        """The models of the parts of its rows, and of the parts of these, each once."""
        found: list[type[BaseModel]] = []
        waiting = [*self.columns]
        while waiting:
            part = waiting.pop(0).part
            if part and part not in found:
                found.append(part)
                waiting += columns_of(part)
        return tuple(found)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The keys of the labels that say its codes in words, also those in its parts."""
        inside = (column for part in self.parts for column in columns_of(part))
        coded = (column for column in (*self.columns, *inside) if column.choices)
        return tuple(sorted({f"{c.labels}.{choice}" for c in coded for choice in c.choices}))

    @cached_property
    def _takes(self) -> list[tuple[int, Column, bool]]:
        """Place of each column that is not the same in every table, and whether it is one of the row's holder."""
        return [
            (place, column, column in self.holders)
            for place, column in enumerate(self.columns)
            if place and column.owner != KEY and not column.says
        ]

    def known(self, item: Item, root: tuple[str, str], names: RecordNames | None) -> Values:
        """What a row says; ``root`` is what addresses begin with in Chinese and in English.

        Without ``names``, nothing is said in words that another column says already.
        """
        found: Values = [(0, item.id)]
        if item.path:
            found += [(1, f"{root[0]}{item.path}"), (2, f"{root[1]}{item.path}")]
        if self.owner[0]:
            found += self._said(3, item.owner, names)
        for place, column, is_holders in self._takes:
            value = column.take(item.holder if is_holders else item.record, by_id)
            if value or value is False or value == 0:
                found += self._said(place, value, names)
        return found

    def _said(self, place: int, value: Any, names: RecordNames | None) -> Values:
        """A value, and the words for it in the columns beside."""
        column = self.columns[place]
        if not names or not column.words_beside:
            return [(place, value)]
        both = enumerate(LOCALES, start=place + 1)
        said = [(beside, words(column, value, names, locale.code)) for beside, locale in both]
        return [(place, value), *said]

    def references(self, item: Item, refer: Refer) -> dict[int, Any]:
        """Those values of a row that name other records, named in another way."""
        found = {
            place: column.take(item.record, refer)
            for place, column, is_holders in self._takes
            if not is_holders and _names_others(column)
        }
        return found | ({3: refer((self.owner[1],), item.owner)} if self.owner[0] else {})

    def iri(self, item_id: str, path: str) -> str:
        """The identifier of a row in RDF, below the root: its page, or its place in the file of all rows."""
        return path if self.has_pages else f"{self.file('jsonld')}#{item_id}"

    @property
    def page(self) -> str:
        """Address of the page that explains its columns."""
        return f"{FOLDER}{self.name}/"

    def file(self, ending: str) -> str:
        """One of its files, below the root of the site."""
        return f"{FILES}{self.name}.{ending}"


KEY = "Row"
"""What describes the columns that every table has."""


def _names_others(column: Column) -> bool:
    inside = columns_of(column.part) if column.part else ()
    return bool(column.kinds) or any(map(_names_others, inside))


def _key(name: str, type_: str, kinds: tuple[str, ...] = ()) -> Column:
    field = name.partition("_")[0]
    return Column(
        name, field, KEY, type_, lambda *_: None, kinds=kinds,
        is_required=not name.startswith("url"),
    )  # fmt: skip
