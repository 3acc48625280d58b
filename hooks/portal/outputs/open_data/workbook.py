"""A table as a workbook for people (Office Open XML): titles in both languages, real dates, links; no codes, no JSON.

XlsxWriter writes it: small files, and the same bytes each time if it is told when they were created. Every text is
written as a text, so that none can become a formula.
"""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from portal.model.values.locale import LOCALES
from portal.outputs.open_data.column_titles import title
from portal.outputs.open_data.dictionary import describe
from portal.outputs.open_data.form import Form
from portal.text.width import wide

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from portal.outputs.open_data.column import Column
    from portal.outputs.open_data.form import TableRow
    from portal.outputs.open_data.record_names import RecordNames
    from portal.outputs.open_data.table import Table

CREATED = datetime(2000, 1, 1)
"""What each workbook says of its creation, so that the same rows are the same bytes."""

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
        from xlsxwriter import Workbook  # noqa: PLC0415 (a build that changes no table does without it)

        self._table, self._names, self._root = table, names, root
        self._file = BytesIO()
        self._book = Workbook(self._file, {"in_memory": True})
        self._head = self._book.add_format(
            {"bold": True, "text_wrap": True, "valign": "top", "bg_color": "#E3EEF0", "bottom": 1}
        )
        self._wrapped = self._book.add_format({"text_wrap": True, "valign": "top"})
        self._link = self._book.add_format({"font_color": "#0B5566", "underline": 1})
        self._dates = {
            day: self._book.add_format({"num_format": shape, "align": "left"})
            for day, shape in ((True, "yyyy-mm-dd"), (False, "yyyy-mm-dd hh:mm"))
        }
        self._links = 0

    def made(self, rows: list[dict[int, Any]]) -> bytes:
        """The content of the file."""
        both = [self._names.word(f"table.{self._table.name}", locale.code) for locale in LOCALES]
        self._book.set_properties(
            {
                "title": " ".join(both),
                "author": self._names.word("site.name", "en"),
                "created": CREATED,
            }
        )
        self._data(rows)
        self._dictionary()
        self._about()
        self._book.close()
        return self._file.getvalue()

    def _data(self, rows: list[dict[int, Any]]) -> None:
        sheet = self._book.add_worksheet("資料 Data")
        shown = _shown(self._table)
        for at, (_, column) in enumerate(shown):
            head = f"{title(column, 'zh')}\n{title(column, 'en')}"
            sheet.write_string(0, at, head, self._head)
            widest = max(map(wide, head.split("\n")))
            for number, row in enumerate(rows, start=1):
                place, _ = shown[at]
                if place in row:
                    widest = max(widest, self._cell(sheet, (number, at), column, row[place]))
            sheet.set_column(at, at, min(WIDEST, max(NARROWEST, widest + 2)))
        sheet.set_row(0, 32)
        sheet.freeze_panes(1, 1)
        sheet.autofilter(0, 0, len(rows), len(shown) - 1)

    def _cell(self, sheet: Worksheet, at: tuple[int, int], column: Column, value: Any) -> int:
        """Write a value; returns how wide it is."""
        if column.type in ("date", "day", "moment"):
            return self._date(sheet, at, value)
        if column.type == "boolean":
            sheet.write_boolean(*at, value)
            return 5
        if column.type in ("integer", "number"):
            sheet.write_number(*at, value)
            return len(str(value))
        if column.owner == "Row" and column.type == "url" and self._may_link(value):
            self._links += 1
            sheet.write_url(*at, value, self._link)
            return NARROWEST
        text = _text(column, value)
        sheet.write_string(*at, text)
        return wide(text[:WIDEST])

    def _date(self, sheet: Worksheet, at: tuple[int, int], iso: str) -> int:
        """A full date as such; one of which only the month or the year is known as a text."""
        is_day = len(iso) == len(FIRST_DAY)
        if len(iso) < len(FIRST_DAY) or iso < FIRST_DAY:
            sheet.write_string(*at, iso)
        else:
            moment = datetime.fromisoformat(iso).replace(tzinfo=None)
            sheet.write_datetime(*at, moment, self._dates[is_day])
        return len(FIRST_DAY) if is_day else 16

    def _may_link(self, address: str) -> bool:
        is_whole = address.startswith(("https://", "http://")) and len(address) <= LONGEST_LINK
        return is_whole and self._links < MOST_LINKS

    def _dictionary(self) -> None:
        """What each column holds, in both languages, and what it is called in the other files."""
        rows = [
            [*(say(column, lo.code) for say in (title, _meaning) for lo in LOCALES), column.name]
            for _, column in _shown(self._table)
        ]
        head = ["欄位", "Column", "說明", "Meaning", "CSV, JSON"]
        self._texts("欄位 Columns", [head, *rows], (22, 26, 48, 48, 24), self._head)

    def _about(self) -> None:
        """What the table is, where its page is, on what terms, and how to read it."""
        words = [
            [self._names.word(key, lo.code) for lo in LOCALES] for key in labels_of(self._table)
        ]
        page = [f"{self._root}{locale.prefix}{self._table.page}" for locale in LOCALES]
        rows = [words[0], words[1], words[2], page, *words[3:]]
        self._texts("關於 About", rows, (60, 60), None)

    def _texts(
        self, name: str, rows: list[list[str]], widths: tuple[int, ...], head: Format | None
    ) -> None:
        sheet = self._book.add_worksheet(name)
        for number, row in enumerate(rows):
            for at, text in enumerate(row):
                look = head if head and not number else self._wrapped
                sheet.write_string(number, at, text[:LONGEST_TEXT], look)
        for at, width in enumerate(widths):
            sheet.set_column(at, at, width)
        if head:
            sheet.freeze_panes(1, 0)


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
