"""The formats of the open data, each with an entry and a writer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from portal.outputs.open_data.form import Form, csv_form, geojson_form, json_form
from portal.outputs.open_data.linked import linked_form
from portal.outputs.open_data.opendocument import MEDIA_TYPE
from portal.outputs.open_data.workbook import workbook_form

if TYPE_CHECKING:
    from collections.abc import Callable

    from portal.outputs.open_data.named import NamedPages
    from portal.outputs.open_data.table import Table


@dataclass(frozen=True, slots=True)
class Format:
    """A format in which tables are published."""

    ending: str
    """Of its files."""
    name: str
    """As readers know it."""
    media_type: str
    """As IANA has registered it."""
    file_type: str
    """In the EU's authority table of file types, which DCAT-AP asks for."""
    form: Callable[[Table, NamedPages, str], Form]
    """How a file of a table is put together, with the names of other records, below an absolute address."""
    suits: Callable[[Table], bool] = lambda _: True
    """Whether a table is published in it."""
    is_packed: bool = False
    """Whether its files get no smaller on the way."""
    sent_as: str = ""
    """The content type for hosts, if it is more than the media type."""


FORMATS: tuple[Format, ...] = (
    Format(
        "ods", "ODS", MEDIA_TYPE, "ODS",
        lambda table, names, root: workbook_form(table, names.names, root),
        suits=lambda table: not table.is_prose, is_packed=True,
    ),
    Format(
        "csv", "CSV", "text/csv", "CSV", lambda table, *_: csv_form(table),
        sent_as="text/csv; charset=utf-8; header=present",  # RFC 4180, 3
    ),
    Format("json", "JSON", "application/json", "JSON", lambda table, *_: json_form(table)),
    Format(
        "jsonld", "JSON-LD", "application/ld+json", "JSON_LD",
        lambda table, names, root: linked_form(table, names.iri(root), root),
    ),
    Format(
        "geojson", "GeoJSON", "application/geo+json", "GEOJSON",
        lambda table, *_: geojson_form(table), suits=lambda table: table.has_points,
    ),
)  # fmt: skip
"""Every format, in the order in which readers are offered them."""


@dataclass(frozen=True, slots=True)
class OtherFormat:
    """A format that only other outputs publish, in the same words as a :class:`Format`."""

    name: str
    media_type: str
    file_type: str


OTHERS = {
    "ttl": OtherFormat("Turtle", "text/turtle", "RDF_TURTLE"),
    "tbx": OtherFormat("TBX", "application/xml", "XML"),
    "tmx": OtherFormat("TMX", "application/xml", "XML"),
    "txt": OtherFormat("TXT", "text/plain", "TXT"),
    "yml": OtherFormat("YAML", "application/yaml", "TXT"),  # RFC 9512; no file type of its own
    "dic": OtherFormat("DIC", "application/octet-stream", "TXT"),
}
"""By the ending of their files."""

BY_ENDING = {form.ending: form for form in FORMATS}
"""The formats by the ending of their files."""


def formats_of(table: Table) -> tuple[Format, ...]:
    """The formats in which a table is published."""
    return tuple(form for form in FORMATS if form.suits(table))
