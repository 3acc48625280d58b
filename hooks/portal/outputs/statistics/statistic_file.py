"""A statistic as CSV (RFC 4180), in both languages, for a spreadsheet."""

from __future__ import annotations

import csv
from io import StringIO
from typing import TYPE_CHECKING

from portal.outputs.open_data.cell import cell
from portal.outputs.open_data.table import FILES

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from portal.model.statistics.statistic import Row, Statistic
    from portal.model.values.partial_date import PartialDate
    from portal.outputs.statistics.statistic_words import StatisticWords
    from portal.pages.render.view import View

FOLDER = f"{FILES}statistics/"
"""Of the files, below the root of the site."""

INEXACT = "inexact"
"""The column that names those whose number includes one that a source gives only roughly."""

MARK = "\ufeff"
"""Tells spreadsheets that a file is UTF-8."""


def file_of(statistic: Statistic) -> str:
    """Its address, the same for both languages: ``data/statistics/ties-by-kind.csv``."""
    return f"{FOLDER}{statistic.name}.csv"


def header(statistic: Statistic) -> list[str]:
    """The names of its columns: which row it is, in words, as of which day, and the numbers."""
    rough = [] if statistic.inexact is None else [INEXACT]
    return ["key", "name_zh", "name_en", "as_of", *statistic.columns, *rough]


def columns_of(
    statistic: Statistic, views: Mapping[str, View], words: Mapping[str, StatisticWords]
) -> tuple[tuple[str, str, dict[str, str]], ...]:
    """Each column with its type (Table Schema) and what it is called, by locale."""
    kinds = {"key": "string", "name_zh": "string", "name_en": "string", "as_of": "date"}
    kinds |= {INEXACT: "string"}

    def called(name: str) -> dict[str, str]:
        if name in kinds:
            return {code: view.plain(f"statistics.file.{name}") for code, view in views.items()}
        return {code: spoken.column(statistic, name) for code, spoken in words.items()}

    return tuple((name, kinds.get(name, "integer"), called(name)) for name in header(statistic))


def write_statistic(
    statistic: Statistic, words: Sequence[StatisticWords], day: PartialDate | None
) -> bytes:
    """The file; ``words`` are the Chinese and the English ones, ``day`` is that as of which the numbers are."""
    text, as_of = StringIO(), day.iso if day else ""
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(header(statistic))
    for row in statistic.rows:
        names = [spoken.row(statistic, row.key) for spoken in words]
        rough = () if statistic.inexact is None else (_inexact(statistic, row),)
        writer.writerow([cell(value) for value in (row.key, *names, as_of, *row.values, *rough)])
    return f"{MARK}{text.getvalue()}".encode()


def _inexact(statistic: Statistic, row: Row) -> str:
    """The columns in which the number of a row is not exact: ``kaohsiung|taipei``."""
    return "|".join(column for column in statistic.columns if statistic.is_inexact(row, column))
