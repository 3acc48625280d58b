"""The formats of the open data: each a row, and a writer that puts a table into it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.outputs.open_data.form import csv_form, geojson_form, json_form
from portal.outputs.open_data.linked import linked_form

if TYPE_CHECKING:
    from portal.outputs.open_data.form import Form
    from portal.outputs.open_data.table import Table
    from portal.outputs.open_data.take import Refer

Writer = Callable[["Table", "Refer", str], "Form"]
"""How the rows of a table are written: how they name others by absolute address, and the address of the site's root."""


@dataclass(frozen=True, slots=True)
class Format:
    """A format in which a table can be taken."""

    ending: str
    """Of its files."""
    name: str
    """For readers."""
    media_type: str
    """As IANA has registered it."""
    file_type: str
    """In the European Union's authority table of file types, for DCAT-AP."""
    writer: Writer
    fits: Callable[[Table], bool] = lambda _: True
    """Whether a table can be written so."""


FORMATS = (
    Format("csv", "CSV", "text/csv", "CSV", lambda table, *_: csv_form(table)),
    Format("json", "JSON", "application/json", "JSON", lambda table, *_: json_form(table)),
    Format("jsonld", "JSON-LD", "application/ld+json", "JSON_LD", linked_form),
    Format(
        "geojson", "GeoJSON", "application/geo+json", "GEOJSON", lambda table, *_: geojson_form(table),
        fits=lambda table: table.has_points,
    ),
)  # fmt: skip
"""In the order in which readers are offered them; the first is that of the data package."""


def format_of(ending: str) -> Format:
    """The format of the files with that ending."""
    return next(format_ for format_ in FORMATS if format_.ending == ending)


def media_types() -> dict[str, str]:
    """The media types of the files, by ending."""
    return {format_.ending: format_.media_type for format_ in FORMATS}


def formats_of(table: Table) -> list[Format]:
    """Those in which a table can be taken."""
    return [format_ for format_ in FORMATS if format_.fits(table)]
