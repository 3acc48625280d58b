"""A table as JSON-LD 1.1: the same keys as in JSON, and a context that says which property each of them is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from portal.model.values.locale import BY_CODE
from portal.outputs.open_data.cell import compact
from portal.outputs.open_data.column import columns_of
from portal.outputs.open_data.form import Form, encode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from portal.outputs.open_data.column import Column
    from portal.outputs.open_data.form import TableRow
    from portal.outputs.open_data.table import Table
    from portal.outputs.open_data.take import Refer

PREFIXES = {
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

TERMS = {
    "url": "schema:url",
    "name": "schema:name",
    "full_name": "schema:legalName",
    "title": "schema:name",
    "term": "skos:prefLabel",
    "definition": "skos:definition",
    "related": "skos:related",
    "aliases": "schema:alternateName",
    "acronym": "schema:alternateName",
    "same_as": "schema:sameAs",
    "sources": "dct:source",
    "updated": "dct:modified",
    "note": "skos:note",
    "summary": "schema:description",
    "lead": "schema:abstract",
    "body": "schema:articleBody",
    "latitude": "geo:lat",
    "longitude": "geo:long",
    "country": "schema:containedInPlace",
    "website": "foaf:homepage",
    "founded": "schema:foundingDate",
    "publisher": "dct:publisher",
}
"""By column or field: properties of common vocabularies. All others are the portal's own, on the page of the table."""

_DATATYPES = {"day": "xsd:date"}


def linked_form(table: Table, refer: Refer, root: str) -> Form:
    """Rows as nodes that name others by ``refer``, below the absolute address ``root``."""
    heads = [f',"{column.name}":'.encode() for column in table.columns]
    type_ = f',"@type":"{table.schema_type}"' if table.schema_type else ""

    def line(row: TableRow) -> bytes:
        item = row.item
        named = table.references(item, refer)
        said = [
            heads[place] + (encode(named[place]) if place in named else encoded)
            for place, _, encoded in row.known
            if not table.columns[place].repeats
        ]
        first = f'{{"@id":"{root}{table.iri(item.id, item.path)}"{type_}'
        return b"".join([first.encode(), *said, b"}"])

    head = f'{{"@context":{compact(context(table, root))},"@graph":[\n'
    return Form(head.encode(), line, foot=b"\n]}\n")


def context(table: Table, root: str) -> dict[str, Any]:
    """What the keys of the table and of its parts mean."""
    found: dict[str, Any] = {"@version": 1.1, "@vocab": f"{root}{table.page}#", **PREFIXES}
    for column in _all(table):
        property_ = TERMS.get(column.name) or TERMS.get(column.field) or column.field
        how = {
            "@id": property_ if ":" in property_ else f"{found['@vocab']}{property_}",
            **_how(column),
        }
        if len(how) > 1 or ":" in property_ or column.field != column.name:
            found.setdefault(column.name, how)
    return found


def _all(table: Table) -> Iterator[Column]:
    yield from (column for column in table.columns if not column.repeats)
    for part in table.parts:
        yield from columns_of(part)


def _how(column: Column) -> dict[str, Any]:
    """The type of RDF term for the values."""
    if column.kinds or column.type == "url" or column.field == "same_as":
        return {"@type": "@id"}
    if column.locale:
        return {"@language": BY_CODE[column.locale].lang}
    if column.type == "words":
        return {"@container": "@language"}
    if column.type in ("names", "amounts"):
        return {"@type": "@json"}
    return {"@type": _DATATYPES[column.type]} if column.type in _DATATYPES else {}
