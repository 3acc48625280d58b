"""The table of terms, a row a word, as the portal publishes it and as spreadsheets save it again."""

from __future__ import annotations

import csv
import re
from typing import TYPE_CHECKING

from portal.data.likeness import nearest
from portal.data.problem import Place, Problem
from portal.model.records.kinds import GLOSSARY
from portal.outputs.open_data.cell import DANGEROUS, MARK, SEPARATOR
from portal.outputs.terminology.term_table import COLUMNS
from portal.term_import.given import CHOICES, LISTS, GivenEntry, GivenFile, GivenTerm, Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

NEEDED = {"id": "import-no-id", "language": "import-no-language", "term": "import-no-term"}
"""Columns that each row fills, and the problem if it does not."""
OF_TERM = (
    "status", "homes", "type", "part_of_speech", "usage", "forms", "until", "note_zh", "note_en",
)  # fmt: skip
OF_ENTRY = (
    "subject_field", "definition_zh", "definition_en", "entry_note_zh", "entry_note_en",
    "broader", "related", "sources", "same_as",
)  # fmt: skip
"""Columns that are taken over; the others say in words what these say, or where the page is."""

_DIVIDERS = (",", ";", "\t")
_DIVIDER_LINE = re.compile(r"sep=(.)\n", re.IGNORECASE)
"""What Excel may begin a file with."""
_TEXT = re.compile(r"(?:entry_)?(.+)_(zh|en)")
_BETWEEN = re.compile(rf"(?<!\\)\{SEPARATOR}")


def read_rows(name: str, text: str) -> GivenFile:
    """Everything in the table."""
    return _Table(name, text).read()


class _Table:
    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text
        given = _DIVIDER_LINE.match(text)
        self._skipped = 1 if given else 0
        first = text.split("\n", self._skipped + 1)[self._skipped]
        self._divider = given[1] if given else max(_DIVIDERS, key=lambda one: _known(first, one))
        self._found = GivenFile()
        self._lines = text.split("\n")
        self._columns: list[str] = []

    def read(self) -> GivenFile:
        entries: dict[tuple[str, str], GivenEntry] = {}
        rows = self._rows()
        line, header = next(rows, (1, []))
        if self._head(line, header):
            for line, row in rows:
                if any(cell.strip() for cell in row):
                    self._row(line, row, entries)
            if not entries and not self._found.problems:
                self._found.problems.append(Problem(Place(self._name), "import-empty"))
        self._found.entries = list(entries.values())
        return self._found

    def _rows(self) -> Iterator[tuple[int, list[str]]]:
        """Each row with the line on which it begins."""
        lines = (f"{line}\n" for line in self._lines[self._skipped :])
        reader = csv.reader(lines, delimiter=self._divider, strict=True)
        line = self._skipped + 1
        try:
            for row in reader:
                yield line, row
                line = reader.line_num + self._skipped + 1
        except csv.Error as error:
            self._found.problems.append(
                Problem(Place(self._name, line), "import-row", {"reason": str(error)})
            )

    def _head(self, line: int, header: Sequence[str]) -> bool:
        """Take the names of the columns; whether rows can be read."""
        problems = self._found.problems
        self._columns = [re.sub(r"[\s-]+", "_", cell.strip().lower()) for cell in header]
        for index, column in enumerate(self._columns):
            place = self._place(line, index)
            if column in self._columns[:index] and column:
                problems.append(Problem(place, "import-column-twice", {"found": header[index]}))
            if column and column not in COLUMNS:
                near = nearest(column, COLUMNS)
                code = "import-column-unknown-near" if near else "import-column-unknown"
                told = {"found": header[index], "nearest": near}
                problems.append(Problem(place, code, told))
        if missing := [column for column in NEEDED if column not in self._columns]:
            told = {"key": ", ".join(missing), "choices": ", ".join(NEEDED)}
            problems.append(Problem(Place(self._name, line), "import-column-missing", told))
        return not missing

    def _row(self, line: int, row: list[str], entries: dict[tuple[str, str], GivenEntry]) -> None:
        if any(cell.strip() for cell in row[len(self._columns) :]):
            told = {"found": str(len(row)), "limit": str(len(self._columns))}
            place = self._place(line, len(self._columns))
            self._found.problems.append(Problem(place, "import-cells", told))
            return
        cells = {
            column: Told(_plain(cell), self._place(line, index))
            for index, (column, cell) in enumerate(zip(self._columns, row, strict=False))
            if cell.strip()
        }
        for column, code in NEEDED.items():
            if column not in cells:
                place = self._place(line, self._columns.index(column))
                self._found.problems.append(Problem(place, code))
        kind, id_ = self._kind(cells), self._id(cells)
        language = self._text_of(cells, "language")
        if language:
            language = self._found.language(language, cells["language"].place)
        word = self._text_of(cells, "term")
        if not (kind and id_):
            return
        place = cells["id"].place
        entry = entries.setdefault((kind, id_), GivenEntry(kind, id_, place))
        for column in OF_ENTRY:
            if column in cells and (value := self._value(column, cells[column])):
                entry.fields.setdefault(_field(column), []).append(value)
        if language and word:
            term = GivenTerm(language, word, cells["term"].place)
            entry.terms.append(term)
            for column in OF_TERM:
                if column in cells and (value := self._value(column, cells[column])):
                    term.fields[_field(column)] = value

    def _kind(self, cells: dict[str, Told]) -> str:
        told = cells.get("kind")
        return self._found.choice("kind", str(told.value), told.place) if told else GLOSSARY.name

    def _id(self, cells: dict[str, Told]) -> str:
        """The id; of a country, its code."""
        told = cells.get("id")
        if told is None or str(cells.get("kind", told).value) == "countries":
            return str(told.value) if told else ""
        return self._found.id(str(told.value), told.place)

    def _value(self, column: str, told: Told) -> Told | None:
        if column in LISTS:
            parts = (part.strip() for part in _BETWEEN.split(str(told.value)))
            items = (part.replace(rf"\{SEPARATOR}", SEPARATOR) for part in parts if part)
            return Told(tuple(items), told.place)
        if column in CHOICES:
            value = self._found.choice(column, str(told.value), told.place)
            return Told(value, told.place) if value else None
        return told

    @staticmethod
    def _text_of(cells: dict[str, Told], column: str) -> str:
        return str(cells[column].value) if column in cells else ""

    def _place(self, line: int, index: int) -> Place:
        """Where the cell begins that has so many before it in its row."""
        column, quoted, lines = 0, False, self._lines
        while index and line <= len(lines):
            if column >= len(lines[line - 1]):
                if not quoted:
                    break
                line, column = line + 1, 0
                continue
            character = lines[line - 1][column]
            quoted ^= character == '"'
            index -= character == self._divider and not quoted
            column += 1
        return Place(self._name, line, column + 1)


def _known(line: str, divider: str) -> int:
    """How many columns have a known name if that divides them."""
    return len(set(next(csv.reader([line], delimiter=divider), [])) & set(COLUMNS))


def _plain(cell: str) -> str:
    """The text of a cell without the mark that keeps a spreadsheet from taking it for a formula."""
    text = cell.strip()
    return text[1:] if text.startswith(MARK) and text[1:].startswith(DANGEROUS) else text


def _field(column: str) -> str:
    """``note.zh`` for ``note_zh``, and for ``entry_note_zh``, as an entry and a word have each."""
    found = _TEXT.fullmatch(column)
    return f"{found[1]}.{found[2]}" if found else column
