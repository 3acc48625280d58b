"""``datapackage.json``: the CSV files with the type of every column (Frictionless Data Package 1)."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from portal.outputs.open_data.cell import SEPARATOR
from portal.outputs.open_data.column_titles import title
from portal.outputs.open_data.dictionary import describe
from portal.outputs.open_data.table import FILES, FOLDER
from portal.outputs.open_data.tables import table_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from portal.model.catalog.catalog import Catalog
    from portal.outputs.open_data.column import Column
    from portal.outputs.open_data.export import Export, File
    from portal.outputs.open_data.table import Table
    from portal.site_file import Dataset

PATH = f"{FILES}datapackage.json"

DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
"""Of any precision: a day, a month or a year (ISO 8601)."""

MOMENT = r"\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}\+08:00)?"

_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string"},
    "choice": {"type": "string"},
    "list": {"type": "string"},
    "url": {"type": "string", "format": "uri"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
    "day": {"type": "date"},
    "date": {"type": "string", "constraints": {"pattern": DATE}},
    "moment": {"type": "string", "constraints": {"pattern": MOMENT}},
    "words": {"type": "object"},
    "amounts": {"type": "object"},
    "part": {"type": "object"},
    "parts": {"type": "array"},
    "names": {"type": "array"},
}


def data_package(
    catalog: Catalog, tables: Iterable[Export], site: str, others: Iterable[Dataset] = ()
) -> bytes:
    """The description of all CSV files, those of other outputs too; paths in it are relative to it."""
    labels = catalog.labels
    content = {
        "profile": "data-package",
        "name": "open-data",
        "id": f"{site}{PATH}",
        **_both("title", labels["open-data.catalog"].en, labels["open-data.catalog"].zh),
        **_both("description", labels["open-data.intro"].en, labels["open-data.intro"].zh),
        "homepage": f"{site}en/{FOLDER}",
        "licenses": [
            {
                "name": labels["open-data.license_id"].en,
                "title": labels["open-data.license"].en,
                "path": labels["open-data.license_url"].zh,
            }
        ],
        "contributors": [{"title": labels["site.name"].en, "role": "publisher", "path": site}],
        "resources": [
            *(_resource(catalog, export, site) for export in tables),
            *(_other(one) for one in others if one.columns),
        ],
    }
    return f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode()


def _resource(catalog: Catalog, export: Export, site: str) -> dict[str, Any]:
    table, label = export.table, catalog.labels[f"table.{export.table.name}"]
    about = catalog.labels[table.about]
    file: File = export.file("csv")
    return {
        "name": table.name,
        "path": file.path.removeprefix(FILES),
        "profile": "tabular-data-resource",
        **_both("title", label.en, label.zh),
        **_both("description", about.en, about.zh),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": file.size,
        "hash": f"sha256:{file.sha256}",
        "schema": _schema(table, is_absolute="://" in site),
    }


def _other(dataset: Dataset) -> dict[str, Any]:
    return {
        "name": dataset.name,
        "path": dataset.path.removeprefix(FILES),
        "profile": "tabular-data-resource",
        **_both("title", dataset.titles["en"], dataset.titles["zh"]),
        **_both("description", dataset.about["en"], dataset.about["zh"]),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(dataset.content),
        "hash": f"sha256:{hashlib.sha256(dataset.content).hexdigest()}",
        "schema": {
            "fields": [
                {"name": name, "type": kind, **_both("title", words["en"], words["zh"])}
                for name, kind, words in dataset.columns
            ],
            "primaryKey": dataset.key[0] if len(dataset.key) == 1 else list(dataset.key),
            "missingValues": [""],
        },
    }


def _schema(table: Table, *, is_absolute: bool) -> dict[str, Any]:
    fields = [_field(column, is_absolute=is_absolute) for column in table.columns]
    keys = [
        {
            "fields": column.name,
            "reference": {"resource": _named(column, table), "fields": "id"},
        }
        for column in table.columns
        if column.type == "text" and len(column.kinds) == 1
    ]
    schema: dict[str, Any] = {"fields": fields, "primaryKey": "id", "missingValues": [""]}
    return schema | ({"foreignKeys": keys} if keys else {})


def _named(column: Column, table: Table) -> str:
    """The table that a column's ids refer to; empty for its own table."""
    (kind,) = column.kinds
    return "" if kind == table.name else table_of(kind).name


def _field(column: Column, *, is_absolute: bool) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, **_TYPES[column.type]}
    if column.type == "url" and column.owner == "Row" and not is_absolute:
        field.pop("format")
    limits = dict(field.pop("constraints", {}))
    if column.is_required:
        limits["required"] = True
    if column.type == "choice":
        limits["enum"] = list(column.choices)
    field |= _both("title", title(column, "en"), title(column, "zh"))
    field |= _both("description", describe(column, "en"), describe(column, "zh"))
    if column.type == "list":
        field["separator"] = SEPARATOR
    return field | ({"constraints": limits} if limits else {})


def _both(name: str, en: str, zh: str) -> dict[str, str]:
    """English as the standard requires, Chinese beside it under a key of our own."""
    return {name: en, f"{name}_zh": zh}
