"""A table as a workbook for people (ODS): titles in both languages, real dates, links; no codes, no JSON."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from portal.model.values.locale import LOCALES
from portal.outputs.open_data.column_titles import title
from portal.outputs.open_data.dictionary import describe
from portal.outputs.open_data.form import Form
from portal.outputs.open_data.opendocument import (
    EMPTY,
    Sheet,
    date_cell,
    link_cell,
    number_cell,
    spreadsheet,
    text_cell,
    truth_cell,
)
from portal.text.width import wide

if TYPE_CHECKING:
    from portal.outputs.open_data.column import Column
    from portal.outputs.open_data.form import TableRow
    from portal.outputs.open_data.record_names import RecordNames
    from portal.outputs.open_data.table import Table

FIRST_DAY = "1900-03-01"
"""Workbooks have no dates before this one that all programs read alike; earlier ones are text."""

MOST_LINKS, LONGEST_LINK, LONGEST_TEXT = 65_530, 2079, 32_767
"""Limits of Excel: links of a sheet, and characters of a link and of a cell."""

NARROWEST, WIDEST = 8, 48
"""Of a column, in digits."""

STRUCTURED = ("part", "parts", "names", "amounts")
"""Types of columns that are JSON in CSV, beside which the same stands in words."""

SAID = (
    "site.name", "open-data.license", "open-data.license_id", "open-data.license_url",
    "open-data.reading.dates", "open-data.reading.doubt",
)  # fmt: skip
"""The labels that every workbook shows, besides those of its table."""


def workbook_form(table: Table, names: RecordNames, root: str) -> Form:
    """Collects the rows, and makes the workbook at the end."""
    rows: list[dict[int, Any]] = []

    def line(row: TableRow) -> bytes:
        rows.append({place: value for place, value, _ in row.known})
        return b""

    return Form(b"", line, between=b"", end=lambda: _Book(table, names, root).made(rows))


def labels_of(table: Table) -> tuple[str, ...]:
    """The labels that the workbook of a table shows."""
    return (f"table.{table.name}", table.about, *SAID)


class _Book:
    """The workbook of a table."""

    def __init__(self, table: Table, names: RecordNames, root: str) -> None:
        self._table, self._names, self._root = table, names, root
        self._links = 0

    def made(self, rows: list[dict[int, Any]]) -> bytes:
        """The content of the file."""
        both = [self._names.word(f"table.{self._table.name}", locale.code) for locale in LOCALES]
        return spreadsheet(
            [self._data(rows), self._dictionary(), self._about()],
            title=" ".join(both),
            author=self._names.word("site.name", "en"),
        )

    def _data(self, rows: list[dict[int, Any]]) -> Sheet:
        heads, widths, columns = [], [], []
        for place, column in _shown(self._table):
            head = f"{title(column, 'zh')}\n{title(column, 'en')}"
            cells = [self._cell(column, row[place]) if place in row else (EMPTY, 0) for row in rows]
            widest = max([*map(wide, head.split("\n")), *(width for _, width in cells)])
            widths.append(min(WIDEST, max(NARROWEST, widest + 2)))
            heads.append(text_cell(head, "head"))
            columns.append([cell for cell, _ in cells])
        lines = [heads, *zip(*columns, strict=True)]
        return Sheet("資料 Data", lines, widths, fixed=(1, 1), is_filtered=True)

    def _cell(self, column: Column, value: Any) -> tuple[str, int]:
        """A value, and how wide it is."""
        if column.type in ("date", "day", "moment"):
            return _date(value)
        if column.type == "boolean":
            return truth_cell(value=value), 5
        if column.type in ("integer", "number"):
            return number_cell(value), len(str(value))
        if column.owner == "Row" and column.type == "url" and self._may_link(value):
            self._links += 1
            return link_cell(value), NARROWEST
        text = _text(column, value)
        return text_cell(text), wide(text[:WIDEST])

    def _may_link(self, address: str) -> bool:
        is_whole = address.startswith(("https://", "http://")) and len(address) <= LONGEST_LINK
        return is_whole and self._links < MOST_LINKS

    def _dictionary(self) -> Sheet:
        """What each column holds, in both languages, and what it is called in the other files."""
        rows = [
            [*(say(column, lo.code) for say in (title, _meaning) for lo in LOCALES), column.name]
            for _, column in _shown(self._table)
        ]
        head = ["欄位", "Column", "說明", "Meaning", "CSV, JSON"]
        lines = [[text_cell(text, "head") for text in head], *map(_wrapped, rows)]
        return Sheet("欄位 Columns", lines, (22, 26, 48, 48, 24), fixed=(1, 0))

    def _about(self) -> Sheet:
        """What the table is, where its page is, on what terms, and how to read it."""
        words = [
            [self._names.word(key, lo.code) for lo in LOCALES] for key in labels_of(self._table)
        ]
        page = [f"{self._root}{locale.prefix}{self._table.page}" for locale in LOCALES]
        rows = [words[0], words[1], words[2], page, *words[3:]]
        return Sheet("關於 About", list(map(_wrapped, rows)), (60, 60))


def _wrapped(texts: list[str]) -> list[str]:
    return [text_cell(text[:LONGEST_TEXT], "wrapped") for text in texts]


def _date(iso: str) -> tuple[str, int]:
    """A full date as such; one of which only the month or the year is known as a text."""
    is_day = len(iso) == len(FIRST_DAY)
    width = len(FIRST_DAY) if is_day else 16
    if len(iso) < len(FIRST_DAY) or iso < FIRST_DAY:
        return text_cell(iso), width
    moment = datetime.fromisoformat(iso).replace(tzinfo=None)
    return date_cell(iso if is_day else moment.isoformat(), is_day=is_day), width


def _shown(table: Table) -> list[tuple[int, Column]]:
    """The columns for people, with their places in a row: what it says, then its pages and its id."""
    every = [
        (place, column)
        for place, column in enumerate(table.columns)
        if column.type not in STRUCTURED and column.words_beside not in ("id", "code")
    ]
    keys = [(place, column) for place, column in every if column.field in ("url", "id")]
    return [found for found in every if found not in keys] + keys[1:] + keys[:1]


def _meaning(column: Column, locale: str) -> str:
    """What a column holds: that it is in words need not be said where nothing else stands."""
    said = column.says
    return describe(said if said and said.words_beside != "id" else column, locale)


def _text(column: Column, value: Any) -> str:
    if isinstance(value, dict):
        value = list(value.values())
    separator = "、" if column.locale == "zh" else "; "
    text = separator.join(map(str, value)) if isinstance(value, list) else str(value)
    return text[:LONGEST_TEXT]
